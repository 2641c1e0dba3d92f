"""As what the article gives a figure: "41B in total", where 41B are the active ones, is a false premise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.verifying.support import content_units
from corpus.figures import Figure, figures
from index.passage import Passage

_FIGURE_UNIT = "="
# So many words on either side of a figure say as what it is taken.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure where the article states it, and the words it is stated with, in units that compare."""

    figure: Figure
    words: frozenset[str]
    passage: Passage


class FigureAttributes:
    """Which figures stand beside one another, told apart by a word (active, total). Made once an index."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._stated = tuple(_stated(passages))

    def contrary(self, question: str, presumed: Sequence[Figure]) -> Passage | None:
        """The passage that gives another figure as what `question` takes one of `presumed` for, None where none does.

        It stands beside the passages that give the presumed one, and the question has no word that these have alone.
        """
        asked = _words(question)
        for figure in presumed:
            own = [one for one in self._stated if figure.matches(one.figure)]
            told = frozenset[str]().union(*(one.words for one in own))
            taken_as = _words(_beside(figure, question)) - told
            for other in self._beside(own) if taken_as else ():
                alike = other.figure.unit == figure.unit and not any(map(other.figure.matches, figures(question)))
                if alike and taken_as & other.words and not asked & (told - other.words):
                    return other.passage
        return None

    def _beside(self, own: Sequence[_Stated]) -> Iterator[_Stated]:
        """What is stated under other headings of the same heading."""
        paths = {one.passage.heading_path for one in own}
        above = {path[:-1] for path in paths if len(path) > 1}
        for other in self._stated:
            if other.passage.heading_path not in paths and other.passage.heading_path[:-1] in above:
                yield other


def _stated(passages: Sequence[Passage]) -> Iterator[_Stated]:
    for passage in passages:
        for text in (passage.heading_path[-1], *passage.lines):
            for figure in figures(text):
                yield _Stated(figure, _words(text), passage)


def _words(text: str) -> frozenset[str]:
    return frozenset(unit for unit in content_units(text) if not unit.startswith(_FIGURE_UNIT))


def _beside(figure: Figure, question: str) -> str:
    before, _, after = question.partition(figure.text)
    return " ".join((*before.split()[-_BESIDE:], *after.split()[:_BESIDE]))
