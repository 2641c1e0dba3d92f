"""What a question takes for granted, held against the article's own lines."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from bot.answering.polarity import NEGATION, clauses
from bot.answering.support import content_units

_PRESUMES = re.compile(
    r"^(?:so |but |and )?why\b|\bhow come\b|\bwhy (?:is|are|was|were|do|does|did|has|have)\b|\b(?:grounds|reasons?)\b"
    r"|\bhow (?:much more|expensive|cheap|slow|fast|hard|difficult|easy|far behind)\b"
    r"|왜|이유|까닭|근거|때문|어째서|얼마나 (?:비싸|싸|느리|빠르|어렵|쉬|뒤)",
    re.IGNORECASE,
)
_NEGATABLE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Two directions of one scale, each a pattern of words that point that way."""

    one: re.Pattern[str]
    other: re.Pattern[str]


class PremiseJudge:
    """Finds lines that say the contrary of what a question presumes."""

    def __init__(self, scales: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        self._opposites = [
            _Opposites(*pair)
            for one, other in scales
            for pair in ((_pattern(one), _pattern(other)), (_pattern(other), _pattern(one)))
        ]

    @classmethod
    def load(cls) -> "PremiseJudge":
        """The scales that ship."""
        text = resources.files("bot.answering").joinpath("opposites.toml").read_text(encoding="utf-8")
        return cls((scale["one"], scale["other"]) for scale in tomllib.loads(text)["scales"])

    def contrary(self, question: str, lines: Sequence[str]) -> tuple[str, ...]:
        """Of `lines`, those that point the other way on a scale the question takes a side on, or deny what it presumes.

        Nothing where the question presumes nothing, or where any line takes the question's own side.
        """
        if _PRESUMES.search(question) is None:
            return ()
        found: list[str] = []
        for scale in self._opposites:
            if scale.one.search(question) and not scale.other.search(question):
                if any(scale.one.search(line) for line in lines):
                    continue
                found += [line for line in lines if scale.other.search(line)]
        if NEGATION.search(question) is None:
            found += [line for line in lines if _denies(line, question)]
        return tuple(line for line in lines if line in found)


def _denies(line: str, question: str) -> bool:
    """Whether a clause of `line` with a negation in it holds most of what the question says."""
    asked = content_units(question)
    return any(
        NEGATION.search(clause) is not None
        and len(asked & content_units(clause)) >= max(2, _NEGATABLE_SHARE * len(asked))
        for clause in clauses(line)
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Latin words by their beginning, Korean ones wherever they stand."""
    return re.compile("|".join(rf"\b{word}" if word.isascii() else word for word in words), re.IGNORECASE)
