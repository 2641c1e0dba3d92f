"""From a question asked in Discord to its answer there: the corridor's events on one side, a reply on the other."""

import asyncio
import logging
import time
from contextlib import aclosing, suppress
from functools import partial

from bot.answering.answer import Answer, Finished, PassagesFound, TextGrew, Waiting
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.discord.delivery import LostReplyError, attempt, persist
from bot.discord.rendering import render_answer, render_notice, render_passages, render_text, render_waiting
from bot.discord.reply import Reply
from bot.discord.streaming import Clock, Sleep, StreamingEditor
from config.errors import HaetaeError
from config.language import Language
from config.messages import message

_log = logging.getLogger(__name__)

# Of the time in which the bot must end, what is kept for telling askers that it stopped.
FAREWELL_S = 3.0


class Responder:
    """Answers questions in Discord, each in its own reply, until it is stopped."""

    def __init__(
        self,
        answerer: Answerer,
        *,
        edit_interval_s: float,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._answerer = answerer
        self._edit_interval_s = edit_interval_s
        self._clock = clock
        self._sleep = sleep
        self._stopping = False
        self._hurried = asyncio.Event()
        self._responses: set[asyncio.Task[None]] = set()
        self._readings: set[asyncio.Task[Answer]] = set()

    async def respond(self, question: Question, reply: Reply, language: Language, head: str = "") -> None:
        """Answers `question` in `reply`: one answer, or one sentence in `language` why there is none.

        `head` is a line above the answer. A reply that is gone from Discord ends the work quietly.
        """
        response = asyncio.create_task(self._respond(question, reply, language, head))
        self._responses.add(response)
        response.add_done_callback(self._responses.discard)
        try:
            await response
        except LostReplyError as lost:
            _log.warning("An answer could not be delivered: %s", lost.__cause__ or lost)

    async def stop(self, grace_s: float) -> None:
        """Takes no more questions, lets answers end and, in the last of `grace_s` seconds, says that they do not."""
        self._stopping = True
        farewell_s = min(FAREWELL_S, grace_s / 2)
        await self._settle(grace_s - farewell_s)
        self._hurried.set()
        for reading in self._readings:
            reading.cancel()
        await self._settle(farewell_s)
        for response in self._responses:
            response.cancel()

    async def _settle(self, timeout_s: float) -> None:
        if self._responses:
            await asyncio.wait(self._responses, timeout=timeout_s)

    async def _pace(self, wait_s: float) -> None:
        """Waits between edits, but not for a farewell."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurried.wait(), wait_s)

    async def _respond(self, question: Question, reply: Reply, language: Language, head: str) -> None:
        if self._stopping:
            await reply.begin()
            await self._conclude(reply, (render_notice(message("discord.stopping", language), head),), None)
            return
        editor = StreamingEditor(
            lambda content: attempt(partial(reply.place, content)),
            interval_s=self._edit_interval_s,
            clock=self._clock,
            sleep=self._pace,
        )
        reading = asyncio.create_task(self._read(question, editor, language, head))
        writing = asyncio.create_task(_write(reply, editor))
        writing.add_done_callback(lambda _: reading.cancel())
        self._readings.add(reading)
        try:
            await asyncio.wait({reading})
            pages = self._pages(reading, language, head)
            editor.close()
            await writing
        finally:
            self._readings.discard(reading)
            reading.cancel()
            writing.cancel()
        await self._conclude(reply, pages, editor.shown)

    async def _read(self, question: Question, editor: StreamingEditor, language: Language, head: str) -> Answer:
        """Shows the events of the corridor as they come and returns its answer."""
        async with aclosing(self._answerer.answer(question)) as events:
            async for event in events:
                match event:
                    case Waiting():
                        editor.show(render_waiting(event, language, head))
                    case PassagesFound():
                        editor.show(render_passages(event, head))
                    case TextGrew(text):
                        editor.show(render_text(text, head))
                    case Finished(answer):
                        return answer
        raise RuntimeError("the corridor ended without an answer")

    def _pages(self, reading: asyncio.Task[Answer], language: Language, head: str) -> tuple[str, ...]:
        if reading.cancelled():
            return (render_notice(message("discord.stopped", language), head),)
        match reading.exception():
            case None:
                return render_answer(reading.result(), head)
            case HaetaeError() as error:
                return (render_notice(error.sentence(language), head),)
            case fault:
                _log.error("A question could not be answered.", exc_info=fault)
                return (render_notice(message("discord.failed", language), head),)

    async def _conclude(self, reply: Reply, pages: tuple[str, ...], shown: str | None) -> None:
        if pages[0] != shown:
            await persist(partial(reply.place, pages[0]), sleep=self._sleep)
        for number, page in enumerate(pages[1:], 1):
            await persist(partial(reply.add, page, number), sleep=self._sleep)


async def _write(reply: Reply, editor: StreamingEditor) -> None:
    await reply.begin()
    await editor.run()
