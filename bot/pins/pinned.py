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
from bot.pins.pin import Pin, PinText
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
    """The pins, held in memory as they are in the state, and how their wordings read. Belongs to one event loop."""

    def __init__(
        self,
        memory: PinMemory,
        reader: QuestionReader,
        *,
        min_nearness: float,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
        alone: bool = True,
    ) -> None:
        """Where others than this book may remove pins, it is not `alone`: the pins are then read at each use."""
        self._memory = memory
        self._reader = reader
        self._min_nearness = min_nearness
        self._now = now
        self._clock = clock
        self._alone = alone
        self._pins: dict[int, Pin] | None = None
        self._readings: Mapping[str, ComparableQuestion] = {}
        # What is read of the state and what is changed there come one after the other: a slow reading hides no change.
        self._in_turn = asyncio.Lock()

    def over(self, memory: PinMemory) -> "PinBook":
        """A book of the pins of a server's own corpus, which the command line may remove at any time."""
        return PinBook(
            memory, self._reader, min_nearness=self._min_nearness, now=self._now, clock=self._clock, alone=False
        )

    async def all(self) -> tuple[Pin, ...]:
        """The pins, oldest first. Raises StateError where they cannot be read."""
        async with self._in_turn:
            return tuple((await self._loaded()).values())

    async def pin(self, number: int) -> Pin | None:
        """Pin `number`, None where there is none (any more). Raises StateError."""
        return next((pin for pin in await self.all() if pin.number == number), None)

    async def add(self, text: PinText, member_id: int) -> Pin:
        """Keeps a pin that `member_id` wrote. Raises StateError."""
        async with self._in_turn:
            pins = await self._loaded()
            pin = await self._memory.add(text, member_id, self._now())
            pins[pin.number] = pin
            return pin

    async def change(self, number: int, text: PinText, member_id: int) -> Pin | None:
        """Rewrites pin `number`; None where there is none (any more). Raises StateError."""
        async with self._in_turn:
            pins = await self._loaded()
            changed = await self._memory.change(number, text, member_id, self._now())
            if changed is not None:
                pins[number] = changed
            return changed

    async def remove(self, number: int) -> bool:
        """Deletes pin `number`; False where there is none (any more). Raises StateError."""
        async with self._in_turn:
            pins = await self._loaded()
            removed = await self._memory.remove(number)
            pins.pop(number, None)
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
            wordings = self._read_pins(pins)
            found: dict[str, Pin] = {}
            for question in asked:
                read = self._reader.read(question)
                near = [(self._nearness(read, known), -pin.number, pin) for pin, known in wordings]
                nearness, _, pin = max(near, default=(0.0, 0, None), key=lambda one: one[:2])
                if pin is not None and nearness >= self._min_nearness:
                    found[question] = pin
            return found

        return await asyncio.to_thread(search)

    async def likenesses(self, wordings: Sequence[str], questions: Iterable[str]) -> tuple[Likeness, ...]:
        """How near each of `questions` would be to a pin of these wordings, nearest first; those not near left out."""
        asked = tuple(dict.fromkeys(questions))

        def search() -> tuple[Likeness, ...]:
            known = tuple(map(self._reader.read, wordings))
            near = ((question, self._nearness(self._reader.read(question), known)) for question in asked)
            found = [Likeness(question, value, value >= self._min_nearness) for question, value in near if value > 0]
            return tuple(sorted(found, key=lambda one: -one.nearness))

        return await asyncio.to_thread(search)

    async def _loaded(self) -> dict[int, Pin]:
        if self._pins is None or not self._alone:
            self._pins = {pin.number: pin for pin in await self._memory.all()}
        return self._pins

    def _read_pins(self, pins: Sequence[Pin]) -> tuple[tuple[Pin, tuple[ComparableQuestion, ...]], ...]:
        """Each pin with its wordings as they read; those read before are kept for as long as a pin has them."""
        known = self._readings
        wordings = {wording for pin in pins for wording in pin.text.wordings}
        self._readings = read = {wording: known.get(wording) or self._reader.read(wording) for wording in wordings}
        return tuple((pin, tuple(read[wording] for wording in pin.text.wordings)) for pin in pins)

    def _nearness(self, question: ComparableQuestion, wordings: Sequence[ComparableQuestion]) -> float:
        return max((self._reader.nearness(question, wording) for wording in wordings), default=0.0)


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
