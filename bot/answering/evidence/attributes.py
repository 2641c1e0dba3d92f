"""As what the article gives a figure: "41B in total", where 41B are the active ones, is a false premise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.content_words import content_units, words_beside
from bot.answering.understanding.understood import Understood
from config.language import Language
from corpus.figures import Figure, around, figures
from index.lexical import is_figure
from index.passage import Passage

# So many words on either side of a figure say as what it is taken.
_BESIDE = 3
# "Of the 675 lamps, how many burn?": what is asked of a part of them is no attribute of all.
_PART_BEFORE = re.compile(r"\bof\s+(?:(?:all|the|its|those|these)\s+)*$", re.IGNORECASE)
_PART_BEHIND = re.compile(r"^\s?\S{0,3}\s?(?:중|가운데)")
_NUMBER = re.compile(r"[\d.,\s]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure where the article states it.

    `words` are those it is stated with, in units that compare. `line` is that of the passage to quote for it: the one
    that states it, or the first where the heading does.
    """

    figure: Figure
    words: frozenset[str]
    passage: Passage
    line: str


class FigureAttributes:
    """Which figures stand beside one another, told apart by a word (active, total). Made once an index."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._stated = {
            language: tuple(_stated(passage for passage in passages if passage.language is language))
            for language in Language
        }

    def contrary(self, question: Understood, presumed: Sequence[Figure]) -> Stated | None:
        """What the article gives as that for which `question` takes one of `presumed`; None where it gives nothing.

        It is a figure of the same kind, beside the one presumed and stated with a word next to that in the question;
        the question has no word with which the article states the presumed one alone.
        """
        found = (self._given_as(figure, question) for figure in presumed if not _asks_of_a_part(figure, question.text))
        return next(filter(None, found), None)

    def _given_as(self, figure: Figure, question: Understood) -> Stated | None:
        """What the article gives as that for which `question` takes `figure`."""
        own = [one for one in self._stated[question.language] if figure.matches(one.figure)]
        told = frozenset[str]().union(*(one.words | _words(" . ".join(one.passage.heading_path)) for one in own))
        names = _words(" . ".join(question.names))
        taken_as = _words(" ".join(words_beside(figure, question.text, _BESIDE))) - told - names
        asked = _words(question.text) - names
        asked_figures = figures(question.text)
        for other in self._beside(own, question.language):
            alike = any(_kind(one.figure) == _kind(other.figure) and one.words & other.words - names for one in own)
            in_question = any(map(other.figure.matches, asked_figures))
            if alike and not in_question and taken_as & other.words and not asked & (told - other.words):
                return other
        return None

    def _beside(self, own: Sequence[Stated], language: Language) -> Iterator[Stated]:
        """What is stated under the other headings of the same heading."""
        paths = {one.passage.heading_path for one in own}
        above = {path[:-1] for path in paths if len(path) > 1}
        for other in self._stated[language]:
            if other.passage.heading_path not in paths and other.passage.heading_path[:-1] in above:
                yield other


def _stated(passages: Iterator[Passage]) -> Iterator[Stated]:
    for passage in passages:
        for text in (passage.heading_path[-1], *passage.lines):
            for figure in figures(text):
                yield Stated(figure, _words(text), passage, text if text in passage.lines else passage.lines[0])


def _words(text: str) -> frozenset[str]:
    return frozenset(unit for unit in content_units(text) if not is_figure(unit))


def _asks_of_a_part(figure: Figure, question: str) -> bool:
    """Whether `question` asks about a part of `figure`."""
    before, behind = around(figure, question) or ("", "")
    return _PART_BEFORE.search(before) is not None or _PART_BEHIND.search(behind) is not None


def _kind(figure: Figure) -> str:
    """What stands behind the number: the unit, or thousands or millions of something."""
    return figure.unit or _NUMBER.sub("", figure.text).casefold()
