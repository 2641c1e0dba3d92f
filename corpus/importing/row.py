"""A line of plain text with what its beginning and its place tell."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank.

    `ordinal` is its list number, `follows_blank` whether a blank line is above, `level` that of a marked heading, else
    0.
    """

    text: str
    number: int
    indent: int
    is_bullet: bool
    ordinal: int | None
    follows_blank: bool
    level: int = 0


def columns(text: str) -> int:
    """How wide `text` is where every character is as wide as another, and Hangul twice that."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
