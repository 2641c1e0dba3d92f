"""One guild with its people, roles, channels and permissions, and what was said there."""

import time
from collections.abc import Callable, Iterable
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


class World:
    """The state of Discord as far as the bot can see it. Changes are told to `dispatch`."""

    def __init__(self, locale: str = "en-US") -> None:
        self.dispatch: Dispatch = _nobody
        self.locale = locale
        self.messages: dict[str, dict[str, Message]] = {}
        self.by_id: dict[str, Message] = {}
        self.users: dict[str, Json] = {}
        self.members: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self._last_id = 0
        self.guild_id = self.new_id()
        # @everyone grants nothing: people and the bot get their permissions from roles of their own.
        self.roles = {self.guild_id: payloads.role(self.guild_id, EVERYONE, 0)}
        self._people_role = self._add_role("people", USUAL_PERMISSIONS)
        self._bot_role = self._add_role("testbot", USUAL_PERMISSIONS)
        self.bot = self.user("testbot", bot=True)
        self.add_channel("general")

    @property
    def app_id(self) -> str:
        """The id of the bot's user and of its application."""
        return str(self.bot["id"])

    def new_id(self) -> str:
        """A snowflake later than all before."""
        self._last_id = max(self._last_id + 1, (int(time.time() * 1000) - EPOCH_MS) << 22)
        return str(self._last_id)

    def user(self, name: str, *, bot: bool = False, permissions: int = 0) -> Json:
        """Finds or makes a user and member, by name or id; `permissions` come through a role of their own."""
        found = next((one for one in self.users.values() if name in (one["username"], one["id"])), None)
        if found is None:
            found = payloads.user(self.new_id(), name, bot=bot)
            self.users[found["id"]] = found
            self.members[found["id"]] = payloads.membership([self._bot_role if bot else self._people_role])
        if permissions:
            role_id = self._add_role(f"role of {name}", permissions)
            self.members[found["id"]]["roles"].append(role_id)
            self.dispatch("GUILD_ROLE_CREATE", {"guild_id": self.guild_id, "role": self.roles[role_id]}, GUILDS)
        return found

    def add_role(self, name: str, permissions: int = 0) -> str:
        """A new role of the guild."""
        role_id = self._add_role(name, permissions)
        self.dispatch("GUILD_ROLE_CREATE", {"guild_id": self.guild_id, "role": self.roles[role_id]}, GUILDS)
        return role_id

    def give_role(self, name: str, role_id: str) -> None:
        """Gives a member a role. The bot, without that intent, is not told."""
        self.members[self.user(name)["id"]]["roles"].append(role_id)

    def take_roles(self, name: str) -> None:
        """Takes from a member all roles but that of everybody. The bot, without that intent, is not told."""
        self.members[self.user(name)["id"]]["roles"] = [self._people_role]

    def set_bot_permissions(self, permissions: int) -> None:
        """Changes what the bot may do in the guild."""
        self.roles[self._bot_role]["permissions"] = str(permissions)
        self.dispatch("GUILD_ROLE_UPDATE", {"guild_id": self.guild_id, "role": self.roles[self._bot_role]}, GUILDS)

    def add_channel(self, name: str, overwrites: Iterable[Json] = (), **extra: Any) -> Json:
        """A new channel of the guild."""
        channel = payloads.text_channel(self.new_id(), self.guild_id, name, list(overwrites), **extra)
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
        thread = payloads.thread(thread_id, self.guild_id, channel["id"], owner_id, body)
        self._keep(thread)
        self.dispatch("THREAD_CREATE", {**thread, "newly_created": True}, GUILDS)
        return thread

    def permissions(self, user_id: str, channel: Json | None = None) -> int:
        """Permission bits of a user in the guild, or in one channel after its overwrites."""
        if channel and channel["type"] == DIRECT_MESSAGE:
            return USUAL_PERMISSIONS
        roles = [self.guild_id, *self.members[user_id]["roles"]]
        value = 0
        for role_id in roles:
            value |= int(self.roles[role_id]["permissions"])
        if value & ADMINISTRATOR:
            return ALL_PERMISSIONS
        for overwrite in sorted(self._overwrites(channel), key=lambda one: self._rank(one, user_id)):
            if overwrite["id"] in (*roles, user_id):
                value = value & ~int(overwrite["deny"]) | int(overwrite["allow"])
        return value

    def member(self, user_id: str, permissions: int | None = None, *, with_user: bool = True) -> Json:
        """A member; `permissions` only where Discord sends them, in interactions."""
        data = dict(self.members[user_id])
        if with_user:
            data["user"] = self.users[user_id]
        if permissions is not None:
            data["permissions"] = str(permissions)
        return data

    def guild(self) -> Json:
        """The guild."""
        members = (self.member(user_id) for user_id in self.members)
        channels = list(self.channels.values())
        return payloads.guild(self.guild_id, self.roles.values(), members, channels, self.locale)

    def _overwrites(self, channel: Json | None) -> list[Json]:
        if channel and channel["type"] in THREADS:
            channel = self.channels.get(channel["parent_id"], channel)
        return list((channel or {}).get("permission_overwrites", ()))

    def _rank(self, overwrite: Json, user_id: str) -> int:
        return int(overwrite["id"] != self.guild_id) + int(overwrite["id"] == user_id)

    def _add_role(self, name: str, permissions: int) -> str:
        role_id = self.new_id()
        self.roles[role_id] = payloads.role(role_id, name, permissions)
        return role_id

    def _keep(self, channel: Json) -> None:
        self.channels[channel["id"]] = channel
        self.messages[channel["id"]] = {}
