"""What people do in Discord: write, call commands, press buttons."""

import asyncio
import json
from typing import Any

from tests.fakecord.errors import ClientError, Json
from tests.fakecord.flags import DIRECT_MESSAGE, SEND, SEND_IN_THREADS, THREADS
from tests.fakecord.journal import PATIENCE_S, Journal
from tests.fakecord.messages import Messages
from tests.fakecord.options import BINARY, Options, check_visible, fill_modal
from tests.fakecord.records import Interaction, Message
from tests.fakecord.routes_application import CommandStore
from tests.fakecord.routes_interaction import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, InteractionRoutes
from tests.fakecord.world import World

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
BUTTON, STRING_SELECT, USER_SELECT, ROLE_SELECT, CHANNEL_SELECT = 2, 3, 5, 6, 8
# Nobody fills in a form at once: by then the bot has heard that Discord took it, and knows it when it comes back.
_TYPING_S = 0.2
_VERBS = {COMMAND: "command", COMPONENT: "component", AUTOCOMPLETE: "autocomplete", MODAL_SUBMIT: "modal"}


class People:
    """Everybody in the guilds but the bot. All raise ClientError at what the client would not let them do."""

    def __init__(
        self,
        world: World,
        messages: Messages,
        interactions: InteractionRoutes,
        commands: CommandStore,
        journal: Journal,
    ) -> None:
        self._world = world
        self._messages = messages
        self._interactions = interactions
        self._commands = commands
        self._journal = journal
        self._options = Options(world, messages)

    async def say(
        self,
        channel: str,
        text: str,
        *,
        user: str = "alice",
        mentions_bot: bool = False,
        reply_to: Message | None = None,
        pings: bool = True,
        files: tuple[tuple[str, bytes], ...] = (),
    ) -> Message:
        """Writes a message; `mentions_bot` puts the mention in front, `pings` is the switch beside a reply."""
        place, author = self._world.channel(channel), self._world.user(user)
        needed = SEND_IN_THREADS if place["type"] in THREADS else SEND
        if not self._world.permissions(author["id"], place) & needed:
            raise ClientError(f"{user} may not write in {channel}")
        if len(text) > 2000:
            raise ClientError("the client refuses messages over 2000 characters")
        body: Json = {"content": f"{self.bot_mention} {text}" if mentions_bot else text}
        if reply_to:
            body["message_reference"] = {"message_id": reply_to.id}
            kinds = ["users", "roles", "everyone"]
            body["allowed_mentions"] = {"parse": kinds, "replied_user": pings}
        parts = {f"files[{index}]": (name, data, BINARY) for index, (name, data) in enumerate(files)}
        self._journal.log(f"USER     {user} in {channel}: {body['content'][:200]}")
        return self._messages.create(place, author, body, parts)

    @property
    def bot_mention(self) -> str:
        """How a message mentions the bot."""
        return f"<@{self._world.app_id}>"

    async def edit(self, message: Message, text: str) -> None:
        """Edits a message."""
        self._messages.edit(message, {"content": text}, {})

    async def delete(self, message: Message) -> None:
        """Deletes a message."""
        self._messages.delete(message)

    async def react(self, message: Message, emoji: str, user: str = "alice", *, add: bool = True) -> None:
        """Adds a reaction, or takes it away."""
        self._messages.react(message, emoji, self._world.user(user)["id"], add=add)

    async def open_thread(self, channel: str, name: str, message: Message | None = None, user: str = "alice") -> str:
        """Opens a thread and returns its id."""
        owner_id = self._world.user(user)["id"]
        return str(self._messages.thread(self._world.channel(channel), {"name": name}, message, owner_id)["id"])

    async def slash(
        self,
        name: str,
        options: dict[str, Any] | None = None,
        *,
        user: str = "alice",
        channel: str = "general",
        locale: str = "en-US",
        hidden: bool = False,
    ) -> Interaction:
        """Calls a command; "group sub" names subcommands. `hidden` calls it where the client would not show it."""
        head, *path = name.lstrip("/").split()
        command = self.find_command(head, CHAT_INPUT, locale)
        if not hidden:
            self._check_visible(command, user, channel)
        filled, resolved = self._options.fill(command, path, options or {})
        data = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
        return self._interact(COMMAND, user, channel, {**data, "options": filled, "resolved": resolved}, locale=locale)

    async def autocomplete(
        self,
        name: str,
        option: str,
        value: str,
        *,
        user: str = "alice",
        channel: str = "general",
        locale: str = "en-US",
        timeout_s: float = PATIENCE_S,
    ) -> list[Json]:
        """Types into an option and returns the choices offered."""
        head, *path = name.lstrip("/").split()
        command = self.find_command(head, CHAT_INPUT, locale)
        filled, resolved = self._options.fill(command, path, {option: value}, focused=option)
        data = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT}
        typed = self._interact(
            AUTOCOMPLETE, user, channel, {**data, "options": filled, "resolved": resolved}, locale=locale
        )
        await self._journal.wait_for(lambda: typed.choices is not None, timeout_s, "autocomplete choices")
        return typed.choices or []

    async def context_menu(
        self, name: str, target: Message | str, *, user: str = "alice", channel: str = "general", locale: str = "en-US"
    ) -> Interaction:
        """Calls a context-menu command on a message, or on the user so named."""
        on_message = isinstance(target, Message)
        command = self.find_command(name, MESSAGE_MENU if on_message else USER_MENU, locale)
        self._check_visible(command, user, channel)
        if isinstance(target, Message):
            target_id, resolved = target.id, {"messages": {target.id: target.payload}}
        else:
            target_id = self._world.user(target)["id"]
            member = self._world.member(target_id, with_user=False)
            resolved = {"users": {target_id: self._world.users[target_id]}, "members": {target_id: member}}
        data = {"id": command["id"], "name": command["name"], "type": command["type"]}
        return self._interact(
            COMMAND, user, channel, {**data, "target_id": target_id, "resolved": resolved}, locale=locale
        )

    async def press(
        self,
        custom_id: str | None = None,
        *,
        label: str | None = None,
        message: Message | None = None,
        user: str = "alice",
        locale: str = "en-US",
    ) -> Interaction:
        """Presses a button by its id or label, on `message` or on the newest message that has it."""
        found, button = self._find_component(custom_id, label, message, user)
        data = {"custom_id": button["custom_id"], "component_type": 2, "id": button["id"]}
        return self._interact(COMPONENT, user, found.channel_id, data, locale=locale, source=found)

    async def select(
        self,
        custom_id: str,
        values: list[str],
        *,
        message: Message | None = None,
        user: str = "alice",
        locale: str = "en-US",
    ) -> Interaction:
        """Chooses values of a select menu; users and channels by name."""
        found, menu = self._find_component(custom_id, None, message, user)
        if menu["type"] == STRING_SELECT and not set(values) <= {option["value"] for option in menu["options"]}:
            raise ClientError(f"{values} are not options of {custom_id}")
        if not menu.get("min_values", 1) <= len(values) <= menu.get("max_values", 1):
            raise ClientError("wrong number of selected values")
        data: Json = {"custom_id": custom_id, "component_type": menu["type"], "id": menu["id"]}
        data |= self._chosen(menu["type"], values)
        return self._interact(
            COMPONENT,
            user,
            found.channel_id,
            data,
            locale=locale,
            source=found,
        )

    async def forge(
        self,
        custom_id: str,
        message: Message,
        *,
        kind: int = BUTTON,
        values: list[str] | None = None,
        user: str = "alice",
        locale: str = "en-US",
    ) -> Interaction:
        """Presses a component of any id as if `message` had it, like one that was shown to others or long ago."""
        data: Json = {"custom_id": custom_id, "component_type": kind, "id": 1}
        if kind != BUTTON:
            data |= self._chosen(kind, values or [])
        component = {"type": kind, "custom_id": custom_id, "id": 1, "style": 2, "label": "forged"}
        forged = {**message.payload, "components": [{"type": 1, "id": 0, "components": [component]}]}
        return self._interact(COMPONENT, user, message.channel_id, data, locale=locale, source=message, shown_as=forged)

    async def submit_modal(self, shown: Interaction, values: dict[str, Any], *, locale: str = "en-US") -> Interaction:
        """Sends the modal that interaction `shown` opened; values are keyed by custom id or label."""
        if shown.modal is None:
            raise ClientError("no modal is open")
        await asyncio.sleep(_TYPING_S)
        components = [fill_modal(component, values) for component in shown.modal["components"]]
        data = {"custom_id": shown.modal["custom_id"], "components": components, "resolved": {}}
        return self._interact(
            MODAL_SUBMIT, shown.user["username"], shown.channel_id, data, locale=locale, source=shown.source
        )

    def find_command(self, name: str, kind: int = CHAT_INPUT, locale: str = "en-US") -> Json:
        """A registered command by its name, or its name in `locale`."""
        for scope in (self._world.guild_id, None):
            for command in self._commands.get(scope, ()):
                names = (command["name"], (command.get("name_localizations") or {}).get(locale))
                if command["type"] == kind and name in names:
                    return command
        raise ClientError(f"no command {name!r} is registered")

    def _check_visible(self, command: Json, user: str, channel: str) -> None:
        place = self._world.channel(channel)
        check_visible(command, place, self._world.permissions(self._world.user(user)["id"], place))

    def _chosen(self, kind: int, values: list[str]) -> Json:
        """The values of a menu as they are sent, with the objects that ids stand for."""
        match kind:
            case 5:
                found = {"users": [self._world.user(value) for value in values]}
            case 6:
                found = {"roles": [self._world.roles[value] for value in values]}
            case 8:
                found = {"channels": [{**self._world.channel(value), "permissions": "0"} for value in values]}
            case _:
                return {"values": values}
        ((name, chosen),) = found.items()
        return {"values": [one["id"] for one in chosen], "resolved": {name: {one["id"]: one for one in chosen}}}

    def _find_component(
        self, custom_id: str | None, label: str | None, message: Message | None, user: str
    ) -> tuple[Message, Json]:
        user_id = self._world.user(user)["id"]
        for one in [message] if message else reversed(self._world.by_id.values()):
            component = None if one.deleted else one.component(custom_id, label)
            if component and one.only_for in (None, user_id):
                if component.get("disabled"):
                    raise ClientError(f"component {custom_id or label!r} is disabled")
                return one, component
        raise ClientError(f"{user} sees no component {custom_id or label!r}")

    def _interact(
        self,
        kind: int,
        user: str,
        channel: str,
        data: Json,
        *,
        locale: str,
        source: Message | None = None,
        shown_as: Json | None = None,
    ) -> Interaction:
        author, place = self._world.user(user), self._world.channel(channel)
        token = f"tok{self._world.new_id()}" + "x" * 160
        name = str(data.get("name", ""))
        interaction = Interaction(self._world.new_id(), token, kind, author, place["id"], source, name)
        self._interactions.by_token[token] = interaction
        shown = json.dumps({key: value for key, value in data.items() if key != "resolved"}, ensure_ascii=False)
        self._journal.log(f"USER     {author['username']} {_VERBS[kind]} {shown[:300]} locale={locale}")
        payload = self._payload(interaction, place, data, locale)
        if shown_as:
            payload["message"] = shown_as
        self._world.dispatch("INTERACTION_CREATE", payload, 0)
        asyncio.get_running_loop().call_later(self._interactions.deadline_s, self._give_up, interaction)
        return interaction

    def _payload(self, interaction: Interaction, channel: Json, data: Json, locale: str) -> Json:
        world, user_id = self._world, interaction.user["id"]
        permissions = world.permissions(user_id, channel)
        payload: Json = {
            "id": interaction.id,
            "application_id": world.app_id,
            "type": interaction.type,
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": channel["id"],
            "channel": {**channel, "permissions": str(permissions)},
            "locale": locale,
            "app_permissions": str(world.permissions(world.app_id, channel)),
            "entitlements": [],
            "authorizing_integration_owners": {"0": channel.get("guild_id", world.guild_id)},
            "attachment_size_limit": self._messages.size_limit_bytes,
            "context": int(channel["type"] == DIRECT_MESSAGE),
        }
        if channel["type"] == DIRECT_MESSAGE:
            payload["user"] = interaction.user
        else:
            guild_id = channel["guild_id"]
            guild = {"id": guild_id, "locale": world.locale, "features": []}
            payload |= {"guild_id": guild_id, "guild_locale": world.locale, "guild": guild}
            payload["member"] = world.member(user_id, permissions, guild_id=guild_id)
        if interaction.source:
            payload["message"] = interaction.source.payload
        return payload

    def _give_up(self, interaction: Interaction) -> None:
        if interaction.acknowledged_s is None:
            interaction.failed = True
            self._journal.log(f"DISCORD  {interaction.user['username']} sees: The application did not respond")
