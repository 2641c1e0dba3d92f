"""The result of a rehearsal: the same questions asked of the live version and of the new one."""

from dataclasses import dataclass
from enum import StrEnum

from bot.answering.answer import Answer
from config.language import Language


class Effect(StrEnum):
    """What an update does to the answer of a question."""

    SAME = "same"
    CHANGED = "changed"
    GAINED = "gained"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class RecentQuestion:
    """A question a member asked, and what it was answered."""

    question: str
    language: Language
    answer: Answer


@dataclass(frozen=True, slots=True)
class RehearsedQuestion:
    """One question with both answers.

    `golden` questions must not be lost: that blocks approval. LOST means answered before and refused after, or a
    golden question whose right answer no longer states what it must (`missing`, one text of each requirement). The
    answers are None where both libraries find the very same passages, so that nobody was asked. `rank_before` and
    `rank_after` are the places, from 1, among the passages found: of the one that states what a golden question wants,
    or of the one that another's answer rested on; None where it is not among them.
    """

    question: str
    language: Language
    golden: bool
    effect: Effect
    before: Answer | None
    after: Answer | None
    missing: tuple[str, ...] = ()
    rank_before: int | None = None
    rank_after: int | None = None


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Of `questions` that rest on a passage, how many found it first and among the first three."""

    questions: int
    first: int
    in_three: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a rehearsal showed. `planned` is how many questions it had; fewer were asked where it was `stopped`."""

    questions: tuple[RehearsedQuestion, ...]
    planned: int
    stopped: bool
    before: Retrieval
    after: Retrieval

    def with_effect(self, effect: Effect) -> tuple[RehearsedQuestion, ...]:
        """The questions on which the update has `effect`, golden ones first."""
        found = [question for question in self.questions if question.effect is effect]
        return tuple(sorted(found, key=lambda question: not question.golden))

    @property
    def lost_golden(self) -> tuple[RehearsedQuestion, ...]:
        """The golden questions lost: they block approval."""
        return tuple(question for question in self.with_effect(Effect.LOST) if question.golden)
