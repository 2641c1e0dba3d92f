"""The gaps as the rest of the bot knows them: what was asked is grouped by meaning, across both languages."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from enum import StrEnum
from statistics import fmean

from bot.answering.answer import Reason
from bot.answering.question import Question
from bot.gaps.counting import UNHELPFUL, shows_gap
from bot.gaps.gap import CLOSED_UNTIL_ASKED_AGAIN, Asking, GapStatus, Wish
from bot.gaps.memory import GapMemory
from bot.meaning.question import ComparableQuestion
from bot.meaning.reading import QuestionReader
from bot.remembered import AnswerRecord, Vote
from config.errors import HaetaeError
from config.language import Language

_log = logging.getLogger(__name__)


class WishOutcome(StrEnum):
    """What came of a wish to be told. CLOSED: it may be answered already; DISMISSED: moderators will not have it."""

    NOTED = "noted"
    TAKEN_BACK = "taken_back"
    CLOSED = "closed"
    DISMISSED = "dismissed"


class Gaps:
    """Notes which questions got no good answer. Belongs to one event loop."""

    def __init__(self, store: GapMemory, reader: QuestionReader, *, min_nearness: float) -> None:
        """Two questions nearer than `min_nearness` (see `bot.meaning`) are one."""
        self.store = store
        self._reader = reader
        self._min_nearness = min_nearness
        self._readings: Mapping[str, ComparableQuestion] = {}
        # Two askings of a new question at once must not become two gaps.
        self._in_turn = asyncio.Lock()

    def over(self, store: GapMemory) -> "Gaps":
        """The same for the gaps of another corpus; both take turns."""
        others = Gaps(store, self._reader, min_nearness=self._min_nearness)
        others._in_turn = self._in_turn
        return others

    async def answered(self, record: AnswerRecord, question: Question) -> None:
        """Notes an answer as it was given to `question`, in place of an earlier one in the same message.

        A private question stays with whoever asked it. What cannot be noted is logged: the answer has been given all
        the same.
        """
        if record.private or record.answer.reason is Reason.STOPPED:  # that one says nothing about the article
            return
        try:
            if shows_gap(record.answer):
                await self._add(record, record.answer.reason.value, self._reader.standing_alone(question))
            else:
                await self.store.remove(record.message_id)
        except HaetaeError as error:
            _log.error("A question without an answer could not be noted: %s", error)

    async def voted(self, record: AnswerRecord, votes: Sequence[Vote]) -> None:
        """Notes what members think of an answer: while any finds it unhelpful, its question is a gap."""
        if record.private or shows_gap(record.answer):
            return
        try:
            if all(vote.helpful for vote in votes):
                await self.store.remove(record.message_id)
            elif await self.store.number_of(record.message_id) is None:
                await self._add(record, UNHELPFUL, record.question)
        except HaetaeError as error:
            _log.error("An unhelpful answer could not be noted: %s", error)

    async def wish(self, message_id: int, member_id: int, language: Language) -> WishOutcome:
        """Notes that a member wants to be told when the question can be answered, or takes that back.

        Raises StateError.
        """
        number = await self.store.number_of(message_id)
        gap = None if number is None else await self.store.gap(number)
        if gap is None or gap.status in CLOSED_UNTIL_ASKED_AGAIN:
            return WishOutcome.CLOSED
        if gap.status is GapStatus.DISMISSED:
            return WishOutcome.DISMISSED
        noted = await self.store.wish(Wish(gap.number, member_id, language, message_id))
        return WishOutcome.NOTED if noted else WishOutcome.TAKEN_BACK

    async def reopen_for(self, wordings: Sequence[str]) -> int:
        """Has the open gaps that ask one of `wordings` put to the bot again; returns how many. Raises StateError."""
        still_open = {gap.number for gap in await self.store.with_status(GapStatus.OPEN)}
        found = still_open & (await self._near(wordings)).keys()
        for number in found:
            await self.store.put_to(number, "")
        return len(found)

    async def _add(self, record: AnswerRecord, reason: str, question: str) -> None:
        asking = Asking(record.message_id, reason, question, record.answer.index_version)
        async with self._in_turn:
            near = await self._near([question])
            nearest = max(near, key=lambda number: (near[number], number), default=None)
            await self.store.add(asking, nearest)

    async def _near(self, questions: Sequence[str]) -> Mapping[int, float]:
        """The gaps that ask what one of `questions` does, each with how near it is."""
        known = await self.store.wordings()

        def search() -> Mapping[int, float]:
            asked = [self._reader.read(text) for text in questions]
            gaps = self._read_gaps(known)
            near = {number: max(self._nearness(one, texts) for one in asked) for number, texts in gaps.items()}
            return {number: value for number, value in near.items() if value >= self._min_nearness}

        return await asyncio.to_thread(search)

    def _read_gaps(self, gaps: Mapping[int, Sequence[str]]) -> Mapping[int, Sequence[ComparableQuestion]]:
        """The wordings of each gap as they read; those read before are kept for as long as a gap has them."""
        known = self._readings
        wordings = {wording for texts in gaps.values() for wording in texts}
        self._readings = read = {wording: known.get(wording) or self._reader.read(wording) for wording in wordings}
        return {number: [read[wording] for wording in texts] for number, texts in gaps.items()}

    def _nearness(self, question: ComparableQuestion, wordings: Sequence[ComparableQuestion]) -> float:
        """How near a question is to those of a gap on the whole, so that a chain of likenesses makes no gap of many.

        One in the very same words belongs to it.
        """
        values = [self._reader.nearness(question, wording) for wording in wordings]
        return 1.0 if 1.0 in values else fmean(values)
