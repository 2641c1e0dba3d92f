"""The command `/audit`: the record, page by page."""

import discord

from bot.discord.moderators.auditing import Auditor, audit_line
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command
from bot.discord.moderators.pages import Page, fitted, open_page
from bot.discord.translator import interface_language
from bot.state.audit import AuditPage
from config.language import Language
from config.messages import message

KIND = "audit"
ENTRIES_PER_PAGE = 8
# How long a detail may be: as long as a page of them fits a message.
_DETAIL_CHARACTERS = (300, 120, 50)


class AuditPages:
    """Pages of what was done in a server, and in the home server of what was done outside Discord."""

    def __init__(self, gate: Gate, auditor: Auditor) -> None:
        self._gate = gate
        self._auditor = auditor

    async def turn(self, interaction: discord.Interaction, _: str, number: int) -> Page | None:
        """Page `number`, newest first; None where whoever acts may not see it."""
        if await self._gate.refuses(interaction):
            return None
        assert interaction.guild_id is not None
        at_home = self._gate.is_home(interaction.client, interaction.guild_id)
        page = await self._auditor.log.page(interaction.guild_id, number, ENTRIES_PER_PAGE, and_outside=at_home)
        language = interface_language(interaction.locale)
        return Page(render_record(page, language), KIND, page.number, page.pages, language)


def audit_command(gate: Gate, pages: AuditPages) -> ModeratorCommand:
    """`/audit`."""

    @command("administration", "audit", gate.default_permissions)
    async def audit(interaction: discord.Interaction) -> None:
        page = await pages.turn(interaction, "", 1)
        if page is not None:
            await open_page(interaction, page)

    return audit


def render_record(page: AuditPage, language: Language) -> str:
    """A page of the record."""
    if not page.entries:
        return message("administration.audit_empty", language)
    title = message("administration.audit_title", language, page=page.number, pages=page.pages)
    return fitted(
        _DETAIL_CHARACTERS,
        lambda limit: "\n".join((title, *(audit_line(entry, language, limit) for entry in page.entries))),
    )
