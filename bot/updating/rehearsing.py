"""Runs a rehearsal: one question after the other, asked of the live version and of the new one."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answering.answer import Answer
from bot.answering.question import Question
from bot.answering.service import BlockingAnswerer
from bot.judging.facts import facts_of
from bot.judging.matching import unmet
from bot.judging.questions import Case
from bot.judging.records import Record
from bot.judging.verdict import judge
from bot.updating.rehearsal import Effect, RecentQuestion, Rehearsal, RehearsedQuestion, Retrieval
from config.errors import QuestionError
from config.language import Language
from index.passage import Hit, Passage
from index.progress import Progress

_IN_THREE = 3
_NO_FACTS = facts_of(())


class RehearsableCorridor(BlockingAnswerer, Protocol):
    """A corridor that tells what its answers rest on (`bot.answering.corridor.Corridor`)."""

    def found(self, question: Question) -> tuple[Hit, ...]:
        """All passages that the answer to `question` can rest on, best first."""
        ...


class IdleAnswerer(Protocol):
    """Asks without keeping members waiting (`bot.answering.service.AnsweringService`)."""

    async def answer_idly(self, question: Question, corridor: BlockingAnswerer | None = None) -> Answer:
        """The answer of `corridor`, worked on only while nobody else waits."""
        ...


@dataclass(frozen=True, slots=True)
class Side:
    """A library as it is rehearsed: its version's name and its corridor."""

    version: str
    corridor: RehearsableCorridor


@dataclass(frozen=True, slots=True)
class _Planned:
    """A question to be asked; `case` where it is a golden one, `answer` where a member was given one."""

    text: str
    language: Language
    demanded: Language | None = None
    case: Case | None = None
    answer: Answer | None = None

    @property
    def question(self) -> Question:
        return Question(self.text, self.demanded)

    def rehearsed(
        self,
        effect: Effect,
        before: Answer | None = None,
        after: Answer | None = None,
        *,
        missing: tuple[str, ...] = (),
        rank_before: int | None,
        rank_after: int | None,
    ) -> RehearsedQuestion:
        golden = self.case is not None
        return RehearsedQuestion(
            self.text, self.language, golden, effect, before, after, missing, rank_before, rank_after
        )


class Rehearser:
    """Rehearses `golden` and `recent` questions once. Cancelling `run` leaves in `result` what was asked by then."""

    def __init__(
        self,
        service: IdleAnswerer,
        before: Side,
        after: Side,
        golden: Sequence[Case],
        recent: Sequence[RecentQuestion],
    ) -> None:
        self._service = service
        self._before = before
        self._after = after
        self._plan = tuple(one for one in _plan(golden, recent) if _is_usable(one, before.corridor))
        self._done: list[RehearsedQuestion] = []

    async def run(self, progress: Progress) -> None:
        """Ask everything. Raises GenerationError where the model fails."""
        progress(0, len(self._plan))
        for planned in self._plan[len(self._done) :]:
            self._done.append(await self._rehearse(planned))
            progress(len(self._done), len(self._plan))

    def result(self) -> Rehearsal:
        """What was asked so far."""
        return Rehearsal(
            questions=tuple(self._done),
            planned=len(self._plan),
            stopped=len(self._done) < len(self._plan),
            before=_retrieval(self._done, after=False),
            after=_retrieval(self._done, after=True),
        )

    async def _rehearse(self, planned: _Planned) -> RehearsedQuestion:
        question = planned.question
        old_hits = await asyncio.to_thread(self._before.corridor.found, question)
        new_hits = await asyncio.to_thread(self._after.corridor.found, question)
        if _texts(old_hits) == _texts(new_hits):
            rank = _rank(planned, planned.answer, old_hits)
            return planned.rehearsed(Effect.SAME, rank_before=rank, rank_after=rank)
        before = self._given(planned, old_hits) or await self._ask(question, self._before)
        after = await self._ask(question, self._after)
        effect, missing = _effect(planned, before, after)
        ranks = {"rank_before": _rank(planned, before, old_hits), "rank_after": _rank(planned, before, new_hits)}
        return planned.rehearsed(effect, before, after, missing=missing, **ranks)

    async def _ask(self, question: Question, side: Side) -> Answer:
        return await self._service.answer_idly(question, side.corridor)

    def _given(self, planned: _Planned, hits: Sequence[Hit]) -> Answer | None:
        """The answer a member got, where the live library gave it to this very question and not to a follow-up."""
        answer = planned.answer
        if answer is None or answer.index_version != self._before.version or not answer.citations:
            return None
        rests_here = all(_place(citation.passage, hits) for citation in answer.citations)
        return answer if rests_here else None


