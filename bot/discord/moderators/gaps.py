"""The commands `/gaps …`: what members asked and the article does not answer."""

import discord
from discord import app_commands
from discord.utils import format_dt

from bot.discord.choices import CHOICE_CHARACTERS, matching_choices, number_of
from bot.discord.markdown import literal, shortened
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command_group, subcommand
from bot.discord.moderators.pages import Page, PageItems, fitted, open_page, page_items
from bot.discord.privately import tell
from bot.discord.questions import QuestionUpkeep
from bot.discord.rendering import QUESTION_CHARACTERS, QUOTED, SMALL
from bot.discord.translator import interface_language, localised
from bot.gaps.gap import Gap, GapStatus
from bot.gaps.memory import GapMemory
from config.errors import ModerationError
from config.language import Language
from config.messages import message

KIND = "gaps"
GAPS_PER_PAGE = 5
# How long a question of a page may be: marks of markup count twice, since they are escaped.
_SHOWN_CHARACTERS = (QUESTION_CHARACTERS, 100)
_UNSETTLED = frozenset({GapStatus.OPEN, GapStatus.ANSWERABLE})


class GapHandlers:
    """Shows gaps and settles them. Everything here is gated: it belongs to the moderators of the corpus."""

    def __init__(self, gate: Gate, auditor: Auditor, upkeep: QuestionUpkeep) -> None:
        self._gate = gate
        self._auditor = auditor
        self._upkeep = upkeep

    async def turn(self, interaction: discord.Interaction, status: str, number: int) -> Page | None:
        """Page `number` of the gaps with a status; None where whoever acts may not see them."""
        if await self._gate.refuses_corpus(interaction):
            return None
        shown_status = next((one for one in GapStatus if one.value == status), GapStatus.OPEN)
        shown = page_items(await self._store(interaction).with_status(shown_status), number, GAPS_PER_PAGE)
        language = interface_language(interaction.locale)
        content = render_gaps(shown_status, shown, language)
        return Page(content, KIND, shown.number, shown.pages, language, subject=shown_status.value)

    async def settle(self, interaction: discord.Interaction, chosen: str, status: GapStatus) -> None:
        """Sets the status of a gap; members who wished to know are told in the background."""
        if await self._gate.refuses_corpus(interaction):
            return
        number, store = number_of(chosen), self._store(interaction)
        gap = None if number is None else await store.gap(number)
        if gap is None or not await store.set_status(gap.number, status):
            raise ModerationError("gaps.no_such_gap")
        language = interface_language(interaction.locale)
        question = literal(shortened(gap.question, QUESTION_CHARACTERS))
        await tell(interaction, f"{message(f'gaps.done_{status}', language)}\n{QUOTED}{question}")
        await self._auditor.record(interaction, f"gap_{status}", question=f"#{gap.number}")
        self._upkeep.ask_again()

    async def choices(
        self, interaction: discord.Interaction, typed: str, statuses: frozenset[GapStatus]
    ) -> list[app_commands.Choice[str]]:
        """The gaps of these statuses that have what was typed, for whoever may see them."""
        if not await self._gate.admits_to_corpus(interaction):
            return []
        gaps = await self._store(interaction).with_status(*statuses)
        return matching_choices({f"{gap.number}": f"#{gap.number} {gap.question}" for gap in gaps}, typed)

    async def open_questions(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The wordings of unsettled gaps that have what was typed, for whoever may see them."""
        if not await self._gate.admits_to_corpus(interaction):
            return []
        texts = (gap.question for gap in await self._store(interaction).with_status(*_UNSETTLED))
        return matching_choices({text: text for text in texts if len(text) <= CHOICE_CHARACTERS}, typed)

    def _store(self, interaction: discord.Interaction) -> GapMemory:
        """The gaps of the corpus that answers where somebody acts."""
        return self._upkeep.rooms.gaps_of(interaction.guild_id).store


def gap_commands(gate: Gate, handlers: GapHandlers) -> ModeratorCommand:
    """The group `/gaps`."""
    group = command_group("gaps", gate.default_permissions)

    @subcommand(group, "gaps", "list", "status")
    @app_commands.choices(
        status=[app_commands.Choice(name=localised(f"gaps.status_{one}"), value=one.value) for one in GapStatus]
    )
    async def list_(interaction: discord.Interaction, status: str = GapStatus.OPEN.value) -> None:
        page = await handlers.turn(interaction, status, 1)
        if page is not None:
            await open_page(interaction, page)

    _settling(group, handlers, "resolve", GapStatus.RESOLVED, _UNSETTLED)
    _settling(group, handlers, "dismiss", GapStatus.DISMISSED, _UNSETTLED)
    _settling(group, handlers, "reopen", GapStatus.OPEN, frozenset(GapStatus) - {GapStatus.OPEN})
    return group


def _settling(
    group: app_commands.Group, handlers: GapHandlers, name: str, status: GapStatus, offered: frozenset[GapStatus]
) -> None:
    @subcommand(group, "gaps", name, "gap")
    async def settle(interaction: discord.Interaction, gap: str) -> None:
        await handlers.settle(interaction, gap, status)

    @settle.autocomplete("gap")
    async def choices(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await handlers.choices(interaction, typed, offered)


def render_gaps(status: GapStatus, shown: PageItems[Gap], language: Language) -> str:
    """A page of gaps, the most asked first."""
    kind = message(f"gaps.status_{status}", language)
    if not shown.items:
        return message("gaps.none", language, status=kind)
    title = message("gaps.title", language, status=kind, page=shown.number, pages=shown.pages)
    return fitted(
        _SHOWN_CHARACTERS, lambda limit: "\n".join((title, *(_entry(gap, language, limit) for gap in shown.items)))
    )


def _entry(gap: Gap, language: Language, question_characters: int) -> str:
    facts = message(
        "gaps.facts",
        language,
        times=gap.times,
        reason=message(f"gaps.reason_{gap.reason}", language),
        first=format_dt(gap.first_at, "d"),
        last=format_dt(gap.last_at, "R"),
    )
    wishes = f" · 🔔 {gap.wishes}" if gap.wishes else ""
    question = literal(shortened(gap.question, question_characters))
    return f"**#{gap.number}** {question}\n{SMALL}{facts}{wishes}"
