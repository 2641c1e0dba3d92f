"""What questions ask about (a price, a date, who leads), by ordinary words of both languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources


class Aspects:
    """Finds what a question asks about, and which way it leans. Immutable; safe to share."""

    def __init__(
        self,
        aspects: Mapping[str, Sequence[str]],
        sides: Mapping[str, Sequence[str]],
        exclusive: Sequence[Sequence[str]] = (),
        opposite: Sequence[Sequence[str]] = (),
    ) -> None:
        self._exclusive = tuple(map(frozenset, exclusive))
        self._opposite = tuple(map(frozenset, opposite))
        self._aspects = {name: _pattern(words) for name, words in aspects.items()}
        self._sides = {name: _pattern(words) for name, words in sides.items()}

    @classmethod
    def load(cls) -> "Aspects":
        """The words that ship."""
        text = resources.files("bot.meaning").joinpath("aspects.toml").read_text(encoding="utf-8")
        return cls(**tomllib.loads(text))

    def asked(self, question: str) -> frozenset[str]:
        """The names of the things `question` asks about, empty where none is known."""
        return _found(self._aspects, question)

    def sides(self, question: str) -> frozenset[str]:
        """The names of the ways it leans: cheaper, safe."""
        return _found(self._sides, question)

    def exclude(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two questions that ask about `one` and about `other` cannot be the same."""
        return _differ(one, other, self._exclusive)

    def oppose(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two questions that lean `one` way and the `other` cannot be the same."""
        return _differ(one, other, self._opposite)


def _differ(one: frozenset[str], other: frozenset[str], groups: Sequence[frozenset[str]]) -> bool:
    """Whether both have something of a group, and not the same."""
    return any(one & group and other & group and one & group != other & group for group in groups)


def _found(patterns: Mapping[str, re.Pattern[str]], text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in patterns.items() if pattern.search(text))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Latin words by their beginning, Korean ones wherever they stand."""
    return re.compile("|".join(rf"\b(?:{word})" if word.isascii() else word for word in words), re.IGNORECASE)
