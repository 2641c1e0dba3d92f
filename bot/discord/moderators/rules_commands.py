"""The commands `/rules …`: who may ask where, when and how much."""

import discord
from discord import app_commands

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command_group, subcommand
from bot.discord.moderators.rule_menus import ChannelMenu, RoleMenu
from bot.discord.moderators.rule_texts import described, hours_of, saved, zone_of, zones_like
from bot.discord.privately import tell
from bot.discord.translator import interface_language
from bot.state.rules import RuleBook, ServerRules
from config.messages import message

MAX_QUESTIONS = 1000


class RuleEditor:
    """What the commands do. All of them are gated here."""

    def __init__(self, gate: Gate, auditor: Auditor, rules: RuleBook) -> None:
        self._gate = gate
        self._auditor = auditor
        self._rules = rules

    async def show(self, interaction: discord.Interaction) -> None:
        """Shows the rules of the server."""
        if await self._gate.refuses(interaction):
            return
        language = interface_language(interaction.locale)
        held = described(await self._held(interaction), language)
        await tell(interaction, f"{message('rules.shown', language)}\n{held}")

    async def choose_channels(self, interaction: discord.Interaction) -> None:
        """Offers the channels to choose from."""
        if await self._gate.refuses(interaction):
            return
        menu = ChannelMenu(self._gate, self._auditor, self._rules, (await self._held(interaction)).channels)
        await tell(interaction, message("rules.choose_channels", interface_language(interaction.locale)), view=menu)

    async def choose_roles(self, interaction: discord.Interaction) -> None:
        """Offers the roles to choose from."""
        if await self._gate.refuses(interaction):
            return
        menu = RoleMenu(self._gate, self._auditor, self._rules, (await self._held(interaction)).roles)
        await tell(interaction, message("rules.choose_roles", interface_language(interaction.locale)), view=menu)

    async def set_quota(self, interaction: discord.Interaction, questions: int) -> None:
        """Limits the questions a member and day; 0 takes the limit away."""
        if await self._gate.refuses(interaction):
            return
        changed = await self._change(interaction, daily_questions=questions or None)
        if questions:
            await self._auditor.record(interaction, "quota_set", questions=questions)
        else:
            await self._auditor.record(interaction, "quota_cleared")
        await tell(interaction, saved(changed, interface_language(interaction.locale)))

    async def set_quiet_hours(
        self, interaction: discord.Interaction, since: str | None, until: str | None, zone: str | None
    ) -> None:
        """Sets the quiet hours, or none, and the server's time zone where one is given."""
        if await self._gate.refuses(interaction):
            return
        hours, time_zone = hours_of(since, until), zone_of(zone)
        zones = {} if time_zone is None else {"time_zone": time_zone}
        changed = await self._change(interaction, quiet_hours=hours, **zones)
        if hours:
            details = {"since": f"{hours.since:%H:%M}", "until": f"{hours.until:%H:%M}", "zone": changed.time_zone}
            await self._auditor.record(interaction, "quiet_hours_set", **details)
        elif time_zone:
            await self._auditor.record(interaction, "time_zone_set", zone=time_zone)
        else:
            await self._auditor.record(interaction, "quiet_hours_cleared")
        await tell(interaction, saved(changed, interface_language(interaction.locale)))

    async def _held(self, interaction: discord.Interaction) -> ServerRules:
        assert interaction.guild_id is not None, "the gate refuses elsewhere"
        return await self._rules.of(interaction.guild_id)

    async def _change(self, interaction: discord.Interaction, **changes: object) -> ServerRules:
        assert interaction.guild_id is not None, "the gate refuses elsewhere"
        return await self._rules.change(interaction.guild_id, **changes)


def rules_commands(gate: Gate, auditor: Auditor, rules: RuleBook) -> ModeratorCommand:
    """The group `/rules`."""
    editor = RuleEditor(gate, auditor, rules)
    group = command_group("rules", gate.default_permissions)

    @subcommand(group, "rules", "show")
    async def show(interaction: discord.Interaction) -> None:
        await editor.show(interaction)

    @subcommand(group, "rules", "channels")
    async def channels(interaction: discord.Interaction) -> None:
        await editor.choose_channels(interaction)

    @subcommand(group, "rules", "roles")
    async def roles(interaction: discord.Interaction) -> None:
        await editor.choose_roles(interaction)

    @subcommand(group, "rules", "quota", "questions")
    async def quota(interaction: discord.Interaction, questions: app_commands.Range[int, 0, MAX_QUESTIONS]) -> None:
        await editor.set_quota(interaction, questions)

    @subcommand(group, "rules", "quiet", "since", "until", "zone")
    async def quiet_hours(
        interaction: discord.Interaction, since: str | None = None, until: str | None = None, zone: str | None = None
    ) -> None:
        await editor.set_quiet_hours(interaction, since, until, zone)

    @quiet_hours.autocomplete("zone")
    async def offer_zones(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=zone, value=zone) for zone in zones_like(typed)]

    return group
