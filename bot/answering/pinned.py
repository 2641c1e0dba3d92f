"""Answers that moderators give themselves, found by the meaning of the question before the corridor is asked."""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from bot.answering.answer import Answer, Event, Finished, Reason, Timings
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.answering.understanding.understood import answer_language, clean
from bot.meaning.question import ComparableQuestion
from bot.meaning.reading import QuestionReader
from bot.state.records import Pin, PinText
from config.errors import QuestionError, StateError

_log = logging.getLogger(__name__)


class PinMemory(Protocol):
    """What keeps pins (`bot.state.pins.PinStore`). All raise StateError."""

    async def all(self) -> tuple[Pin, ...]:
        """All pins, oldest first."""
        ...

    async def add(self, text: PinText, member_id: int, now: datetime) -> Pin:
        """Keeps a pin."""
        ...

    async def change(self, number: int, text: PinText, member_id: int, now: datetime) -> Pin | None:
        """Rewrites a pin; None where there is none (any more)."""
        ...

    async def remove(self, number: int) -> bool:
        """Deletes a pin; False where there is none (any more)."""
        ...


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a question is to a pin, from 0 (not the same) to 1, and whether that is near enough."""

    question: str
    nearness: float
    caught: bool


class PinBook:
    """The pins, held in memory as they are in the state. Belongs to one event loop."""

    def __init__(
        self,
        memory: PinMemory,
        reader: QuestionReader,
        *,
        min_nearness: float,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._memory = memory
        self._reader = reader
        self._min_nearness = min_nearness
        self._now = now
        self._clock = clock
        self._pins: dict[int, Pin] | None = None

    def over(self, memory: PinMemory) -> "PinBook":
        """A book of the pins of another corpus, which are read from `memory` at its first use."""
        return PinBook(memory, self._reader, min_nearness=self._min_nearness, now=self._now, clock=self._clock)

    async def all(self) -> tuple[Pin, ...]:
        """The pins, oldest first. Raises StateError where they cannot be read."""
        if self._pins is None:
            self._pins = {pin.number: pin for pin in await self._memory.all()}
        return tuple(self._pins.values())

    async def pin(self, number: int) -> Pin | None:
        """Pin `number`, None where there is none (any more). Raises StateError."""
        return next((pin for pin in await self.all() if pin.number == number), None)

    async def add(self, text: PinText, member_id: int) -> Pin:
        """Keeps a pin that `member_id` wrote. Raises StateError."""
        await self.all()
        return self._keep(await self._memory.add(text, member_id, self._now()))

    async def change(self, number: int, text: PinText, member_id: int) -> Pin | None:
        """Rewrites pin `number`; None where there is none (any more). Raises StateError."""
        await self.all()
        changed = await self._memory.change(number, text, member_id, self._now())
        return None if changed is None else self._keep(changed)

    async def remove(self, number: int) -> bool:
        """Deletes pin `number`; False where there is none (any more). Raises StateError."""
        removed = await self._memory.remove(number)
        if self._pins is not None:
            self._pins.pop(number, None)
        return removed

    async def answer(self, question: Question) -> Answer | None:
        """The moderators' answer to `question`, None where the article is to answer.

        So it is while the state cannot be read.
        """
        began = self._clock()
        try:
            pins = await self.all()
        except StateError as error:
            _log.error("The pinned answers could not be read: %s", error)
            return None
        if not pins:
            return None
        try:
            text = self._reader.standing_alone(question)
        except QuestionError:
            return None
        pin = (await self.caught([text])).get(text)
        return None if pin is None else _answer(question, pin, self._clock() - began)

    async def caught(self, questions: Iterable[str]) -> Mapping[str, Pin]:
        """Of `questions`, those that a pin answers instead of the article, each with its pin. Raises StateError."""
        asked, pins = tuple(questions), await self.all()

        def search() -> Mapping[str, Pin]:
            wordings = [(pin, self._read(pin.text.wordings)) for pin in pins]
            found: dict[str, Pin] = {}
            for question in asked:
                near = [(self._nearness(question, read), -pin.number, pin) for pin, read in wordings]
                nearness, _, pin = max(near, default=(0.0, 0, None), key=lambda one: one[:2])
                if pin is not None and nearness >= self._min_nearness:
                    found[question] = pin
            return found

        return await asyncio.to_thread(search)

    async def likenesses(self, wordings: Sequence[str], questions: Iterable[str]) -> tuple[Likeness, ...]:
        """How near each of `questions` would be to a pin of these wordings, nearest first; those not near left out."""
        asked = tuple(dict.fromkeys(questions))

        def search() -> tuple[Likeness, ...]:
            read = self._read(wordings)
            near = ((question, self._nearness(question, read)) for question in asked)
            found = [Likeness(question, value, value >= self._min_nearness) for question, value in near if value > 0]
            return tuple(sorted(found, key=lambda one: -one.nearness))

        return await asyncio.to_thread(search)

    def _keep(self, pin: Pin) -> Pin:
        assert self._pins is not None, "the pins are read before one is changed"
        self._pins[pin.number] = pin
        return pin

    def _read(self, wordings: Iterable[str]) -> tuple[ComparableQuestion, ...]:
        return tuple(map(self._reader.read, wordings))

    def _nearness(self, question: str, wordings: Sequence[ComparableQuestion]) -> float:
        read = self._reader.read(question)
        return max((self._reader.nearness(read, wording) for wording in wordings), default=0.0)


class PinnedAnswerer:
    """An `Answerer` that gives pinned answers at once, and leaves all other questions to another."""

    def __init__(self, answerer: Answerer, book_of: Callable[[int | None], PinBook]) -> None:
        """`book_of` gives the pins that stand in a server (None: in a direct message)."""
        self._answerer = answerer
        self._book_of = book_of

    async def answer(self, question: Question) -> AsyncGenerator[Event, None]:
        """See `Answerer.answer`."""
        if pinned := await self._book_of(question.server_id).answer(question):
            yield Finished(pinned)
            return
        async with aclosing(self._answerer.answer(question)) as events:
            async for event in events:
                yield event


def _answer(question: Question, pin: Pin, total_s: float) -> Answer:
    language = answer_language(question)
    return Answer(
        question=clean(question.text),
        language=language,
        text=pin.text.answers[language],
        refused=False,
        reason=Reason.PINNED,
        citations=(),
        timings=Timings(total_s, total_s, total_s),
        model="",
        index_version="",
    )
