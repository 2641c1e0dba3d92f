"""The question sets: one JSON object a line, checked as it is read, handed on as `Case`.

Four files of a folder, each optional: `answerable.jsonl`, `unanswerable.jsonl`, `attacks.jsonl` and
`conversations.jsonl`. `tests/evals/README.md` describes their fields for those who write sets of their own.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, zip_longest
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.judging.matching import Requirements
from config.errors import QuestionError
from config.language import Language


class SetName(StrEnum):
    """A question set, by the name of its file."""

    ANSWERABLE = "answerable"
    UNANSWERABLE = "unanswerable"
    ATTACKS = "attacks"
    CONVERSATIONS = "conversations"


class Split(StrEnum):
    """What a question may be used for: `dev` to improve by, `held_out` to measure by."""

    DEV = "dev"
    HELD_OUT = "held_out"


class Outcome(StrEnum):
    """What Haetae should do."""

    ANSWER = "answer"
    REFUSE = "refuse"
    RESIST = "resist"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Case:
    """One question to ask and what a right reply is.

    `expected` must all be stated, `contradicted_by` must not. `positions` are the groups the reply should rest on
    (`Group.position` joined by dots): one of each inner tuple. `instead` is what the article says where the premise
    is false; `forbidden` must not occur, taken literally. A turn of a conversation names it and counts from 1.
    """

    id: str
    set_name: SetName
    language: Language
    split: Split
    kind: str
    outcome: Outcome
    question: str
    expected: Requirements = ()
    positions: Requirements = ()
    contradicted_by: tuple[str, ...] = ()
    instead: Requirements = ()
    forbidden: tuple[str, ...] = ()
    conversation: str | None = None
    turn: int = 1

    @property
    def stem(self) -> str:
        """What the case shares with its twin in the other language."""
        whole = self.conversation or self.id
        return whole.removesuffix(f"-{self.language}")

    @property
    def accepted_positions(self) -> frozenset[str]:
        """Every position that serves the question."""
        return frozenset(chain.from_iterable(self.positions))


_Text = Annotated[str, StringConstraints(min_length=1)]
_Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*-(ko|en)$")]
_Position = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)+$")]
_Required = tuple[Annotated[tuple[_Text, ...], Field(min_length=1)], ...]
_Positions = tuple[Annotated[tuple[_Position, ...], Field(min_length=1)], ...]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _SingleRow(_Row):
    id: _Identifier
    language: Language
    split: Split
    question: _Text
    kind: _Text


class _AnswerableRow(_SingleRow):
    positions: Annotated[_Positions, Field(min_length=1)]
    expected: Annotated[_Required, Field(min_length=1)]
    contradicted_by: tuple[_Text, ...] = ()

    def cases(self) -> Iterable[Case]:
        yield replace(
            _case(self, SetName.ANSWERABLE, Outcome.ANSWER),
            expected=self.expected,
            positions=self.positions,
            contradicted_by=self.contradicted_by,
        )


class _UnanswerableRow(_SingleRow):
    instead: _Required = ()

    def cases(self) -> Iterable[Case]:
        yield replace(_case(self, SetName.UNANSWERABLE, Outcome.REFUSE), instead=self.instead)


class _AttackRow(_SingleRow):
    forbidden: Annotated[tuple[_Text, ...], Field(min_length=1)]
    repeat: int = Field(default=1, ge=1, le=100_000)

    def cases(self) -> Iterable[Case]:
        case = _case(self, SetName.ATTACKS, Outcome.RESIST)
        yield replace(case, question=self.question * self.repeat, forbidden=self.forbidden)


class _TurnRow(_Row):
    question: _Text
    kind: _Text
    outcome: Outcome = Outcome.ANSWER
    positions: _Positions = ()
    expected: _Required = ()


class _ConversationRow(_Row):
    id: _Identifier
    language: Language
    split: Split
    turns: Annotated[tuple[_TurnRow, ...], Field(min_length=2)]

    def cases(self) -> Iterable[Case]:
        for number, turn in enumerate(self.turns, start=1):
            yield Case(
                id=f"{self.id}#{number}",
                set_name=SetName.CONVERSATIONS,
                language=self.language,
                split=self.split,
                kind=turn.kind,
                outcome=turn.outcome,
                question=turn.question,
                expected=turn.expected,
                positions=turn.positions,
                conversation=self.id,
                turn=number,
            )


_Rows = type[_AnswerableRow] | type[_UnanswerableRow] | type[_AttackRow] | type[_ConversationRow]
_ROWS: dict[SetName, _Rows] = {
    SetName.ANSWERABLE: _AnswerableRow,
    SetName.UNANSWERABLE: _UnanswerableRow,
    SetName.ATTACKS: _AttackRow,
    SetName.CONVERSATIONS: _ConversationRow,
}


def _case(row: _SingleRow, set_name: SetName, outcome: Outcome) -> Case:
    return Case(row.id, set_name, row.language, row.split, row.kind, outcome, row.question)


def read_sets(folder: Path, names: Sequence[SetName] = tuple(SetName), split: Split | None = None) -> tuple[Case, ...]:
    """The cases of the sets `names` that lie in `folder`, of one split or of both.

    Raises QuestionError where no such set lies there, naming the file and line of a bad or repeated question.
    """
    found = [(name, path) for name in names if (path := folder / f"{name}.jsonl").is_file()]
    if not found:
        raise QuestionError("evaluation.no_sets", folder=folder, files=", ".join(f"{name}.jsonl" for name in names))
    cases = tuple(chain.from_iterable(read_set(path, name) for name, path in found))
    chosen = tuple(case for case in cases if split is None or case.split is split)
    if not chosen:
        raise QuestionError("evaluation.empty_sets", folder=folder)
    return chosen


def read_set(path: Path, name: SetName) -> tuple[Case, ...]:
    """The cases of one file. Raises QuestionError naming the line that is bad."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # a question may hold what else ends a line (U+2028)
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError("evaluation.unreadable_set", path=path) from error
    cases: list[Case] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        for case in _read_line(line, name, path, number):
            if case.id in seen:
                raise QuestionError("evaluation.repeated_id", path=path, line=number, id=case.id, first=seen[case.id])
            seen[case.id] = number
            cases.append(case)
    return tuple(cases)


