"""Messages as Discord keeps them: posted, edited, deleted, reacted to."""

import copy
import itertools
import re
from collections.abc import Iterable

from tests.fakecord.components import walk
from tests.fakecord.errors import Json, invalid
from tests.fakecord.flags import (
    COMPONENTS_V2,
    DM_MESSAGES,
    DM_REACTIONS,
    EMBED_LINKS,
    EPHEMERAL,
    GUILD_MESSAGES,
    GUILD_REACTIONS,
    HAS_THREAD,
    LOADING,
    MENTION_EVERYONE,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    THREADS,
)
from tests.fakecord.journal import Journal
from tests.fakecord.limits import SIZE_LIMIT_BYTES, check_message
from tests.fakecord.records import Files, Interaction, Message, Revision, now_iso
from tests.fakecord.world import World

DEFAULT, REPLY, COMMAND_RESPONSE = 0, 19, 20
COMMAND_INTERACTION = 2


class Messages:
    """Changes messages of a world and tells the sessions that may know."""

    def __init__(self, world: World, journal: Journal) -> None:
        self._world = world
        self._journal = journal
        self.cdn_url = ""
        self.size_limit_bytes = SIZE_LIMIT_BYTES
        self.blobs: dict[str, tuple[str, bytes, str]] = {}

    def create(
        self,
        channel: Json,
        author: Json,
        body: Json,
        files: Files | None = None,
        *,
        interaction: Interaction | None = None,
        flags: int = 0,
    ) -> Message:
        """Posts a message. Raises ApiError where it replies to one that is gone."""
        reply = self._replied_to(body)
        flags |= (body.get("flags") or 0) & (EPHEMERAL | COMPONENTS_V2 | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS)
        payload = self._payload(channel, author, body, files or {}, reply)
        payload["flags"] = flags
        if author.get("bot") and not interaction and not self._may(author, channel, EMBED_LINKS):
            payload["embeds"] = []
        message = Message(payload)
        if interaction:
            self._attribute(message, interaction)
        self._keep(channel, message)
        self._tell("MESSAGE_CREATE", message)
        return message

    def edit(self, message: Message, body: Json, files: Files) -> Json:
        """Edits a message and returns its payload. Raises ApiError where Discord would refuse."""
        payload, channel = message.payload, self._world.channels[message.channel_id]
        body = {key: value for key, value in body.items() if not (key == "attachments" and value is None)}
        current = {**payload, "flags": message.flags & COMPONENTS_V2}
        check_message(body, files, current, self.size_limit_bytes)
        if "content" in body:
            mentions = self._mentions(body, payload["author"], channel, payload.get("referenced_message"))
            payload.update(content=(body["content"] or "").strip(), **mentions)
        if "embeds" in body:
            payload["embeds"] = _rich(body["embeds"])
        if "components" in body:
            payload["components"] = _numbered(body["components"])
        payload["attachments"] = self.attach(message.channel_id, body, files, payload["attachments"])
        payload["flags"] = message.flags & ~LOADING | (body.get("flags") or 0) & (SUPPRESS_EMBEDS | COMPONENTS_V2)
        payload["edited_timestamp"] = now_iso()
        message.revisions.append(self._revision(payload))
        self._tell("MESSAGE_UPDATE", message)
        return payload

    def delete(self, message: Message) -> None:
        """Deletes a message."""
        message.deleted = True
        channel = self._world.channels[message.channel_id]
        self._world.messages[message.channel_id].pop(message.id, None)
        if not message.ephemeral:
            data = {"id": message.id, "channel_id": message.channel_id, "guild_id": channel.get("guild_id")}
            self._world.dispatch("MESSAGE_DELETE", data, GUILD_MESSAGES | DM_MESSAGES)

    def react(self, message: Message, emoji: str, user_id: str, *, add: bool) -> None:
        """Adds a reaction of a user, or takes it away."""
        reactions = message.payload.setdefault("reactions", [])
        entry = next((one for one in reactions if one["emoji"]["name"] == emoji), None)
        if entry is None:
            entry = {"emoji": {"id": None, "name": emoji}, "count": 0, "me": False, "me_burst": False}
            entry |= {"burst_colors": [], "count_details": {"burst": 0, "normal": 0}}
            reactions.append(entry)
        entry["count"] += 1 if add else -1
        entry["me"] = add if user_id == self._world.app_id else entry["me"]
        message.payload["reactions"] = [one for one in reactions if one["count"] > 0]
        self._tell_reaction(message, entry["emoji"], user_id, add=add)

    def thread(self, channel: Json, body: Json, message: Message | None, owner_id: str) -> Json:
        """Opens a thread, on `message` where there is one."""
        thread = self._world.open_thread(channel, body, message, owner_id)
        if message:
            message.payload["flags"] |= HAS_THREAD
            message.payload["thread"] = thread
        return thread

    def attach(self, channel_id: str, body: Json, files: Files, current: Iterable[Json] = ()) -> list[Json]:
        """A message's attachments: those of `current` that `body` keeps, and the new `files`."""
        listed = body.get("attachments")
        described = {str(one["id"]): one for one in listed or ()}
        kept = [one for one in current if listed is None or one["id"] in described]
        for part, (filename, data, kind) in files.items():
            if part.startswith("file"):
                named = described.get(part.removeprefix("files[").removesuffix("]"), {})
                kept.append(self._store(channel_id, named.get("filename") or filename, data, kind, named))
        return kept

    def _store(self, channel_id: str, name: str, data: bytes, kind: str, described: Json) -> Json:
        attachment_id = self._world.new_id()
        self.blobs[attachment_id] = (name, data, kind)
        url = f"{self.cdn_url}/attachments/{channel_id}/{attachment_id}/{name}?ex=0&is=0&hm=0"
        attachment = {"id": attachment_id, "filename": name, "size": len(data), "url": url, "proxy_url": url}
        return attachment | {"content_type": kind, "description": described.get("description"), "flags": 0}

    def _payload(self, channel: Json, author: Json, body: Json, files: Files, reply: Json | None) -> Json:
        payload = {
            "id": self._world.new_id(),
            "type": REPLY if reply else DEFAULT,
            "channel_id": channel["id"],
            "author": author,
            "content": (body.get("content") or "").strip(),
            "timestamp": now_iso(),
            "edited_timestamp": None,
            "tts": bool(body.get("tts")),
            "pinned": False,
            "nonce": body.get("nonce"),
            "embeds": _rich(body.get("embeds")),
            "components": _numbered(body.get("components")),
            "attachments": self.attach(channel["id"], body, files),
            **self._mentions(body, author, channel, reply),
        }
        if reply:
            reference = {"type": 0, "channel_id": channel["id"], "message_id": reply["id"]}
            payload["message_reference"] = reference | {"guild_id": channel.get("guild_id")}
            payload["referenced_message"] = {k: v for k, v in reply.items() if k != "referenced_message"}
        return payload

    def _attribute(self, message: Message, interaction: Interaction) -> None:
        """Marks a message as the response to an interaction."""
        message.token = interaction.token
        message.only_for = interaction.user["id"] if message.ephemeral else None
        app_id = self._world.app_id
        metadata = {"id": interaction.id, "type": interaction.type, "user": interaction.user}
        metadata["authorizing_integration_owners"] = {}
        message.payload.update(application_id=app_id, webhook_id=app_id, interaction_metadata=metadata)
        if interaction.type == COMMAND_INTERACTION:
            message.payload["type"] = COMMAND_RESPONSE

    def _replied_to(self, body: Json) -> Json | None:
        reference = body.get("message_reference")
        if not reference:
            return None
        target = self._world.by_id.get(str(reference["message_id"]))
        if target is not None and not target.deleted:
            return target.payload
        if reference.get("fail_if_not_exists", True):
            raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return None

    def _mentions(self, body: Json, author: Json, channel: Json, reply: Json | None) -> Json:
        """Who is pinged, after `allowed_mentions`."""
        world, text, allowed = self._world, body.get("content") or "", body.get("allowed_mentions")
        parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse", ()))
        named = allowed or {}

        def pinged(kind: str, pattern: str, known: Iterable[str]) -> list[str]:
            ids = dict.fromkeys(re.findall(pattern, text))
            listed = [str(one) for one in named.get(kind, ())]
            return [one for one in ids if one in known and (kind in parse or one in listed)]

        users = pinged("users", r"<@!?(\d+)>", world.users)
        if reply and (allowed is None or named.get("replied_user")) and reply["author"]["id"] not in users:
            users.append(reply["author"]["id"])
        loud = bool(re.search(r"@(everyone|here)\b", text)) and "everyone" in parse
        guild_id = channel.get("guild_id")
        return {
            "mentions": [
                world.users[one]
                | ({"member": world.member(one, with_user=False, guild_id=guild_id)} if guild_id else {})
                for one in users
            ],
            "mention_roles": pinged("roles", r"<@&(\d+)>", world.roles),
            "mention_everyone": loud and self._may(author, channel, MENTION_EVERYONE),
        }

    def _may(self, user: Json, channel: Json, permission: int) -> bool:
        return bool(self._world.permissions(user["id"], channel) & permission)

    def _keep(self, channel: Json, message: Message) -> None:
        message.revisions.append(self._revision(message.payload))
        self._world.messages[channel["id"]][message.id] = self._world.by_id[message.id] = message
        channel["last_message_id"] = message.id
        if channel["type"] in THREADS:
            channel["message_count"] += 1
            channel["thread_metadata"]["archived"] = False

    def _revision(self, payload: Json) -> Revision:
        return Revision(self._journal.now_s(), payload["content"], len(payload["components"]))

    def _tell(self, event: str, message: Message) -> None:
        if message.ephemeral:
            return
        guild_id = self._world.channels[message.channel_id].get("guild_id")
        data = message.payload
        if guild_id:
            member = self._world.member(message.author_id, with_user=False, guild_id=guild_id)
            data = {**data, "guild_id": guild_id, "member": member}
        self._world.dispatch(event, data, GUILD_MESSAGES if guild_id else DM_MESSAGES)

    def _tell_reaction(self, message: Message, emoji: Json, user_id: str, *, add: bool) -> None:
        guild_id = self._world.channels[message.channel_id].get("guild_id")
        data: Json = {"user_id": user_id, "channel_id": message.channel_id, "message_id": message.id, "emoji": emoji}
        data |= {"burst": False, "type": 0, "message_author_id": message.author_id}
        if guild_id:
            data["guild_id"] = guild_id
            if add:
                data["member"] = self._world.member(user_id, guild_id=guild_id)
        intent = GUILD_REACTIONS if guild_id else DM_REACTIONS
        self._world.dispatch(f"MESSAGE_REACTION_{'ADD' if add else 'REMOVE'}", data, intent)


def without_content(payload: Json) -> Json:
    """A message as an application without the message-content intent gets it."""
    return {**payload, "content": "", "embeds": [], "attachments": [], "components": []}


def _rich(embeds: list[Json] | None) -> list[Json]:
    return [{"type": "rich", **embed} for embed in embeds or []]


def _numbered(components: list[Json] | None) -> list[Json]:
    numbered, counter = copy.deepcopy(components or []), itertools.count(1)
    for _, item in walk(numbered):
        item.setdefault("id", next(counter))
    return numbered
