"""What a question takes for granted, held against the article's own lines."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from bot.answering.content_words import content_units
from bot.answering.denials import clauses, denied_words, holds_most, is_negated
from bot.answering.understanding.understood import Understood

# What turns a word of a scale to its other end: lower risk, 위험이 줄어.
_LOWERED = re.compile(
    r"\b(?:less(?:en|er)?|low(?:er)?|fewer|reduc|decreas|diminish|small(?:er)?\b|cut(?:s|ting)?\b|avoid|prevent|minimi[sz])"
    r"|줄|낮|감소|덜|적게|적은|적어|막아|막는|방지|해소|사라",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|just|exclusively|solely)\b|[가-힣A-Za-z\d]만(?![가-힣])|전용", re.IGNORECASE)
_EVEN = re.compile(r"\b(?:even|also|too|as well)\b|[가-힣]도(?![가-힣])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Opposites:
    """Two directions of one scale, each a pattern of words that point that way."""

    one: re.Pattern[str]
    other: re.Pattern[str]

    def contrary(self, question: str, lines: Sequence[str]) -> list[str]:
        """The lines that point the other way about what the question speaks of, those that share most with it.

        None where any line takes the question's own side.
        """
        if not _points(self.one, question) or self.other.search(question) or any(map(self.one.search, lines)):
            return []
        about = content_units(self.one.sub(" ", question))
        shared = {
            line: len(about & content_units(self.other.sub(" ", line))) for line in lines if _points(self.other, line)
        }
        most = max(shared.values(), default=0)
        return [line for line, share in shared.items() if share == most > 0]


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
        text = resources.files("bot.answering.evidence").joinpath("opposites.toml").read_text(encoding="utf-8")
        return cls((scale["one"], scale["other"]) for scale in tomllib.loads(text)["scales"])

    def contrary(self, question: Understood, lines: Sequence[str]) -> tuple[str, ...]:
        """Of `lines`, those that point the other way on a scale the question takes a side on, or deny what it presumes.

        Nothing where the question presumes nothing, or denies something itself.
        """
        if is_negated(question.text) or not question.wanted.presumes:
            return ()
        found = [line for scale in self._opposites for line in scale.contrary(question.text, lines)]
        found += _denying(lines, question.text)
        return tuple(line for line in lines if line in found)


def _points(direction: re.Pattern[str], text: str) -> bool:
    """Whether `text` points in `direction`, neither denied nor lowered."""
    if re.search(rf"(?<![가-힣])안\s?(?:{direction.pattern})", text):
        return False
    rest = direction.sub(" ", text)
    return rest != text and not is_negated(rest) and _LOWERED.search(rest) is None


def _denying(lines: Sequence[str], question: str) -> list[str]:
    """The lines that deny what `question` says, or give to others what it says is for some only."""
    asked = content_units(question)
    stated = [clause for line in lines for clause in clauses(line) if not is_negated(clause)]
    exclusive = _ONLY.search(question) is not None

    def denies(clause: str) -> bool:
        denied = denied_words(clause)
        governed = asked & content_units(" ".join(denied.predicates))
        if governed and holds_most(clause, asked):
            return not any(governed & content_units(other) and holds_most(other, asked) for other in stated)
        return exclusive and _EVEN.search(clause) is not None and bool(asked & content_units(" ".join(denied.others)))

    return [line for line in lines if any(map(denies, clauses(line)))]


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Latin words by their beginning, Korean ones wherever they stand."""
    return re.compile("|".join(rf"\b{word}" if word.isascii() else word for word in words), re.IGNORECASE)