def _plan(golden: Sequence[Case], recent: Sequence[RecentQuestion]) -> list[_Planned]:
    asked = [_Planned(case.question, case.language, case=case) for case in golden]
    known = {planned.text.casefold() for planned in asked}
    for one in recent:
        if one.question.casefold() not in known:
            known.add(one.question.casefold())
            asked.append(_Planned(one.question, one.language, demanded=one.language, answer=one.answer))
    return asked


def _is_usable(planned: _Planned, corridor: BlockingAnswerer) -> bool:
    try:
        corridor.check(planned.question)
    except QuestionError:
        return False
    return True


def _effect(planned: _Planned, before: Answer, after: Answer) -> tuple[Effect, tuple[str, ...]]:
    """What happened to the answer, and what a lost golden one no longer states."""
    if planned.case is not None:
        was_right, is_right = (_is_right(planned.case, answer) for answer in (before, after))
        if was_right and not is_right:
            return Effect.LOST, tuple(texts[0] for texts in unmet(after.text, planned.case.expected))
        if is_right and not was_right:
            return Effect.GAINED, ()
    elif before.refused is not after.refused:
        return (Effect.LOST if after.refused else Effect.GAINED), ()
    same = (before.refused and after.refused) or before.text.split() == after.text.split()
    return (Effect.SAME if same else Effect.CHANGED), ()


def _is_right(case: Case, answer: Answer) -> bool:
    record = Record.of(case.id, case.question, answer, (), first_text_s=0.0, total_s=0.0)
    return judge(case, record, _NO_FACTS).right


def _texts(hits: Sequence[Hit]) -> list[tuple[tuple[str, ...], ...]]:
    """All that an answer can take from `hits`: headings, leads and lines of both sides."""
    return [tuple((*side.heading_path, side.lead, *side.lines) for side in hit.sides) for hit in hits]


def _rank(planned: _Planned, answer: Answer | None, hits: Sequence[Hit]) -> int | None:
    """The place, from 1, of the passage that the answer needs."""
    if planned.case is not None:
        return next((place for place, hit in enumerate(hits, start=1) if _states(hit, planned.case)), None)
    if answer is None or answer.refused or not answer.citations:
        return None
    return _place(answer.citations[0].passage, hits)


def _states(hit: Hit, case: Case) -> bool:
    side = hit.side(case.language)
    return not unmet("\n".join((*side.heading_path, side.lead, side.text)), case.expected)


def _place(passage: Passage, hits: Sequence[Hit]) -> int | None:
    """Where `passage`, or what stands under its headings now, is among `hits`."""
    for place, hit in enumerate(hits, start=1):
        for side in hit.sides:
            if side.lines == passage.lines or _is_at_same_place(side, passage):
                return place
    return None


def _is_at_same_place(one: Passage, other: Passage) -> bool:
    return (one.language, one.heading_path) == (other.language, other.heading_path) and bool(one.heading_path)


def _retrieval(questions: Sequence[RehearsedQuestion], *, after: bool) -> Retrieval:
    resting = [one for one in questions if one.rank_before is not None or one.rank_after is not None]
    ranks = [one.rank_after if after else one.rank_before for one in resting]
    places = [rank for rank in ranks if rank is not None]
    return Retrieval(len(resting), places.count(1), sum(place <= _IN_THREE for place in places))
