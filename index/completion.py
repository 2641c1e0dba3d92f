"""Whether a text may be what someone is about to type: by the beginnings of words, Korean also by first consonants."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

from index.hangul import initial, is_consonant, is_syllable, typed_keys

_WORD_START = re.compile(r"(?<!\w)\w")


class Fit(IntEnum):
    """Where a text has what was typed, best first."""

    AT_WORD = 0
    INSIDE = 1
    NOWHERE = 2


@dataclass(frozen=True, slots=True)
class Target:
    """A text to be completed: its letters and digits without anything between them, and where its words begin."""

    letters: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The target of a text as people read it."""
        folded = _folded(text)
        places = [position for position, character in enumerate(folded) if character.isalnum()]
        words = {match.start() for match in _WORD_START.finditer(folded)}
        starts = tuple(number for number, position in enumerate(places) if position in words)
        return cls("".join(folded[position] for position in places), starts)


def fit(word: str, target: Target) -> Fit:
    """How `target` fits a typed word, its last syllable perhaps unfinished.

    A consonant stands for any syllable that begins with it (ㅁㅅㅌㄹ for 미스트랄). Words with whole syllables may
    stand inside a word too, where Korean joins them (윈도우 in 컨텍스트윈도우).
    """
    # Two consonants in a row are one letter on a keyboard (ㄳ), but begin two syllables.
    letters = (typed_keys(one) if is_consonant(one) else one for one in _folded(word) if one.isalnum())
    typed = "".join(letters)
    if not typed or any(_begins(target.letters, start, typed) for start in target.starts):
        return Fit.AT_WORD
    if any(map(is_syllable, typed)) and any(_begins(target.letters, at, typed) for at in range(len(target.letters))):
        return Fit.INSIDE
    return Fit.NOWHERE


def _begins(letters: str, start: int, typed: str) -> bool:
    there = letters[start : start + len(typed)]
    if len(there) < len(typed) or not all(map(_is_meant, typed[:-1], there)):
        return False
    if not is_syllable(typed[-1]):
        return _is_meant(typed[-1], there[-1])
    # 미슽 is on the way to 미스트: its last consonant will begin the next syllable.
    last = start + len(typed) - 1
    return typed_keys(letters[last : last + 2]).startswith(typed_keys(typed[-1]))


def _is_meant(typed: str, letter: str) -> bool:
    return typed == (initial(letter) if is_consonant(typed) else letter)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
