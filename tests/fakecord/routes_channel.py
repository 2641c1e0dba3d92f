"""Routes of channels, threads, messages and reactions, with the permissions they ask for."""

from tests.fakecord.errors import ApiError, Form, Json, invalid
from tests.fakecord.flags import (
    ADD_REACTIONS,
    ATTACH_FILES,
    CREATE_THREADS,
    GUILDS,
    HAS_THREAD,
    MANAGE_MESSAGES,
    MANAGE_THREADS,
    READ_HISTORY,
    SEND,
    SEND_IN_THREADS,
    THREADS,
    VIEW,
)
from tests.fakecord.gateway import Gateway, concerns
from tests.fakecord.journal import Journal
from tests.fakecord.limits import check_message
from tests.fakecord.messages import Messages, without_content
from tests.fakecord.records import Message, Request
from tests.fakecord.rest import route
from tests.fakecord.world import World


class ChannelRoutes:
    """What the bot may do in channels. `typing` notes (seconds, channel id) of each typing indicator."""

    def __init__(self, world: World, messages: Messages, gateway: Gateway, journal: Journal) -> None:
        self._world = world
        self._messages = messages
        self._gateway = gateway
        self._journal = journal
        self._nonces: dict[tuple[str, str], Message] = {}
        self.typing: list[tuple[float, str]] = []

    @route("GET", "/channels/{channel}")
    async def get_channel(self, request: Request) -> Json:
        """A channel."""
        return self._channel(request)

    @route("PATCH", "/channels/{channel}")
    async def edit_thread(self, request: Request) -> Json:
        """Archives, locks or renames a thread."""
        channel, body = self._channel(request), request.body
        own = channel.get("owner_id") == self._world.app_id or self._may(channel, MANAGE_THREADS)
        if channel["type"] not in THREADS or not own:
            raise ApiError(403, 50013, "Missing Permissions")
        keys = ("archived", "locked", "auto_archive_duration")
        channel["thread_metadata"].update({key: body[key] for key in keys if key in body})
        channel["name"] = body.get("name", channel["name"])
        self._world.dispatch("THREAD_UPDATE", channel, GUILDS)
        return channel

    @route("POST", "/channels/{channel}/typing", "typing")
    async def start_typing(self, request: Request) -> None:
        """Shows the bot typing."""
        self.typing.append((self._journal.now_s(), self._channel(request, SEND)["id"]))

    @route("GET", "/channels/{channel}/messages")
    async def list_messages(self, request: Request) -> list[Json]:
        """Messages, newest first."""
        channel, query = self._channel(request, READ_HISTORY), request.query
        limit = int(query.get("limit", 50))
        before, after = int(query.get("before", 1 << 63)), int(query.get("after", 0))
        if not 1 <= limit <= 100:
            raise invalid("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.")
        stored = self._world.messages[channel["id"]].values()
        found = [self._shown(one) for one in stored if after < int(one.id) < before and not one.ephemeral]
        return (found[:limit] if "after" in query else found[-limit:])[::-1]

    @route("POST", "/channels/{channel}/messages", "message")
    async def create_message(self, request: Request) -> Json:
        """Posts a message; the same nonce again returns the message that is there."""
        channel, body = self._channel(request), request.body
        self._need(channel, SEND_IN_THREADS if channel["type"] in THREADS else SEND)
        if request.files:
            self._need(channel, ATTACH_FILES)
        if body.get("message_reference"):
            self._need(channel, READ_HISTORY)
        if channel.get("thread_metadata", {}).get("locked"):
            raise ApiError(400, 50083, "Thread is archived")
        check_message(body, request.files, None, self._messages.size_limit_bytes)
        key = (channel["id"], str(body.get("nonce")))
        enforced = body.get("nonce") and body.get("enforce_nonce")
        if enforced and key in self._nonces:
            return self._nonces[key].payload
        message = self._messages.create(channel, self._world.bot, body, request.files)
        if enforced:
            self._nonces[key] = message
        return message.payload

    @route("GET", "/channels/{channel}/messages/{message}")
    async def get_message(self, request: Request) -> Json:
        """A message."""
        return self._shown(self._message(request, self._channel(request, READ_HISTORY)))

    @route("PATCH", "/channels/{channel}/messages/{message}", "edit")
    async def edit_message(self, request: Request) -> Json:
        """Edits a message of the bot."""
        channel = self._channel(request)
        if channel.get("thread_metadata", {}).get("archived"):
            raise ApiError(400, 50083, "Thread is archived")
        message = self._message(request, channel)
        if message.author_id != self._world.app_id:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        return self._messages.edit(message, request.body, request.files)

    @route("DELETE", "/channels/{channel}/messages/{message}", "edit")
    async def delete_message(self, request: Request) -> None:
        """Deletes a message."""
        channel = self._channel(request)
        message = self._message(request, channel)
        if message.author_id != self._world.app_id:
            self._need(channel, MANAGE_MESSAGES)
        self._messages.delete(message)

    @route("POST", "/channels/{channel}/messages/{message}/threads")
    @route("POST", "/channels/{channel}/threads")
    async def create_thread(self, request: Request) -> Json:
        """Opens a thread, on a message or on its own."""
        channel, body = self._channel(request, CREATE_THREADS), request.body
        message = self._message(request, channel) if "message" in request.variables else None
        form = Form()
        form.length("name", body.get("name"), 100, 1)
        durations = (60, 1440, 4320, 10080)
        fits = body.get("auto_archive_duration", 1440) in durations
        form.check(fits, "auto_archive_duration", f"Value must be one of {durations}.", "BASE_TYPE_CHOICES")
        form.done()
        if message and message.flags & HAS_THREAD:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        return self._messages.thread(channel, body, message, self._world.app_id)

    @route("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", "reaction")
    @route("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", "reaction")
    async def react(self, request: Request) -> None:
        """Adds a reaction of the bot, or takes it away."""
        channel, adds = self._channel(request, READ_HISTORY), request.method == "PUT"
        if adds:
            self._need(channel, ADD_REACTIONS)
        message = self._message(request, channel)
        self._messages.react(message, request.variables["emoji"], self._world.app_id, add=adds)

    def _channel(self, request: Request, needed: int = 0) -> Json:
        channel = self._world.channels.get(request.variables["channel"])
        if channel is None:
            raise ApiError(404, 10003, "Unknown Channel")
        if not self._may(channel, VIEW):
            raise ApiError(403, 50001, "Missing Access")
        if needed:
            self._need(channel, needed)
        return channel

    def _need(self, channel: Json, permission: int) -> None:
        if not self._may(channel, permission):
            raise ApiError(403, 50013, "Missing Permissions")

    def _may(self, channel: Json, permission: int) -> bool:
        return bool(self._world.permissions(self._world.app_id, channel) & permission)

    def _message(self, request: Request, channel: Json) -> Message:
        message = self._world.messages[channel["id"]].get(request.variables["message"])
        if message is None or message.ephemeral:
            raise ApiError(404, 10008, "Unknown Message")
        return message

    def _shown(self, message: Message) -> Json:
        """The message as the bot may read it, with or without the message-content intent."""
        in_guild = {**message.payload, "guild_id": self._world.channels[message.channel_id].get("guild_id")}
        known = self._gateway.reads_content or concerns(self._world.app_id, in_guild)
        return message.payload if known else without_content(message.payload)
