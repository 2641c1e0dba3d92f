"""The details of an update in private pages and, where there are several, as a file."""

import io
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial

import discord

from bot.discord.moderators.corpus.buttons import Step
from bot.discord.moderators.corpus.changes import answers_text, changes_text, warnings_text
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.pages import Page, Turn, page_items
from bot.discord.privately import respond
from bot.discord.rendering import PAGE_CHARACTERS, SMALL
from bot.discord.splitting import split
from bot.discord.translator import interface_language
from bot.updating.corpora import Corpora
from bot.updating.stages import Pending
from config.errors import StateError
from config.language import Language
from config.messages import message

Pinned = Callable[[int | None, Sequence[str]], Awaitable[Collection[str]]]
"""Of some questions in a server, those that its moderators answer (`bot.pins.pinned.PinBook.caught`)."""

_log = logging.getLogger(__name__)

_KINDS = (Step.CHANGES.value, Step.WARNINGS.value, Step.ANSWERS.value)


class UpdateReader:
    """Shows what an update changes, what warns against it, and which answers change."""

    def __init__(self, gate: Gate, corpora: Corpora, pinned: Pinned) -> None:
        self._gate = gate
        self._pinned = pinned
        self._corpora = corpora

    async def open(self, interaction: discord.Interaction, kind: str, pending: Pending) -> None:
        """Shows the first page; where there are more, the whole is attached."""
        language = interface_language(interaction.locale)
        text = await self._text(interaction.guild_id, kind, pending, language)
        page, pages = _page(kind, pending, 1, language, text)
        send = partial(interaction.response.send_message, page.content, view=page.view, ephemeral=True)
        if pages > 1:
            # A file is read once, so each attempt to send gets its own.
            await respond(lambda: send(file=discord.File(io.BytesIO(text.encode()), f"{kind}.md")))
        else:
            await respond(partial(send, suppress_embeds=True))

    async def pinned(self, server_id: int | None, pending: Pending) -> Collection[str]:
        """The rehearsed questions that a server's moderators answer; none where that cannot be looked up."""
        asked = [question.question for question in pending.rehearsal.questions] if pending.rehearsal else []
        try:
            return await self._pinned(server_id, asked) if asked else ()
        except StateError as error:
            _log.warning("Pinned answers could not be looked up for a rehearsal: %s", error)
            return ()

    def turns(self) -> Mapping[str, Turn]:
        """How the pages of each kind are turned."""
        return {kind: self._turn(kind) for kind in _KINDS}

    def _turn(self, kind: str) -> Turn:
        async def turn(interaction: discord.Interaction, update_id: str, number: int) -> Page | None:
            if await self._gate.refuses_corpus(interaction):
                return None
            updates = await self._corpora.of(interaction.guild_id)
            pending, language = updates.pending(update_id), interface_language(interaction.locale)
            text = await self._text(interaction.guild_id, kind, pending, language)
            return _page(kind, pending, number, language, text)[0]

        return turn

    async def _text(self, server_id: int | None, kind: str, pending: Pending, language: Language) -> str:
        pinned = await self.pinned(server_id, pending) if kind == Step.ANSWERS.value else ()
        return _text(kind, pending, language, pinned)


def _text(kind: str, pending: Pending, language: Language, pinned: Collection[str]) -> str:
    texts: dict[str, Callable[[], str]] = {
        Step.CHANGES.value: lambda: changes_text(pending.preview.changes, language),
        Step.WARNINGS.value: lambda: warnings_text(pending.preview.parity, language),
        Step.ANSWERS.value: lambda: answers_text(pending.rehearsal, language, pinned) if pending.rehearsal else "",
    }
    return texts[kind]() or message("corpus_commands.nothing_to_show", language)


def _page(kind: str, pending: Pending, number: int, language: Language, text: str) -> tuple[Page, int]:
    """Page `number` of what an update says of a kind, and how many there are."""
    pages = split(text, PAGE_CHARACTERS - 100)
    shown = page_items(pages, number, 1)
    content = shown.items[0]
    if shown.pages > 1:
        content += f"\n{SMALL}{message('corpus_commands.page', language, page=shown.number, pages=shown.pages)}"
    return Page(content, kind, shown.number, shown.pages, language, subject=pending.update_id), shown.pages
