"""Asking the open gaps again when the article has changed: one at a time, and never before a member."""

import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.answering.answer import Answer, Reason
from bot.answering.question import Question
from bot.background import finish
from bot.gaps.counting import UNHELPFUL
from bot.gaps.gap import Gap, GapStatus, Wish
from bot.gaps.memory import GapMemory
from bot.remembered import AnswerRecord
from config.errors import HaetaeError, NotReadyError, RunError

_log = logging.getLogger(__name__)

Ask = Callable[[Question], Awaitable[Answer]]
"""The answer to a question that no member waits for, given while none does."""

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
        store: GapMemory,
        memory: AnswerMemory,
        *,
        ask: Ask,
        version: Callable[[], str],
        tell: Tell,
    ) -> None:
        """`version` is that of the live index."""
        self._store = store
        self._memory = memory
        self._ask = ask
        self._version = version
        self._tell = tell

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
        except (NotReadyError, RunError) as error:  # of the bot, not of the question
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
            await finish(self._grant(wish))

    async def _grant(self, wish: Wish) -> None:
        gap = await self._store.gap(wish.gap_number)
        if gap is not None:
            await self._tell(wish, gap.status)
        await self._store.grant(wish)


def _basis(answer: Answer) -> tuple[str, frozenset[tuple[str, ...]]]:
    """What an answer rests on: its passages, or its own words where the moderators gave it."""
    passages = frozenset(citation.passage.lines for citation in answer.citations)
    return ("" if passages else answer.text, passages)
