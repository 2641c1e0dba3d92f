"""Ordinary words and how the other language says them, for questions in another language than the passages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources

from index.wordforms import english_stem

_HANGUL = re.compile("[가-힣]")


class Vocabulary:
    """Korean words with their English ones. Immutable; safe to share."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._english = {korean: tuple(english) for korean, english in words.items()}
        self._korean: dict[str, list[str]] = {}
        for korean, english in words.items():
            for stem in dict.fromkeys(map(english_stem, english)):
                self._korean.setdefault(stem, []).append(korean)
        longest_first = sorted(map(re.escape, words), key=len, reverse=True)
        self._pattern = re.compile("|".join(longest_first) or r"(?!)")

    @classmethod
    def load(cls) -> "Vocabulary":
        """The vocabulary that ships."""
        text = resources.files("index").joinpath("vocabulary.toml").read_text(encoding="utf-8")
        return cls(tomllib.loads(text)["words"])

    def translate(self, word: str) -> tuple[str, ...]:
        """Words of the other language for a Korean word, part by part (학습비용), or for a lower-case English one."""
        if _HANGUL.match(word):
            return tuple(english for match in self._pattern.finditer(word) for english in self._english[match[0]])
        return tuple(self._korean.get(english_stem(word), ()))
