"""Figures that stand beside one another, and whether a sentence says of one what the passage says of another."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.answering.content_words import content_units
from bot.answering.sentences import sentences
from corpus.figures import Figure, located_figures
from corpus.numerals import ENGLISH_FROM_TWO, KOREAN_FROM_TWO, spelled_numbers
from corpus.units import unit_after
from index.lexical import is_figure

_SPELLED_FROM_TWO = re.compile(
    rf"\b(?:{ENGLISH_FROM_TWO})\b|(?<![가-힣])(?:{KOREAN_FROM_TWO})(?=\s[가-힣])", re.IGNORECASE
)
# What is left has no figure, and is the share of something all the same: 70% from the plant, the rest from the grid.
_REST = re.compile(r"\bthe (?:rest|remainder|remaining)\b|나머지", re.IGNORECASE)
_REST_VALUE = Decimal(-1)
# Where what is said of one figure ends and what is said of the next begins.
_BOUNDARY = re.compile(
    r"[,;:(](?!\d)|\b(?:and|or|but|while|whereas|then)\b|(?<=[가-힣])(?:고|며|지만|는데)(?=[\s,])", re.IGNORECASE
)
# The verb that ends a Korean sentence is said of all before it; a noun there ("입니다") of the last alone.
_KOREAN_VERB = re.compile(r"(?<=\s)[가-힣]+(?<!입)(?<!였습)(?<!이었습)니다\W*$")
_AMONG = content_units("가운데")
_YEAR = re.compile(r"(?:19|20)\d\d년?")
_YEAR_UNIT = "in the year"


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure, where it stands, and whether it is the last of its kind in its sentence."""

    figure: Figure
    start: int
    end: int

    def is_like(self, other: "_Mention") -> bool:
        """Whether one can be taken for the other."""
        return self.figure.unit == other.figure.unit or _REST_VALUE in (self.figure.value, other.figure.value)


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure and the words it stands with; `place` tells its sentence and its turn in it."""

    figure: Figure
    words: frozenset[str]
    place: tuple[int, int]


def said_of_rival(sentence: str, headings: Sequence[str], lines: Sequence[str]) -> str | None:
    """The first figure of `sentence` whose words `lines` have rather with another figure of its kind; else None.

    Words of the `headings` go with every figure below them.
    """
    everywhere = content_units(" . ".join(headings))
    for number, mention in enumerate(said := _mentions(_normal(sentence))):
        words = _words_with(_normal(sentence), [one for one in said if one is mention or one.is_like(mention)], mention)
        told = list(_told(lines, mention, everywhere))
        own = [one for one in told if mention.figure.matches(one.figure)]
        others = [one for one in told if not mention.figure.matches(one.figure)]
        if own and all(any(_fits_better(words, other, one) for other in others) for one in own):
            return said[number].figure.text
    return None


def _fits_better(words: frozenset[str], other: _Told, own: _Told) -> bool:
    """Whether `words` hold more of what only `other` stands with than of what only `own` does.

    As much is too much where `other` comes later in the same sentence: what was said before holds for it as well.
    """
    theirs, ours = other.words - own.words, own.words - other.words
    if not words & theirs:
        return False
    share = len(words & theirs) / len(theirs)
    own_share = len(words & ours) / len(ours) if ours else 1.0
    follows = other.place[0] == own.place[0] and other.place[1] > own.place[1]
    return share > own_share or (follows and share == own_share == 1)


def _told(lines: Sequence[str], like: _Mention, everywhere: frozenset[str]) -> Iterator[_Told]:
    for number, text in enumerate(_normal(sentence) for line in lines for sentence in sentences(line)):
        found = _mentions(text)
        kinds = {like.figure.unit} | {one.figure.unit for one in found if one.figure.matches(like.figure)}
        alike = [one for one in found if one.figure.unit in kinds or one.figure.value == _REST_VALUE]
        for turn, mention in enumerate(alike):
            yield _Told(mention.figure, _words_with(text, alike, mention) - everywhere, (number, turn))


def _words_with(text: str, alike: Sequence[_Mention], mention: _Mention) -> frozenset[str]:
    """The words of `text` that go with `mention`, one of several `alike`: all of them where it is the only one."""
    place = alike.index(mention)
    begin, end = 0, len(text)
    for turn, (one, following) in enumerate(pairwise(alike)):
        border = _BOUNDARY.search(text, one.end, following.start)
        if turn == place:
            end = border.start() if border else one.end
        if turn + 1 == place:
            begin = border.end() if border else following.start
    if 0 < place == len(alike) - 1 and (border := _BOUNDARY.search(text, mention.end)):
        end = border.start()
    verb = _KOREAN_VERB.search(text)
    parts = (text[begin : mention.start], text[mention.end : end], verb[0] if verb else "")
    units = frozenset[str]().union(*map(content_units, parts))
    return frozenset(unit for unit in units - _AMONG if not is_figure(unit))


def _mentions(text: str) -> list[_Mention]:
    found = [*_in_digits(text), *_in_words(text)]
    return sorted(found, key=lambda mention: mention.start)


def _in_digits(text: str) -> Iterator[_Mention]:
    for figure, start, end in located_figures(text):
        unit = _YEAR_UNIT if _YEAR.fullmatch(figure.text) else figure.unit
        yield _Mention(Figure(figure.value, unit, figure.text), start, end)


def _in_words(text: str) -> Iterator[_Mention]:
    for match in _SPELLED_FROM_TWO.finditer(text):
        value = max(spelled_numbers(match[0]))
        unit, end = unit_after(text, match.end())
        yield _Mention(Figure(value, unit, match[0]), match.start(), max(end, match.end()))
    for match in _REST.finditer(text):
        yield _Mention(Figure(_REST_VALUE, "", match[0]), match.start(), match.end())


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
