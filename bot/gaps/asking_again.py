"""Asking the open gaps again when the article has changed: one at a time, and never before a member."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import Protocol

from bot.answering.answer import Answer, Finished, Reason
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.gaps.counting import UNHELPFUL
from bot.state.gaps import Gap, GapStatus, GapStore, Wish
from bot.state.records import AnswerRecord
from config.errors import BusyError, GenerationError, HaetaeError

LOOK_S = 0.5

_log = logging.getLogger(__name__)

Tell = Callable[[Wish, GapStatus], Awaitable[None]]
"""Tells a member what became of a gap; raises nothing that is not a fault of the program."""


class AnswerMemory(Protocol):
    """What remembers answers (`bot.state.store.StateStore`)."""

    async def answer_of(self, message_id: int) -> AnswerRecord | None:
        """The answer in a message, None where it is not known (any more). Raises StateError."""
        ...


class AskingAgain:
    """Puts each open gap to each index version once. What is left to do is in the state, and outlives a restart."""

    def __init__(
        self,
        store: GapStore,
        memory: AnswerMemory,
        answerer: Answerer,
        *,
        version: Callable[[], str],
        waiting: Callable[[], int],
        tell: Tell,
        look_s: float = LOOK_S,
    ) -> None:
        """`version` is that of the live index; `waiting` counts the questions in line, ours among them.

        Every `look_s` seconds is looked whether a member asks.
        """
        self._store = store
        self._memory = memory
        self._answerer = answerer
        self._version = version
        self._waiting = waiting
        self._tell = tell
        self._look_s = look_s

    async def work(self) -> None:
        """Asks the open gaps and tells whom it concerns. Raises StateError."""
        await self._grant_wishes()
        for gap in await self._store.open_but_for(self._version()):
            await self._put(gap)
            await self._grant_wishes()

    async def _put(self, gap: Gap) -> None:
        version = self._version()
        try:
            answer = await self._ask(Question(gap.question, gap.language))
        except (BusyError, GenerationError) as error:
            _log.warning("An open question could not be asked again: %s", error)
            return
        except HaetaeError as error:
            _log.info("An open question cannot be asked any more: %s", error)
        else:
            if await self._helps(answer, gap):
                await self._store.set_status(gap.number, GapStatus.ANSWERABLE, only_from={GapStatus.OPEN})
        await self._store.put_to(gap.number, version)

    async def _helps(self, answer: Answer, gap: Gap) -> bool:
        """Whether an answer closes a gap: where one was unhelpful, it must rest on something else."""
        if answer.reason not in {Reason.ANSWERED, Reason.PINNED}:
            return False
        if gap.reason != UNHELPFUL:
            return True
        earlier = await self._memory.answer_of(gap.message_id)
        return earlier is None or _basis(earlier.answer) != _basis(answer)

    async def _grant_wishes(self) -> None:
        for wish in await self._store.due_wishes():
            gap = await self._store.gap(wish.gap_number)
            if gap is not None:
                await self._tell(wish, gap.status)
            await self._store.grant(wish)

    async def _ask(self, question: Question) -> Answer:
        """The answer; where a member asks meanwhile, the work is given up for them and begun again."""
        while True:
            while self._waiting():  # noqa: ASYNC110  the line has many ends and no event of its own
                await asyncio.sleep(self._look_s)
            asking = asyncio.create_task(self._answer(question))
            try:
                while not asking.done() and self._waiting() <= 1:
                    await asyncio.wait({asking}, timeout=self._look_s)
                if asking.done():
                    return asking.result()
            finally:
                asking.cancel()
                await asyncio.wait({asking})

    async def _answer(self, question: Question) -> Answer:
        async with aclosing(self._answerer.answer(question)) as events:
            async for event in events:
                if isinstance(event, Finished):
                    return event.answer
        raise RuntimeError("the corridor ended without an answer")


def _basis(answer: Answer) -> tuple[str, frozenset[tuple[str, ...]]]:
    """What an answer rests on: its passages, or its own words where the moderators gave it."""
    passages = frozenset(citation.passage.lines for citation in answer.citations)
    return ("" if passages else answer.text, passages)
