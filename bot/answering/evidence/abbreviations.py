"""The abbreviations that an article spells out, and questions that want one spelled out."""

import re
from collections.abc import Iterable, Iterator

from bot.answering.understanding.understood import Understood
from config.language import Language
from index.passage import Passage

_SHORT = r"[A-Z][A-Za-z]{0,6}[A-Z]"
_ABBREVIATION = re.compile(_SHORT)
_LONG_THEN_SHORT = re.compile(rf"(?P<long>[^()]+?)\s?\((?P<short>{_SHORT})s?\)")
_SHORT_THEN_LONG = re.compile(rf"\b(?P<short>{_SHORT})s?\s?\((?P<long>[^()]+)\)")
# It stands right there: "What does the rise of LLMs stand for?" asks of the rise.
_WORD = r"[\"'“‘]?(?P<short>[A-Za-z]{2,9})[\"'”’]?"
_KIND = r"(?:(?:acronym|abbreviation|term|letters)\s+)?"
_STANDS = r"(?:actually\s+|really\s+)?(?:(?:is\s+)?short|stands?)\s+for\b"
_KOREAN_KIND = r"(?:약자|약어|줄임말|줄인\s?말|준말|풀네임)"
# 약자 are the weak as well.
_PEOPLE = r"들|에게|한테|의\s(?!뜻|의미|풀|원|전체|영어)|를\s?(?:돕|도와|위|보호|배려|지원|괴롭)"
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bwhat(?:['’]?s|\s+(?:is|are|does|do))?\s+(?:the\s+)?{_KIND}{_WORD}\s+{_STANDS}",
        rf"(?<![A-Za-z]){_WORD}\s+{_STANDS}\s+what\b",
        rf"\b(?:abbreviation|acronym|full form|long form)\s+(?:(?:of|for)\s+)?(?:the\s+)?{_WORD}(?!\w)",
        rf"\bspell(?:s|ed|t)?\s+out\s+(?:the\s+)?{_KIND}{_WORD}(?!\w)",
        rf"(?<![A-Za-z]){_WORD}(?:은|는|이|가|의|란|이란|라는\s?건)?\s*(?:\S{{1,3}}\s){{0,2}}{_KOREAN_KIND}(?!{_PEOPLE})",
    )
)
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_ENDS_IN_HANGUL = re.compile(r"[가-힣]$")


class Abbreviations:
    """The abbreviations that the lines of an article spell out. Made once an index; safe to share."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._found: dict[tuple[str, Language], tuple[Passage, str]] = {}
        for passage in passages:
            for line in passage.lines:
                for short in _spelled_out(line):
                    self._found.setdefault((short.casefold(), passage.language), (passage, line))

    def asked_in(self, question: Understood) -> str | None:
        """The abbreviation that `question` wants spelled out, None where it wants something else."""
        known = {short for short, _ in self._found}
        for asked in filter(None, (pattern.search(question.asked) for pattern in _ASKED)):
            short = asked["short"].removesuffix("s")
            if short.casefold() in known or _ABBREVIATION.fullmatch(short):
                return short
        return None

    def line(self, question: Understood) -> tuple[Passage, str] | None:
        """The line that spells out what `question` asks, in its language where one there does, after its passage.

        None where none does, or the question wants something else.
        """
        short, language = self.asked_in(question), question.language
        if short is None:
            return None
        lines = (self._found.get((short.casefold(), one)) for one in (language, language.other))
        return next(filter(None, lines), None)


def _spelled_out(line: str) -> Iterator[str]:
    """The abbreviations that `line` spells out: the words before or in the parentheses begin with its letters.

    What Hangul words stand for can only be told by their place.
    """
    for match in _LONG_THEN_SHORT.finditer(line):
        short, words = match["short"], _BETWEEN_WORDS.split(match["long"].strip())
        if _begin_with(words[-len(short) :], short) or (short.isupper() and _ENDS_IN_HANGUL.search(match["long"])):
            yield short
    for match in _SHORT_THEN_LONG.finditer(line):
        if _begin_with(_BETWEEN_WORDS.split(match["long"].strip()), match["short"]):
            yield match["short"]


def _begin_with(words: list[str], short: str) -> bool:
    return "".join(word[:1] for word in words).casefold() == short.casefold()
