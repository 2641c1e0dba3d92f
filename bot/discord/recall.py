"""Recalling answers: those whose passages the article no longer has are edited to say so, one by one."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import discord

from bot.answering.answer import Answer
from bot.answering.library import Library
from bot.background import finish, log_fault
from bot.discord.buttons.controls import Control, shown_controls
from bot.discord.delivery import LostReplyError, persist
from bot.discord.rendering import NOTICE, PAGE_CHARACTERS, QUOTED, SMALL, render_answer
from bot.discord.replacing import head_of
from bot.discord.splitting import first_page
from bot.discord.streaming import Sleep
from bot.remembered import AnswerRecord
from bot.state.history import AnswerHistory
from bot.state.recalls import RecallStore
from config.language import Language
from config.messages import message
from config.settings import RecallSettings

# What Discord says of an edit in an archived thread.
ARCHIVED = 50083

_log = logging.getLogger(__name__)

_Known = frozenset[tuple[Language, tuple[str, ...], tuple[str, ...]]]


class Recall:
    """Finds the answers that a change of the article concerns and edits their messages.

    What is left to do is in the state and outlives a restart; no message is edited twice for one change.
    """

    def __init__(
        self,
        client: discord.Client,
        history: AnswerHistory,
        store: RecallStore,
        settings: RecallSettings,
        *,
        library: Callable[[int | None], Library | None],
        being_written: Callable[[int], bool],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`library` is the one open for a server, None for direct messages.

        `being_written` says whether the answer in a message is just written anew.
        """
        self._client = client
        self._history = history
        self._store = store
        self._settings = settings
        self._library = library
        self._being_written = being_written
        self._now = now
        self._sleep = sleep
        self._forbidden = False

    async def work(self) -> None:
        """Looks for answers to recall and edits their messages, newest first. Raises StateError."""
        await self._plan()
        for number, record in enumerate(await self._store.pending()):
            if number:
                await self._sleep(self._settings.edit_interval_s)
            if not self._being_written(record.message_id) and await self._store.is_pending(record.message_id):
                await finish(self._edit(record))

    async def _plan(self) -> None:
        """Notes every answer of the last days whose passages the library of its server does not have.

        Where that is not open, nobody has asked there since the start: its turn comes when it is opened. One that
        cannot be used is logged, and holds up no other.
        """
        if not self._settings.days:
            return
        libraries: dict[int | None, Library | None] = {}
        known: dict[int, _Known] = {}
        since = self._now() - timedelta(days=self._settings.days)
        concerned: list[int] = []
        async for record in self._history.since(since):
            if record.guild_id not in libraries:
                libraries[record.guild_id] = self._usable_library(record.guild_id)
            library = libraries[record.guild_id]
            if library is None or record.private:
                continue
            if id(library) not in known:
                known[id(library)] = known_passages(library)
            if rests_on_others(record.answer, library.version, known[id(library)]):
                concerned.append(record.message_id)
        if concerned and (count := await self._store.plan(concerned)):
            _log.info("Answers that rest on passages the article no longer has: %d.", count)

    def _usable_library(self, server_id: int | None) -> Library | None:
        try:
            return self._library(server_id)
        except Exception as error:  # noqa: BLE001  logged; the others are not to wait for it
            log_fault(f"Outdated answers in server {server_id} were not looked for", error)
            return None

    async def _edit(self, record: AnswerRecord) -> None:
        try:
            await persist(partial(self._place, record))
        except LostReplyError as lost:
            await self._lose(record, lost.__cause__)
        else:
            await self._store.done(record.message_id)

    async def _place(self, record: AnswerRecord) -> None:
        """Edits the message. A thread that fell silent is archived, and takes edits only while it is not."""
        channel = self._client.get_partial_messageable(record.channel_id, guild_id=record.guild_id)
        place = channel.get_partial_message(record.message_id)

        async def edit() -> None:
            view = shown_controls((Control.AGAIN,), record.answer.language)
            await place.edit(content=recalled(record), view=view)

        try:
            await edit()
        except discord.HTTPException as refusal:
            thread = await self._client.fetch_channel(record.channel_id) if refusal.code == ARCHIVED else None
            if not isinstance(thread, discord.Thread):
                raise
            await thread.edit(archived=False)
            await edit()
            with suppress(discord.Forbidden):  # a thread that is not the bot's own falls silent again by itself
                await thread.edit(archived=True)

    async def _lose(self, record: AnswerRecord, cause: BaseException | None) -> None:
        """Forgets a message that is gone; one that may not be edited is left as it is; any other waits."""
        match cause:
            case discord.NotFound():
                await self._store.forget(record.message_id)
            case discord.Forbidden():
                if not self._forbidden:
                    _log.warning("Recalled answers may not be edited in channel %d: %s", record.channel_id, cause)
                self._forbidden = True
                await self._store.done(record.message_id)
            case _:
                _log.warning("An answer could not be recalled now: %s", cause)


def known_passages(library: Library) -> _Known:
    """What tells the passages of a library from those of another."""
    return frozenset((passage.language, passage.heading_path, passage.lines) for passage in library.passages)


def rests_on_others(answer: Answer, version: str, known: _Known) -> bool:
    """Whether an answer from another version than `version` cites a passage that is not among the `known` ones."""
    cited = (citation.passage for citation in answer.citations)
    return answer.index_version != version and any(
        (passage.language, passage.heading_path, passage.lines) not in known for passage in cited
    )


def recalled(record: AnswerRecord) -> str:
    """The first page of an answer that is no longer to be trusted: the question, what happened, the old text quoted.

    It reads as a notice: follow-up questions do not build on it.
    """
    head = head_of(record)
    notice = NOTICE + message("recall.changed", record.answer.language)
    opening = "\n\n".join(part for part in (head, notice) if part)
    old = render_answer(record.answer)[0]
    room = PAGE_CHARACTERS - len(opening) - 2
    quoted = "\n".join(QUOTED + line.removeprefix(QUOTED).removeprefix(SMALL) for line in old.split("\n"))
    return f"{opening}\n\n{first_page(quoted, room)}"
