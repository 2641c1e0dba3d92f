"""Questions about a section by its number, "What does article 2 say?", "제2조가 뭐예요?": answered by its lines."""

import re
from collections.abc import Sequence

from bot.answering.announcements import Announcements
from bot.answering.direct.sections import Section, heading_paths, section_below
from bot.answering.understanding.understood import Understood
from corpus.heading_numbers import KIND, KOREAN_KIND, NUMBER, heading_number
from corpus.numerals import KOREAN_FROM_TWO, spelled_numbers
from index.passage import Passage

_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_NAMED = re.compile(
    rf"(?:the\s+)?(?:(?:{KIND})s?\s*(?:no\.?|number|\#)?\s*(?P<number>{NUMBER})|(?P<word>{_ORDINAL})\s+(?:{KIND}))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_ASKING = frozenset(
    _WORD.findall("""
        a about can contain contains could cover covers describe does explain give i in is it know list me mean means
        of please pls quote read s say says show state states summarise summarize tell text the there to us want what
        whats written you
    """)
)
_SIGN = re.compile(r"[\s!?,~^'\"ㅎㅋㅠㅜ]")
_KIND_KO = r"(?:규칙|조항|조문|항목|섹션|파트|장|절)"
_NAMED_KO = re.compile(
    rf"(?:제?(?P<number>{NUMBER})(?:{KOREAN_KIND}|(?:번째?)?{_KIND_KO}|번째?(?={_KIND_KO}))"
    rf"|{_KIND_KO}(?P<behind>{NUMBER})번?|(?P<word>첫|{KOREAN_FROM_TWO})번째{_KIND_KO})"
    r"(?P<asked>.*)"
)
_ASKING_KO = re.compile(
    rf"(?:{_KIND_KO}?(?:에|의|은|는|이|가|을|를|에는|에서는?)?(?:대해서?|관해서?)?)?"
    r"(?:(?:내용|전문|본문)(?:은|는|이|가|을|를)?)?(?:좀|전부|다)?(?:무슨|어떤|뭔)?(?:내용|규칙|말|뜻)?"
    r"(?:뭐라고|뭐라|뭐가|뭐|머|무엇|뭘)?(?:(?:적혀|쓰여|나와|써)?있\S{0,3})?(?:이야|야|예요|이에요|인가요?|인지|임|죠|지|입니까|래요?|해요?|하나요)?"
    r"(?:알려|설명해|보여|말해|읽어|요약해|정리해|가르쳐)?(?:줘|주세요|줄래|주실래|줄수있어)?요?\.?"
)


class NumberedSections:
    """The sections of an article by the numbers of their headings. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], announcements: Announcements) -> None:
        self._passages = passages
        self._announcements = announcements

    def numbered(self, number: str, question: Understood) -> Section | None:
        """The section of that `number`, to answer `question`; None where no heading bears it, or two of one depth."""
        passages = [passage for passage in self._passages if passage.language is question.spoken] or self._passages
        named = [path for path in heading_paths(passages) if heading_number(path[-1]) == number]
        outermost = [path for path in named if len(path) == min(map(len, named))]
        if len(outermost) != 1:
            return None
        return section_below(outermost[0], passages, question.language, self._announcements)


def section_number(question: str) -> str:
    """The number of the section that `question` asks to be told as a whole; empty where it asks for anything else."""
    if found := _NAMED_KO.fullmatch(_SIGN.sub("", question)):
        return _number(found) if _ASKING_KO.fullmatch(found["asked"]) else ""
    if found := _NAMED.search(question):
        around = f"{question[: found.start()]} {question[found.end() :]}".casefold()
        return _number(found) if around.isascii() and _ASKING.issuperset(_WORD.findall(around)) else ""
    return ""


def _number(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if digits := groups["number"] or groups.get("behind"):
        return digits
    return next((str(value) for value in spelled_numbers(f"{groups['word']} ")), "")
