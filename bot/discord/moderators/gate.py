"""Whether whoever acts may moderate. Checked at the top of every command, button, menu and form."""

from typing import Protocol

import discord

from bot.discord.privately import tell_fault
from bot.state.rules import ServerRules
from config.errors import HaetaeError, ModerationError, SettingsError
from config.settings import ModerationSettings


class ServerRulesReader(Protocol):
    """What knows the rules of servers (`bot.state.rules.RuleBook`)."""

    async def of(self, guild_id: int) -> ServerRules:
        """The rules of a server. Raises StateError."""
        ...


class Gate:
    """Decides by what Discord says of the actor at the time of the press, never by who opened what is pressed on.

        if await gate.refuses(interaction):
            return

    Raises SettingsError where the settings name a permission that Discord does not have.
    """

    def __init__(self, settings: ModerationSettings, rules: ServerRulesReader, *, corpus_each: bool = False) -> None:
        """`corpus_each`: every server has a corpus of its own, and its moderators change that."""
        if settings.permission not in discord.Permissions.VALID_FLAGS:
            raise SettingsError("moderators.unknown_permission", permission=settings.permission)
        self._settings = settings
        self._rules = rules
        self._corpus_each = corpus_each

    @property
    def default_permissions(self) -> discord.Permissions:
        """Whom Discord shows the commands to, unless a server decides otherwise. Nothing relies on it."""
        return discord.Permissions(**{self._settings.permission: True})

    async def refuses(self, interaction: discord.Interaction) -> bool:
        """Whether whoever acts may not moderate this server; they are told so privately."""
        return await _tell(interaction, await self._refusal(interaction))

    async def refuses_corpus(self, interaction: discord.Interaction) -> bool:
        """Whether whoever acts may not change the article of this server; they are told so.

        Where all servers share one, the home server alone can.
        """
        return await _tell(interaction, await self._refusal(interaction) or self._not_at_home(interaction))

    async def refuses_administration(self, interaction: discord.Interaction) -> bool:
        """Whether whoever acts does not administer this server; they are told so privately."""
        if interaction.guild_id is None:
            return await _tell(interaction, ModerationError("moderators.only_in_servers"))
        administers = interaction.permissions.administrator
        return await _tell(interaction, None if administers else ModerationError("moderators.only_administrators"))

    async def admits(self, interaction: discord.Interaction) -> bool:
        """Whether whoever acts may moderate this server, without a word: for suggestions while they type."""
        return await self._refusal(interaction) is None

    async def admits_to_corpus(self, interaction: discord.Interaction) -> bool:
        """Whether whoever acts may change the article, without a word."""
        return await self._refusal(interaction) is None and self._not_at_home(interaction) is None

    def home_server(self, client: discord.Client) -> int | None:
        """The server that the article belongs to, None where the settings must name one."""
        if self._settings.home_server is not None:
            return self._settings.home_server
        return client.guilds[0].id if len(client.guilds) == 1 else None

    def is_home(self, client: discord.Client, guild_id: int | None) -> bool:
        """Whether a server is the home server."""
        return guild_id is not None and guild_id == self.home_server(client)

    async def _refusal(self, interaction: discord.Interaction) -> HaetaeError | None:
        """Why not, None where nothing speaks against it. What cannot be read grants nothing."""
        actor, permissions = interaction.user, interaction.permissions
        if interaction.guild_id is None or not isinstance(actor, discord.Member):
            return ModerationError("moderators.only_in_servers")
        if permissions.administrator or getattr(permissions, self._settings.permission):
            return None
        try:
            role = (await self._rules.of(interaction.guild_id)).moderator_role
        except HaetaeError as error:
            return error
        if role is not None and actor.get_role(role) is not None:
            return None
        return ModerationError("moderators.only_moderators")

    def _not_at_home(self, interaction: discord.Interaction) -> HaetaeError | None:
        if self._corpus_each:
            return None
        home = self.home_server(interaction.client)
        if home is None:
            return ModerationError("moderators.no_home_server", server=interaction.guild_id)
        return None if home == interaction.guild_id else ModerationError("moderators.only_at_home")


async def _tell(interaction: discord.Interaction, refusal: HaetaeError | None) -> bool:
    if refusal is not None:
        await tell_fault(interaction, refusal)
    return refusal is not None
