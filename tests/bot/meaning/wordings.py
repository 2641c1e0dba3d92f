"""Questions in several wordings, by the question, and how near those of one and of two questions are."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.judging.questions import SetName, Split, read_sets
from bot.meaning.question import ComparableQuestion
from bot.meaning.reading import QuestionReader
from tests.places import EVALS

_SETS = (SetName.ANSWERABLE, SetName.UNANSWERABLE)

Wordings = Mapping[str, Sequence[str]]
"""The wordings of each question, by its name."""


def paraphrases(split: Split) -> Wordings:
    """Four wordings of each question, two a language; many differ from another in one thing only."""
    groups: Wordings = tomllib.loads((EVALS / "paraphrases.toml").read_text(encoding="utf-8"))[split]
    return groups


def twins(split: Split) -> Wordings:
    """The Korean and the English form of every question about the shipped article."""
    found: dict[str, list[str]] = {}
    for folder in (EVALS, EVALS / "development") if split is Split.DEV else (EVALS,):
        for case in read_sets(folder, _SETS, split):
            found.setdefault(f"{folder.name} {case.set_name} {case.stem}", []).append(case.question)
    return {name: texts for name, texts in found.items() if len(texts) > 1}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings: whether they are in two languages, and whether they ask one question."""

    one: ComparableQuestion
    other: ComparableQuestion
    across: bool
    same: bool


def pairs(wordings: Wordings, reader: QuestionReader) -> Iterator[Pair]:
    """Every two of all wordings."""
    read = [(name, reader.read(text)) for name, texts in wordings.items() for text in texts]
    for (one_name, one), (other_name, other) in combinations(read, 2):
        yield Pair(one, other, one.language is not other.language, one_name == other_name)


class Nearnesses:
    """How near the pairs of some wordings are, by kind."""

    def __init__(self, wordings: Wordings, reader: QuestionReader) -> None:
        self._found: dict[tuple[bool, bool], list[float]] = {}
        for pair in pairs(wordings, reader):
            self._found.setdefault((pair.across, pair.same), []).append(reader.nearness(pair.one, pair.other))

    def joined(self, threshold: float, *, across: bool) -> float:
        """The share of the pairs of one question that are at least so near; 0 where there are none."""
        values = self._found.get((across, True), [])
        return sum(value >= threshold for value in values) / max(1, len(values))

    def confused(self, threshold: float, *, across: bool) -> int:
        """How many pairs of two questions are at least so near."""
        return sum(value >= threshold for value in self._found.get((across, False), []))

    def row(self, threshold: float) -> str:
        """A row of the table in docs/measurements.md: joined and confused, within a language and across."""
        figures: list[str] = []
        for across in (False, True):
            joined = self.joined(threshold, across=across)
            figures += [f"{joined:.2f}", str(self.confused(threshold, across=across))]
        return f"| {threshold} | {' | '.join(figures)} |"
