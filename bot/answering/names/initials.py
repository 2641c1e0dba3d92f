"""Whether texts spell an abbreviation out.

By words whose first letters make it (CoT of chain-of-thought, UX of user experience), or as the end of a longer
abbreviation (UI of GUI).
"""

import re
from collections.abc import Sequence

from index.wordforms import ENGLISH_FUNCTION_WORDS

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]")
# Two words begin with any two letters somewhere, unless one is an x.
_MIN_LETTERS = 3
_WORD = re.compile(r"[a-z]+")


class Initials:
    """The first letters of the words of some texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __contains__(self, abbreviation: str) -> bool:
        """Whether words one after the other begin with the letters of `abbreviation`, ordinary ones first and last."""
        if _ABBREVIATION.fullmatch(abbreviation) is None:
            return False
        if any(re.search(rf"\b[A-Z]{abbreviation}\b", text) for text in self._texts):
            return True
        letters = abbreviation.lower()
        if len(letters) < _MIN_LETTERS and "x" not in letters:
            return False
        return any(_has_run(_WORD.findall(text.lower()), letters) for text in self._texts)


def _has_run(words: Sequence[str], letters: str) -> bool:
    length = len(letters)
    runs = (words[start : start + length] for start in range(len(words) - length + 1))
    return any(not {run[0], run[-1]} & ENGLISH_FUNCTION_WORDS and all(map(_begins, run, letters)) for run in runs)


def _begins(word: str, letter: str) -> bool:
    return word[0] == letter or (letter == "x" and word.startswith("ex"))