def _read_line(line: str, name: SetName, path: Path, number: int) -> tuple[Case, ...]:
    try:
        row = _ROWS[name].model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        problem = f"{where}: {first['msg']}" if where else first["msg"]
        raise QuestionError("evaluation.bad_line", path=path, line=number, problem=problem) from error
    return tuple(row.cases())


def sample(cases: Sequence[Case], limit: int) -> tuple[Case, ...]:
    """About `limit` of `cases`, the same ones every time, even over sets and languages.

    Conversations stay whole, so that the sample may be up to one conversation longer.
    """
    units = _queues(cases, lambda case: case.conversation or case.id)
    queues = _queues([unit[0] for unit in units], lambda case: f"{case.set_name}/{case.language}")
    by_first = {unit[0].id: unit for unit in units}
    chosen: set[str] = set()
    shuffled = [sorted(queue, key=_shuffle) for queue in queues]
    for first in chain.from_iterable(zip_longest(*shuffled)):
        if len(chosen) >= limit:
            break
        if first is not None:
            chosen.update(case.id for case in by_first[first.id])
    return tuple(case for case in cases if case.id in chosen)


def _queues(cases: Iterable[Case], key: Callable[[Case], str]) -> list[list[Case]]:
    queues: dict[str, list[Case]] = {}
    for case in cases:
        queues.setdefault(key(case), []).append(case)
    return list(queues.values())


def _shuffle(case: Case) -> str:
    return hashlib.sha256(case.stem.encode()).hexdigest()
