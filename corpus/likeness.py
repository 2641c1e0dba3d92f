"""How alike parts of two languages are, by what translation keeps: figures, Latin names, form and length."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log
from typing import TypeAlias

from corpus.document import Line, LineKind
from corpus.figures import figures, latin_words, name_keys

# Likenesses are measured against the price of leaving one piece alone, which is 1.
_MOST_FOR, _MOST_AGAINST = 4.0, 4.0
_AGAINST_MARK = 0.75
_SAME_KINDS = 0.25
_OTHER_KINDS = 0.5
_LINE_MORE = 0.25
_MOST_AGAINST_LINES = 1.5
_LENGTH = 2.0
_MOST_AGAINST_LENGTH = 1.5
# The length of short texts says little.
_FURTHER_CHARACTERS = 10
_OTHER_LEVEL = 1.25
_MOST_BELOW = 1.0
# How many characters English takes for one of Korean.
_CHARACTERS_FOR_ONE = 2.05
_FIGURE = "="

_Weights: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A section or a group of lines. `place` is where it stands in its language, `level` how deep.

    So many of the pieces right after it as `below` says stand under it.
    """

    place: tuple[int, ...]
    level: int
    heading: str
    lines: Sequence[Line]
    below: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Its heading, and its lines."""
        return (self.heading, *(line.text for line in self.lines))


def likenesses(korean: Sequence[Piece], english: Sequence[Piece]) -> list[list[float]]:
    """Of each Korean piece (row) with each English one (column): above 0 what speaks for them, below what against."""
    own = [[_marks(piece.texts) for piece in side] for side in (korean, english)]
    weights = _weights(*own)
    rows = _profiles(korean, own[0], own[0], weights)
    # Korean keeps Latin script for names alone: in English most words are none.
    columns = _profiles(english, own[1], [frozenset(filter(_is_figure, marks)) for marks in own[1]], weights)
    return [[_likeness(row, column, weights) for column in columns] for row in rows]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Marks that the other language has anywhere, what they weigh together, and how many texts they are from."""

    marks: frozenset[str]
    weight: float
    texts: int


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is compared of a piece: itself, and what is below.

    `foreign` counts the marks that the other language has nowhere though a translation would have kept them.
    """

    level: int
    kinds: tuple[LineKind, ...]
    characters: int
    own: _Marks
    below: _Marks
    foreign: int


def _profiles(
    pieces: Sequence[Piece], marks: Sequence[frozenset[str]], kept: Sequence[frozenset[str]], weights: _Weights
) -> list[_Profile]:
    def known(start: int, end: int) -> _Marks:
        both = frozenset(mark for one in marks[start:end] for mark in one if mark in weights)
        texts = sum(len(piece.texts) for piece in pieces[start:end])
        return _Marks(both, fsum(weights[mark] for mark in both), texts)

    return [
        _Profile(
            level=piece.level,
            kinds=tuple(line.kind for line in piece.lines),
            characters=sum(map(len, piece.texts)),
            own=known(number, number + 1),
            below=known(number + 1, number + 1 + piece.below),
            foreign=sum(mark not in weights for mark in kept[number]),
        )
        for number, piece in enumerate(pieces)
    ]


def _marks(texts: Iterable[str]) -> frozenset[str]:
    """The figures and the Latin words of `texts`, as they compare."""
    marks: set[str] = set()
    for text in texts:
        marks.update(f"{_FIGURE}{figure.value.normalize()}" for figure in figures(text))
        marks.update(key for word in latin_words(text) for key in name_keys(word))
    return frozenset(marks)


def _is_figure(mark: str) -> bool:
    return mark.startswith(_FIGURE)


def _weights(korean: Sequence[frozenset[str]], english: Sequence[frozenset[str]]) -> _Weights:
    """Of each mark that both languages have: 1 where one piece of each has it, the less the more have it."""
    counts = [Counter(mark for marks in side for mark in marks) for side in (korean, english)]
    return {mark: 1 / max(count[mark] for count in counts) for mark in counts[0].keys() & counts[1].keys()}


def _likeness(row: _Profile, column: _Profile, weights: _Weights) -> float:
    shared, misplaced = _shared(row.own, column.own, weights)
    # Two that each lack one of the other may be one that was changed.
    against = _AGAINST_MARK * (misplaced + max(row.foreign, column.foreign))
    other_level = _OTHER_LEVEL if row.level != column.level else 0.0
    of_form = _likeness_of_lines(row, column) - _difference_of_length(row, column) - other_level
    return min(shared, _MOST_FOR) - min(against, _MOST_AGAINST) + of_form + _likeness_below(row, column, weights)


def _shared(mine: _Marks, other: _Marks, weights: _Weights) -> tuple[float, float]:
    """What the marks weigh that both have, and what those weigh that one has alone."""
    shared = fsum(weights[mark] for mark in mine.marks & other.marks)
    return shared, mine.weight + other.weight - 2 * shared


def _likeness_of_lines(row: _Profile, column: _Profile) -> float:
    if row.kinds == column.kinds:
        return _SAME_KINDS
    other_kinds = _OTHER_KINDS if set(row.kinds) != set(column.kinds) else 0.0
    return -min(_LINE_MORE * abs(len(row.kinds) - len(column.kinds)) + other_kinds, _MOST_AGAINST_LINES)


def _likeness_below(row: _Profile, column: _Profile, weights: _Weights) -> float:
    shared, misplaced = _shared(row.below, column.below, weights)
    against = _AGAINST_MARK * misplaced + _LINE_MORE * abs(row.below.texts - column.below.texts)
    return max(-_MOST_BELOW, min(shared - against, _MOST_BELOW))


def _difference_of_length(row: _Profile, column: _Profile) -> float:
    expected = _CHARACTERS_FOR_ONE * row.characters
    ratio = (column.characters + _FURTHER_CHARACTERS) / (expected + _FURTHER_CHARACTERS)
    return min(_LENGTH * log(ratio) ** 2, _MOST_AGAINST_LENGTH)
