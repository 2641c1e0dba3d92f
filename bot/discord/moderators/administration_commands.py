"""The commands `/moderators …`, for administrators: who else moderates, and where the record is told."""

import discord

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command_group, subcommand
from bot.discord.privately import tell
from bot.discord.translator import interface_language
from bot.state.rules import RuleBook
from config.errors import ModerationError
from config.messages import message


def administration_commands(gate: Gate, auditor: Auditor, rules: RuleBook) -> ModeratorCommand:
    """The group `/moderators`."""
    group = command_group("administration", discord.Permissions(administrator=True))

    @subcommand(group, "administration", "role", "role")
    async def role(interaction: discord.Interaction, role: discord.Role | None = None) -> None:
        if await gate.refuses_administration(interaction):
            return
        assert interaction.guild_id is not None
        if role is not None and role.is_default():
            raise ModerationError("administration.not_everyone")
        await rules.change(interaction.guild_id, moderator_role=role.id if role else None)
        language = interface_language(interaction.locale)
        if role is None:
            await auditor.record(interaction, "moderator_role_cleared")
            await tell(interaction, message("administration.role_cleared", language))
        else:
            await auditor.record(interaction, "moderator_role_set", role=role.mention)
            await tell(interaction, message("administration.role_set", language, role=role.mention))

    @subcommand(group, "administration", "log", "channel")
    async def log(interaction: discord.Interaction, channel: discord.TextChannel | None = None) -> None:
        if await gate.refuses_administration(interaction):
            return
        assert interaction.guild_id is not None
        if channel is not None and not channel.permissions_for(channel.guild.me).send_messages:
            raise ModerationError("administration.cannot_write", channel=channel.mention)
        await rules.change(interaction.guild_id, audit_channel=channel.id if channel else None)
        language = interface_language(interaction.locale)
        if channel is None:
            await auditor.record(interaction, "audit_channel_cleared")
            await tell(interaction, message("administration.log_cleared", language))
        else:
            await auditor.record(interaction, "audit_channel_set", channel=channel.mention)
            await tell(interaction, message("administration.log_set", language, channel=channel.mention))

    return group
