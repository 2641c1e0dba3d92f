"""The one owner of the model: questions wait in a bounded line and are worked on one at a time, in a thread."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from types import TracebackType
from typing import Protocol, Self

from bot.answering.answer import Answer, Event, Finished, Waiting
from bot.answering.question import Question
from config.errors import BusyError
from config.settings import AnsweringSettings


class BlockingAnswerer(Protocol):
    """The corridor: blocks while it works, emits events on the way, stops soon after `cancelled()` turns true."""

    def check(self, question: Question) -> None:
        """Raise QuestionError where the question cannot be used at all."""
        ...

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        """The answer, after the events that led to it."""
        ...


Choose = Callable[[Question], Awaitable[BlockingAnswerer]]
"""The corridor that a question goes now. Raises HaetaeError where it cannot be opened."""


class _Ticket:
    """A place in the line. Whoever asks `idly` lets all others go first."""

    def __init__(self, *, idly: bool = False) -> None:
        self.idly = idly
        self.cancelled = threading.Event()
        self.moved = asyncio.Event()
        self.events: asyncio.Queue[Event | BaseException] = asyncio.Queue()


class AnsweringService:
    """An `Answerer` over a blocking corridor. Opened with `async with`; belongs to one event loop."""

    def __init__(
        self, corridor: BlockingAnswerer, settings: AnsweringSettings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._corridor = corridor
        self._settings = settings
        self._clock = clock
        self._choose: Choose = self._everybodys
        self._line: deque[_Ticket] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for ticket in self._line:
            ticket.cancelled.set()
        await asyncio.get_running_loop().run_in_executor(None, self._thread.shutdown)

    def use(self, corridor: BlockingAnswerer) -> None:
        """Answer from `corridor` from the next question on; one at work keeps the corridor it began with."""
        self._corridor = corridor

    def choose_by(self, choose: Choose) -> None:
        """Have `choose` say which corridor a question goes; else all go the same.

        It is asked before a question is put in line, where opening a corpus holds nobody up, and again at its turn.
        """
        self._choose = choose

    async def answer(self, question: Question) -> AsyncGenerator[Event, None]:
        """See `Answerer.answer`."""
        self._corridor.check(question)
        await self._choose(question)
        if sum(not ticket.idly for ticket in self._line) > self._settings.max_waiting:
            raise BusyError("answering.busy", waiting=self._settings.max_waiting)
        ticket = _Ticket()
        self._line.insert(self._place(), ticket)
        async with aclosing(self._events(question, ticket, None)) as events:
            async for event in events:
                yield event

    async def answer_idly(self, question: Question, corridor: BlockingAnswerer | None = None) -> Answer:
        """The answer to a question that no member waits for: worked on only while nobody else waits.

        It comes from `corridor` where one is given, else as a member's question would be answered. Cancelling the task
        stops the work. Raises what `answer` raises, but for BusyError.
        """
        (corridor or self._corridor).check(question)
        if corridor is None:
            await self._choose(question)
        ticket = _Ticket(idly=True)
        self._line.append(ticket)
        async with aclosing(self._events(question, ticket, corridor)) as events:
            async for event in events:
                if isinstance(event, Finished):
                    return event.answer
        raise AssertionError("every question ends with its answer or an error")

    async def _everybodys(self, _: Question) -> BlockingAnswerer:
        return self._corridor

    def _place(self) -> int:
        """Where a member's question stands: before all that is asked idly and not yet at work."""
        return next((place for place, ticket in enumerate(self._line) if place and ticket.idly), len(self._line))

    async def _events(
        self, question: Question, ticket: _Ticket, corridor: BlockingAnswerer | None
    ) -> AsyncGenerator[Event, None]:
        work: asyncio.Future[None] | None = None
        try:
            async for waiting in self._wait_turn(ticket):
                yield waiting
            loop = asyncio.get_running_loop()
            # The corridor is taken now, so that a switch while this question is at work does not concern it.
            taken = corridor or await self._choose(question)
            work = loop.run_in_executor(self._thread, self._work, taken, question, ticket, loop)
            while True:
                event = await ticket.events.get()
                if isinstance(event, BaseException):
                    raise event
                yield event
                if isinstance(event, Finished):
                    return
        finally:
            ticket.cancelled.set()
            if work is None:
                self._leave(ticket)
            else:
                work.add_done_callback(lambda _: self._leave(ticket))

    async def _wait_turn(self, ticket: _Ticket) -> AsyncGenerator[Waiting, None]:
        """`Waiting` at every move of the line until the ticket is first in it."""
        began = self._clock()
        while (ahead := self._line.index(ticket)) > 0:
            ticket.moved.clear()
            yield Waiting(ahead)
            left = None if ticket.idly else self._settings.max_wait_s - (self._clock() - began)
            try:
                async with asyncio.timeout(left):
                    await ticket.moved.wait()
            except TimeoutError as error:
                raise BusyError("answering.waited_too_long", minutes=round(self._settings.max_wait_s / 60)) from error

    def _leave(self, ticket: _Ticket) -> None:
        """Take the ticket out of the line; those behind it move up. Its asker need not wait for that."""
        self._line.remove(ticket)
        for waiting in self._line:
            waiting.moved.set()

    def _work(
        self, corridor: BlockingAnswerer, question: Question, ticket: _Ticket, loop: asyncio.AbstractEventLoop
    ) -> None:
        """In the model's thread: run the corridor, hand every event and any error to the loop."""

        def emit(event: Event | BaseException) -> None:
            loop.call_soon_threadsafe(ticket.events.put_nowait, event)

        try:
            emit(Finished(corridor.answer(question, emit, ticket.cancelled.is_set)))
        except BaseException as error:  # noqa: BLE001  handed to the asker's task, which raises it
            emit(error)
