"""Decades (the 1980s, the '80s, 80년대), told from other figures: a year within one is of it.

>>> figures_and_decades("the '80s")[0].matches(figures_and_decades("1986년")[0])
True
"""

import re
from dataclasses import dataclass

from corpus.figures import Figure, located_figures

_TENS = r"(?:(?:1[1-9]|20)\d|(?<!\d)\d)0"
# Not an age: in their 30s.
_OF_SOMEBODY = "".join(rf"(?<!\b{word}\s)" for word in ("my", "your", "his", "her", "our", "their"))
_DECADES = re.compile(
    rf"(?<![A-Za-z\d])(?<!\d[.,])(?<![A-Za-z]-){_OF_SOMEBODY}"
    rf"(?:{_TENS}\s?[-–~,·/]\s?)?{_TENS}(?:\s?년대|['’]?s(?![A-Za-z]))"
)
_CENTURY = 100
_YEARS = range(1000, 2100)


@dataclass(frozen=True, slots=True)
class Decade(Figure):
    """The figure that a decade is written with."""

    def matches(self, other: Figure) -> bool:
        """Whether `other` is the same, or a year of the decade: 1986 is of the 1980s and of the '80s."""
        if Figure.matches(self, other):
            return True
        is_year = other.unit in {"", "year"} and other.value in _YEARS
        year = other.value if self.value >= _CENTURY else other.value % _CENTURY
        return is_year and self.value <= year < self.value + 10


def without_decades(text: str) -> str:
    """`text` with a space in place of each decade."""
    return _DECADES.sub(" ", text)


def figures_and_decades(text: str) -> tuple[Figure, ...]:
    """All figures of `text`, in order, those that are decades as such. `text` is in NFKC."""
    spans = [match.span() for match in _DECADES.finditer(text)]
    return tuple(
        Decade(figure.value, figure.unit, figure.text)
        if any(first <= begin < last for first, last in spans)
        else figure
        for figure, begin, _ in located_figures(text)
    )
