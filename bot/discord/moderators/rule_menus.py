"""The menus that choose channels and roles. They work after a restart: by their ids they know what to do."""

from collections.abc import Sequence

import discord

from bot.discord.forms import PersistentView
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.house_rules import channel_list
from bot.discord.moderators.rule_texts import role_list, saved
from bot.discord.privately import replace_message
from bot.discord.translator import interface_language
from bot.state.rules import RuleBook

MAX_CHOSEN = 25

_CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.category,
]


class _Menu(PersistentView):
    def __init__(self, gate: Gate, auditor: Auditor, rules: RuleBook) -> None:
        super().__init__()
        self._gate = gate
        self._auditor = auditor
        self._rules = rules

    async def _save(self, interaction: discord.Interaction, kind: str, chosen: tuple[int, ...], shown: str) -> None:
        assert interaction.guild_id is not None
        changed = await self._rules.change(interaction.guild_id, **{kind: chosen})
        if chosen:
            await self._auditor.record(interaction, f"{kind}_set", **{kind: shown})
        else:
            await self._auditor.record(interaction, f"{kind}_cleared")
        await replace_message(interaction, saved(changed, interface_language(interaction.locale)))


class ChannelMenu(_Menu):
    """Chooses the channels in which questions are answered."""

    def __init__(self, gate: Gate, auditor: Auditor, rules: RuleBook, chosen: Sequence[int] = ()) -> None:
        super().__init__(gate, auditor, rules)
        self.choose.default_values = [
            discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel) for channel in chosen
        ]

    @discord.ui.select(
        cls=discord.ui.ChannelSelect,
        channel_types=_CHANNELS,
        min_values=0,
        max_values=MAX_CHOSEN,
        custom_id="haetae:rules:channels",
    )
    async def choose(self, interaction: discord.Interaction, menu: "discord.ui.ChannelSelect[ChannelMenu]") -> None:
        """Keeps the chosen channels."""
        if not await self._gate.refuses(interaction):
            chosen = tuple(channel.id for channel in menu.values)
            await self._save(interaction, "channels", chosen, channel_list(chosen))


class RoleMenu(_Menu):
    """Chooses the roles that may ask."""

    def __init__(self, gate: Gate, auditor: Auditor, rules: RuleBook, chosen: Sequence[int] = ()) -> None:
        super().__init__(gate, auditor, rules)
        self.choose.default_values = [
            discord.SelectDefaultValue(id=role, type=discord.SelectDefaultValueType.role) for role in chosen
        ]

    @discord.ui.select(cls=discord.ui.RoleSelect, min_values=0, max_values=MAX_CHOSEN, custom_id="haetae:rules:roles")
    async def choose(self, interaction: discord.Interaction, menu: "discord.ui.RoleSelect[RoleMenu]") -> None:
        """Keeps the chosen roles."""
        if not await self._gate.refuses(interaction):
            chosen = tuple(role.id for role in menu.values)
            await self._save(interaction, "roles", chosen, role_list(chosen))
