"""The guilds with their people, roles, channels and permissions, and what was said there."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.fakecord import payloads
from tests.fakecord.errors import Json
from tests.fakecord.flags import (
    ADMINISTRATOR,
    ALL_PERMISSIONS,
    DIRECT_MESSAGE,
    GUILDS,
    THREADS,
    USUAL_PERMISSIONS,
)
from tests.fakecord.records import Message

EPOCH_MS = 1420070400000
EVERYONE = "@everyone"

#: (event, data, intents of which a session needs one, or 0 for all sessions)
Dispatch = Callable[[str, Json, int], None]


def _nobody(_event: str, _data: Json, _intents: int) -> None:
    """Where events go before there is a gateway."""


@dataclass(slots=True)
class _Guild:
    """The ids of a guild's roles, its members by the users' ids, and the roles that everybody and the bot have."""

    roles: list[str]
    members: dict[str, Json] = field(default_factory=dict)
    people_role: str = ""
    bot_role: str = ""


class World:
    """The state of Discord as far as the bot can see it. Changes are told to `dispatch`.

    There is one guild, `guild_id`, unless a test adds others; people enter those when they first do something there.
    """

    def __init__(self, locale: str = "en-US") -> None:
        self.dispatch: Dispatch = _nobody
        self.locale = locale
        self.messages: dict[str, dict[str, Message]] = {}
        self.by_id: dict[str, Message] = {}
        self.users: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.roles: dict[str, Json] = {}
        self._guilds: dict[str, _Guild] = {}
        self._last_id = 0
        self.guild_id = self._found()
        self.bot = self.user("testbot", bot=True)
        self.add_channel("general")

    @property
    def guild_ids(self) -> tuple[str, ...]:
        """All guilds, oldest first."""
        return tuple(self._guilds)

    @property
    def members(self) -> dict[str, Json]:
        """The members of the first guild."""
        return self._guilds[self.guild_id].members

    def add_guild(self, channel: str) -> str:
        """Another guild with the bot in it and one channel; returns its id."""
        guild_id = self._found()
        self.membership(self.app_id, guild_id)
        self.dispatch("GUILD_CREATE", self.guild(guild_id), GUILDS)
        self.add_channel(channel, guild_id=guild_id)
        return guild_id

    def membership(self, user_id: str, guild_id: str | None = None) -> Json:
        """What a user is in a guild; who was never there enters it."""
        guild = self._guilds[guild_id or self.guild_id]
        role = guild.bot_role if self.users[user_id]["bot"] else guild.people_role
        return guild.members.setdefault(user_id, payloads.membership([role]))

    @property
    def app_id(self) -> str:
        """The id of the bot's user and of its application."""
        return str(self.bot["id"])

    def new_id(self) -> str:
        """A snowflake later than all before."""
        self._last_id = max(self._last_id + 1, (int(time.time() * 1000) - EPOCH_MS) << 22)
        return str(self._last_id)

    def user(self, name: str, *, bot: bool = False, permissions: int = 0, guild_id: str | None = None) -> Json:
        """Finds or makes a user and member, by name or id; `permissions` come through a role of their own.

        The guild is the first one unless another is named.
        """
        found = next((one for one in self.users.values() if name in (one["username"], one["id"])), None)
        if found is None:
            found = payloads.user(self.new_id(), name, bot=bot)
            self.users[found["id"]] = found
            self.membership(found["id"])
        if permissions:
            role_id = self.add_role(f"role of {name}", permissions, guild_id)
            self.membership(found["id"], guild_id)["roles"].append(role_id)
        return found

    def add_role(self, name: str, permissions: int = 0, guild_id: str | None = None) -> str:
        """A new role of the guild."""
        guild_id = guild_id or self.guild_id
        role_id = self._add_role(guild_id, name, permissions)
        self.dispatch("GUILD_ROLE_CREATE", {"guild_id": guild_id, "role": self.roles[role_id]}, GUILDS)
        return role_id

    def give_role(self, name: str, role_id: str) -> None:
        """Gives a member a role. The bot, without that intent, is not told."""
        self.members[self.user(name)["id"]]["roles"].append(role_id)

    def take_roles(self, name: str) -> None:
        """Takes from a member all roles but that of everybody. The bot, without that intent, is not told."""
        self.members[self.user(name)["id"]]["roles"] = [self._guilds[self.guild_id].people_role]

    def set_bot_permissions(self, permissions: int) -> None:
        """Changes what the bot may do in the guild."""
        role = self.roles[self._guilds[self.guild_id].bot_role]
        role["permissions"] = str(permissions)
        self.dispatch("GUILD_ROLE_UPDATE", {"guild_id": self.guild_id, "role": role}, GUILDS)

    def add_channel(
        self, name: str, overwrites: Iterable[Json] = (), guild_id: str | None = None, **extra: Any
    ) -> Json:
        """A new channel of a guild, the first one unless another is named."""
        guild_id = guild_id or self.guild_id
        channel = payloads.text_channel(self.new_id(), guild_id, name, list(overwrites), **extra)
        self._keep(channel)
        self.dispatch("CHANNEL_CREATE", channel, GUILDS)
        return channel

    def delete_channel(self, name: str) -> None:
        """Deletes a channel with all that was said in it."""
        channel = self.channel(name)
        del self.channels[channel["id"]]
        for message in self.messages.pop(channel["id"]).values():
            message.deleted = True
        self.dispatch("THREAD_DELETE" if channel["type"] in THREADS else "CHANNEL_DELETE", channel, GUILDS)

    def channel(self, name: str) -> Json:
        """A channel by id or name; `dm:alice` is the direct channel with alice."""
        if name in self.channels:
            return self.channels[name]
        if name.startswith("dm:"):
            return self.direct_channel(self.user(name.removeprefix("dm:"))["id"])
        return next(channel for channel in self.channels.values() if channel.get("name") == name)

    def direct_channel(self, user_id: str) -> Json:
        """Finds or opens the direct channel with a user."""
        for channel in self.channels.values():
            if channel["type"] == DIRECT_MESSAGE and channel["recipients"][0]["id"] == user_id:
                return channel
        channel = payloads.direct_channel(self.new_id(), self.users[user_id])
        self._keep(channel)
        return channel

    def open_thread(self, channel: Json, body: Json, message: Message | None, owner_id: str) -> Json:
        """A new thread, on `message` where there is one."""
        thread_id = message.id if message else self.new_id()
        thread = payloads.thread(thread_id, channel["guild_id"], channel["id"], owner_id, body)
        self._keep(thread)
        self.dispatch("THREAD_CREATE", {**thread, "newly_created": True}, GUILDS)
        return thread

    def permissions(self, user_id: str, channel: Json | None = None) -> int:
        """Permission bits of a user in the first guild, or in one channel of any after its overwrites."""
        if channel and channel["type"] == DIRECT_MESSAGE:
            return USUAL_PERMISSIONS
        guild_id = channel["guild_id"] if channel else self.guild_id
        roles = [guild_id, *self.membership(user_id, guild_id)["roles"]]
        value = 0
        for role_id in roles:
            value |= int(self.roles[role_id]["permissions"])
        if value & ADMINISTRATOR:
            return ALL_PERMISSIONS
        for overwrite in sorted(self._overwrites(channel), key=lambda one: self._rank(one, user_id)):
            if overwrite["id"] in (*roles, user_id):
                value = value & ~int(overwrite["deny"]) | int(overwrite["allow"])
        return value

    def member(
        self, user_id: str, permissions: int | None = None, *, with_user: bool = True, guild_id: str | None = None
    ) -> Json:
        """A member; `permissions` only where Discord sends them, in interactions."""
        data = dict(self.membership(user_id, guild_id))
        if with_user:
            data["user"] = self.users[user_id]
        if permissions is not None:
            data["permissions"] = str(permissions)
        return data

    def guild(self, guild_id: str | None = None) -> Json:
        """A guild, the first one unless another is named."""
        guild_id = guild_id or self.guild_id
        guild = self._guilds[guild_id]
        members = (self.member(user_id, guild_id=guild_id) for user_id in guild.members)
        channels = [channel for channel in self.channels.values() if channel.get("guild_id") == guild_id]
        return payloads.guild(guild_id, [self.roles[one] for one in guild.roles], members, channels, self.locale)

    def _overwrites(self, channel: Json | None) -> list[Json]:
        if channel and channel["type"] in THREADS:
            channel = self.channels.get(channel["parent_id"], channel)
        return list((channel or {}).get("permission_overwrites", ()))

    def _rank(self, overwrite: Json, user_id: str) -> int:
        return int(overwrite["id"] not in self._guilds) + int(overwrite["id"] == user_id)

    def _found(self) -> str:
        """A new guild. @everyone grants nothing: people and the bot get their permissions from roles of their own."""
        guild_id = self.new_id()
        self.roles[guild_id] = payloads.role(guild_id, EVERYONE, 0)
        guild = self._guilds[guild_id] = _Guild([guild_id])
        guild.people_role = self._add_role(guild_id, "people", USUAL_PERMISSIONS)
        guild.bot_role = self._add_role(guild_id, "testbot", USUAL_PERMISSIONS)
        return guild_id

    def _add_role(self, guild_id: str, name: str, permissions: int) -> str:
        role_id = self.new_id()
        self.roles[role_id] = payloads.role(role_id, name, permissions)
        self._guilds[guild_id].roles.append(role_id)
        return role_id

    def _keep(self, channel: Json) -> None:
        self.channels[channel["id"]] = channel
        self.messages[channel["id"]] = {}
