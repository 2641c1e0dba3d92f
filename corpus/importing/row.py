"""A line of plain text with what its beginning and its place tell."""

import unicodedata
from dataclasses import dataclass

LETTERS_FROM = 1000
"""The list numbers of letters begin here, a thousand for each alphabet."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank.

    `ordinal` is its list number (from `LETTERS_FROM` on a letter), `follows_blank` whether a blank line is above,
    `level` that of a marked heading, else 0.
    """

    text: str
    number: int
    indent: int
    is_bullet: bool
    ordinal: int | None
    follows_blank: bool
    level: int = 0

    @property
    def item_number(self) -> int | None:
        """Its number as an item of a list numbered in figures."""
        is_figure = self.is_bullet and self.ordinal is not None and self.ordinal < LETTERS_FROM
        return self.ordinal if is_figure else None


def columns(text: str) -> int:
    """How wide `text` is where every character is as wide as another, and Hangul twice that."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
