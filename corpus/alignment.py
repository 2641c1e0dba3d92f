"""Which section or group of one language is the twin of which in the other, also where one of them lacks some.

Where both have the same outline, twins stand at the same place. Where they have not, they are paired in order by what
translation keeps; what has no clear twin has none.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import TypeAlias, TypeVar

from config.language import Language
from corpus.document import Corpus, Document, Group, Section
from corpus.likeness import Piece, likenesses

SectionTwins: TypeAlias = tuple[Section | None, Section | None]
"""A Korean section and its English twin, None for the one that is missing."""

_T = TypeVar("_T")
_Pair: TypeAlias = tuple[int | None, int | None]

# The price of leaving a piece alone, by which likenesses are measured.
_ALONE = 1.0
# How much better than every other way a pair must be, by whether both stand at the same place.
_LEAST_MARGIN = {False: 0.5, True: 0.25}
# Decides where nothing else does.
_SAME_PLACE = 1e-6


def section_twins(korean: Document, english: Document) -> tuple[SectionTwins, ...]:
    """Every section of both documents once, in order, beside its twin."""
    mine, other = korean.sections, english.sections
    if [section.outline for section in mine] == [section.outline for section in other]:
        return tuple(zip(mine, other, strict=True))
    pairs = _aligned(_pieces_of(mine), _pieces_of(other))
    return tuple((_at(mine, row), _at(other, column)) for row, column in pairs)


def group_twins(corpus: Corpus) -> Iterator[dict[Language, Group]]:
    """Every group of `corpus` once, beside its twin; alone where it has none."""
    korean, english = corpus.document(Language.KOREAN), corpus.document(Language.ENGLISH)
    if korean is None or english is None:
        yield from ({document.language: group} for document in corpus.documents for group in document.groups())
        return
    for sections in section_twins(korean, english):
        mine, other = (tuple(section.groups()) if section else () for section in sections)
        for row, column in _paired_groups(mine, other):
            sides = {Language.KOREAN: _at(mine, row), Language.ENGLISH: _at(other, column)}
            yield {language: group for language, group in sides.items() if group is not None}


def _paired_groups(korean: Sequence[Group], english: Sequence[Group]) -> list[_Pair]:
    if len(korean) == len(english) or not korean or not english:
        return list(zip_longest(range(len(korean)), range(len(english))))
    pieces = [[Piece(group.position[-1:], 0, "", group.lines) for group in side] for side in (korean, english)]
    return _aligned(*pieces)


def _pieces_of(sections: Sequence[Section]) -> list[Piece]:
    return [
        Piece(section.outline, section.level, section.heading, section.lines, _count_below(section, sections[number:]))
        for number, section in enumerate(sections, start=1)
    ]


def _count_below(section: Section, following: Sequence[Section]) -> int:
    return sum(1 for _ in takewhile(lambda other: other.level > section.level, following))


def _at(sequence: Sequence[_T], place: int | None) -> _T | None:
    return None if place is None else sequence[place]


def _aligned(korean: Sequence[Piece], english: Sequence[Piece]) -> list[_Pair]:
    """The pairs in order. Those are parted for which other ways are about as good."""
    in_place = [[mine.place == other.place for other in english] for mine in korean]
    scores = [
        [score + _SAME_PLACE * same for score, same in zip(row, places, strict=True)]
        for row, places in zip(likenesses(korean, english), in_place, strict=True)
    ]
    ways = _Ways(scores, len(english))
    pairs: list[_Pair] = []
    for row, column in ways.best():
        if row is None or column is None or ways.margin(row, column) >= _LEAST_MARGIN[in_place[row][column]]:
            pairs.append((row, column))
        else:
            pairs += [(row, None), (None, column)]
    return pairs


class _Ways:
    """All ways to pair rows with columns in order, some of them left alone."""

    def __init__(self, scores: Sequence[Sequence[float]], columns: int) -> None:
        self._scores = scores
        self._columns = columns
        self._before = _best_totals(scores, columns)
        turned = _best_totals([row[::-1] for row in reversed(scores)], columns)
        self._after = [row[::-1] for row in reversed(turned)]

    def best(self) -> Iterator[_Pair]:
        """The best way: its pairs, and what it leaves alone, in order."""
        row, column = 0, 0
        while row < len(self._scores) and column < self._columns:
            best = self._after[row][column]
            if best == self._scores[row][column] + self._after[row + 1][column + 1]:
                yield row, column
                row, column = row + 1, column + 1
            elif best == self._after[row + 1][column] - _ALONE:
                yield row, None
                row += 1
            else:
                yield None, column
                column += 1
        yield from ((left, None) for left in range(row, len(self._scores)))
        yield from ((None, left) for left in range(column, self._columns))

    def margin(self, row: int, column: int) -> float:
        """By how much the best way with `row` and `column` as a pair is better than the best without that pair."""
        before, after = self._before[row], self._after[row + 1]
        alone = [one + other - _ALONE for one, other in zip(before, after, strict=True)]
        paired = [one + score + other for one, score, other in zip(before, self._scores[row], after[1:], strict=False)]
        return paired[column] - max(*alone, *paired[:column], *paired[column + 1 :])


def _best_totals(scores: Sequence[Sequence[float]], columns: int) -> list[list[float]]:
    """Of so many first rows with so many first columns, what the best way to pair them comes to."""
    totals = [[-_ALONE * column for column in range(columns + 1)]]
    for row in scores:
        above = totals[-1]
        total = [above[0] - _ALONE]
        for column, score in enumerate(row):
            total.append(max(above[column] + score, above[column + 1] - _ALONE, total[column] - _ALONE))
        totals.append(total)
    return totals
