"""Answering one question: the corridor's events are shown in a Discord reply as they come."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial

from bot.answering.answer import Answer, Event, Finished, PassagesFound, Reason, TextGrew, Timings, Waiting
from bot.answering.answerer import Answerer
from bot.discord.buttons.controls import Control, controls_of, shown_controls
from bot.discord.delivery import attempt, persist
from bot.discord.faults import told
from bot.discord.incoming import IncomingQuestion
from bot.discord.rendering import render_answer, render_notice, render_passages, render_text, render_waiting
from bot.discord.reply import Reply
from bot.discord.streaming import Clock, Sleep, StreamingEditor
from config.errors import GenerationError, HaetaeError, QuestionError
from config.messages import message

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a reply is edited. `hurried` ends the waits between edits; `sleep` is for repeated calls."""

    edit_interval_s: float
    clock: Clock
    sleep: Sleep
    hurried: asyncio.Event

    async def wait(self, wait_s: float) -> None:
        """Waits between edits, but not for a farewell."""
        try:
            await asyncio.wait_for(self.hurried.wait(), wait_s)
        except TimeoutError:
            return


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a question came to: an answer, or a notice in its place that may be asked again."""

    answer: Answer
    pages: tuple[str, ...]
    controls: tuple[Control, ...]


Remember = Callable[[IncomingQuestion, Reply, Outcome], Awaitable[None]]
"""Keeps what the buttons of an outcome will need."""


class Response:
    """Works on one question. `run` once; `halt` at any time."""

    def __init__(
        self, asked: IncomingQuestion, reply: Reply, answerer: Answerer, pace: Pace, remember: Remember
    ) -> None:
        self.asked = asked
        self.reply = reply
        self._remember = remember
        self._answerer = answerer
        self._pace = pace
        self._farewell = "discord.stopped"
        self._reading: asyncio.Task[Answer] | None = None

    def halt(self, farewell: str) -> bool:
        """Frees the model at once; message `farewell` then stands in the place of the answer.

        False where it is over already.
        """
        if self._reading is None or self._reading.done():
            return False
        self._farewell = farewell
        return self._reading.cancel()

    async def run(self) -> None:
        """Answers: one answer, or one sentence why there is none. Raises LostReplyError."""
        editor = StreamingEditor(
            lambda content: attempt(partial(self._place, content, (Control.STOP,))),
            interval_s=self._pace.edit_interval_s,
            clock=self._pace.clock,
            sleep=self._pace.wait,
        )
        reading = self._reading = asyncio.create_task(self._read(editor))
        writing = asyncio.create_task(self._write(editor))
        writing.add_done_callback(lambda _: reading.cancel())
        try:
            await asyncio.wait({reading})
            outcome = self._outcome(reading)
            editor.close()
            await writing
        finally:
            reading.cancel()
            writing.cancel()
        await self._conclude(outcome)

    async def refuse(self, key: str) -> None:
        """Places message `key` without asking the model. Raises LostReplyError."""
        await self.reply.begin()
        await self._conclude(self._notice(message(key, self.asked.language)))

    async def _read(self, editor: StreamingEditor) -> Answer:
        """Shows the events of the corridor as they come and returns its answer."""
        async with aclosing(self._answerer.answer(self.asked.question)) as events:
            async for event in events:
                if isinstance(event, Finished):
                    return event.answer
                editor.show(self._rendered(event))
        raise RuntimeError("the corridor ended without an answer")

    def _rendered(self, event: Event) -> str:
        match event:
            case Waiting():
                return render_waiting(event, self.asked.language, self.asked.head)
            case PassagesFound():
                return render_passages(event, self.asked.head)
            case TextGrew(text):
                return render_text(text, self.asked.head)
            case Finished(answer):
                return render_answer(answer, self.asked.head)[0]

    async def _write(self, editor: StreamingEditor) -> None:
        await self.reply.begin()
        await editor.run()

    async def _place(self, content: str, controls: tuple[Control, ...]) -> None:
        await self.reply.place(content, shown_controls(controls, self.asked.language))

    def _outcome(self, reading: asyncio.Task[Answer]) -> Outcome:
        language = self.asked.language
        if reading.cancelled():
            return self._notice(message(self._farewell, language))
        match reading.exception():
            case None:
                return self._answered(reading.result())
            case GenerationError() as error:  # its own sentence is for whoever runs the bot
                _log.error("A question could not be answered: %s", error)
                too_long = error.key == "generation.prompt_too_long"
                key = "discord.too_much_to_read" if too_long else "discord.failed"
                return self._notice(message(key, language), again=not too_long)
            case HaetaeError() as error:
                return self._notice(told(error, language), again=not isinstance(error, QuestionError))
            case fault:
                _log.error("A question could not be answered.", exc_info=fault)
                return self._notice(message("discord.failed", language))

    def _answered(self, answer: Answer) -> Outcome:
        controls = controls_of(answer, threadable=self.asked.threadable, private=self.asked.private)
        return Outcome(answer, render_answer(answer, self.asked.head), controls)

    def _notice(self, sentence: str, *, again: bool = True) -> Outcome:
        """A sentence in the place of an answer: what its button needs to ask again is kept like an answer."""
        asked = self.asked
        unanswered = Answer(
            question=asked.question.text,
            language=asked.language,
            text=sentence,
            refused=True,
            reason=Reason.STOPPED,
            citations=(),
            timings=Timings(0.0, 0.0, 0.0),
            model="",
            index_version="",
        )
        return Outcome(unanswered, (render_notice(sentence, asked.head),), (Control.AGAIN,) if again else ())

    async def _conclude(self, outcome: Outcome) -> None:
        """Places the whole of it. The first page is placed even where its text is there: its buttons are new.

        A button may be pressed as soon as it is there, so what it needs is kept before, under the message's id.
        """
        first = outcome.pages[0]
        if outcome.controls and self.reply.message_id is None:
            await persist(lambda: self.reply.place(first, None), sleep=self._pace.sleep)
        controls = outcome.controls if await self._kept(outcome) else ()
        buttons = partial(shown_controls, controls, outcome.answer.language)
        await persist(lambda: self.reply.place(first, buttons()), sleep=self._pace.sleep)
        for number, page in enumerate(outcome.pages[1:], 1):
            await persist(partial(self.reply.add, page, number), sleep=self._pace.sleep)

    async def _kept(self, outcome: Outcome) -> bool:
        """Keeps what the buttons need; False where a fault left that undone, which costs the asker no answer."""
        try:
            await self._remember(self.asked, self.reply, outcome)
        except Exception:  # noqa: BLE001  whatever it is, the answer is there and is given
            _log.exception("An answer could not be kept; it is given without its buttons.")
            return False
        return True
