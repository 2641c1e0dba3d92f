"""Questions about a part of the article by its number, "What does article 2 say?", "규칙 3번이 뭐예요?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.announcements import Announcements
from bot.answering.content_words import content_units
from bot.answering.direct.sections import HeadingPath, Section, heading_paths, section_below
from bot.answering.understanding.understood import Understood
from corpus.heading_numbers import KIND, KOREAN_KIND, NUMBER, heading_number
from corpus.numerals import KOREAN_FROM_TWO, spelled_numbers
from index.passage import Hit, Passage

_LAST = "last"
_LAST_WORDS = "last|final"
_LAST_WORDS_KO = "마지막|맨끝"
_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_ANY_KIND = rf"{KIND}|item|point|step"
_NAMED = re.compile(
    rf"(?:the\s+)?(?:(?P<kind>{_ANY_KIND})s?\s*(?:no\.?|number|\#)?\s*(?P<number>{NUMBER})"
    rf"|(?:(?P<word>{_ORDINAL})|(?P<last>{_LAST_WORDS}))\s+(?P<kind_behind>{_ANY_KIND}))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_ASKING = frozenset(
    _WORD.findall("""
        a about can channel community contain contains could cover covers describe discord does explain give i in is it
        know list me mean means of please pls quote read s say says server show state states summarise summarize tell
        text the there this to us want what whats written you
    """)
)
_SIGN = re.compile(r"[\s!?,~^'\"ㅎㅋㅠㅜ]")
_KIND_KO = r"규칙|조항|조문|항목|섹션|파트|단계|장|절"
_NAMED_KO = re.compile(
    r"(?:이?(?:서버|채널|디스코드|커뮤니티|글|문서|기사)의?)?"
    rf"(?:제?(?P<number>{NUMBER})(?:(?P<unit>{KOREAN_KIND}|단계)|(?:번째?)?(?P<kind>{_KIND_KO}))"
    rf"|(?P<kind_before>{_KIND_KO})(?P<behind>{NUMBER})번?"
    rf"|(?:(?P<word>첫|{KOREAN_FROM_TWO})번째|(?P<last>{_LAST_WORDS_KO}))(?P<kind_behind>{_KIND_KO}))"
    r"(?P<asked>.*)"
)
_ASKING_KO = re.compile(
    rf"(?:(?:{_KIND_KO})?(?:에|의|은|는|이|가|을|를|에는|에서는?)?(?:대해서?|관해서?)?)?"
    r"(?:(?:내용|전문|본문)(?:은|는|이|가|을|를)?)?(?:좀|전부|다)?(?:무슨|어떤|뭔)?(?:내용|규칙|말|뜻)?"
    r"(?:뭐라고|뭐라|뭐가|뭐|머|무엇|뭘)?(?:(?:적혀|쓰여|나와|써)?있\S{0,3})?(?:이야|야|예요|이에요|인?가요?|인지|임|죠|지|입니까|래요?|해요?|하나요)?"
    r"(?:알려|설명해|보여|말해|읽어|요약해|정리해|가르쳐)?(?:줘|주세요|줄래|주실래|줄수있어)?요?\.?"
)
# What may be the name of an item in any list.
_GENERAL = frozenset({"item", "point", "step", "항목", "단계"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part of an article as a question names it: its `number`, "3", "2.1" or "last", and its `kind`.

    `name` is both in one, empty where the number is a word: what is the first of its kind need not bear a number.
    """

    number: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a numbered list: the passage it stands in, as a hit, and its line there."""

    hit: Hit
    line: str


class NumberedParts:
    """The sections and list items of an article by their numbers. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], announcements: Announcements) -> None:
        self._passages = passages
        self._announcements = announcements

    def section(self, named: Numbered, question: Understood) -> Section | None:
        """The section of that number, to answer `question`; None where no heading bears it, or two of one depth."""
        passages = self._spoken(question)
        paths = [path for path in heading_paths(passages) if heading_number(path[-1]) == named.number]
        outermost = [path for path in paths if len(path) == min(map(len, paths))]
        if len(outermost) != 1:
            return None
        return section_below(outermost[0], passages, question.language, self._announcements)

    def item(self, named: Numbered, question: Understood) -> Item | None:
        """The item of that number in the one list that stands under such a name ("Server Rules" of "rule 3"), or None.

        A step or an item may be of the only list there is.
        """
        lists: dict[HeadingPath, list[tuple[Passage, int, int]]] = {}
        for passage, place, ordinal in _items(self._spoken(question)):
            lists.setdefault(passage.heading_path, []).append((passage, place, ordinal))
        kind = content_units(named.kind)
        so_named = [items for path, items in lists.items() if kind & content_units(" . ".join(path))]
        candidates = so_named or (list(lists.values()) if named.kind in _GENERAL else [])
        if len(candidates) != 1:
            return None
        number = str(max(ordinal for *_, ordinal in candidates[0])) if named.number == _LAST else named.number
        bearing = [(passage, place) for passage, place, ordinal in candidates[0] if str(ordinal) == number]
        if len(bearing) != 1:
            return None
        ((passage, place),) = bearing
        side = self._announcements.hit(passage).side(question.language)
        said = side if len(side.lines) == len(passage.lines) else passage
        return Item(self._announcements.hit(said), said.lines[place])

    def may_speak_of(self, named: Numbered) -> bool:
        """Whether the article itself may use that name, of whatever it is."""
        texts = (" . ".join((*passage.heading_path, *passage.lines)) for passage in self._passages)
        return any(named.name in _SIGN.sub("", text).casefold() for text in texts)

    def _spoken(self, question: Understood) -> Sequence[Passage]:
        return [passage for passage in self._passages if passage.language is question.spoken] or self._passages


def numbered_part(question: str) -> Numbered | None:
    """The part that `question` asks by its number to be told as a whole; None where it asks for anything else."""
    if found := _NAMED_KO.fullmatch(_SIGN.sub("", question)):
        return _numbered(found) if _ASKING_KO.fullmatch(found["asked"]) else None
    if found := _NAMED.search(question):
        around = f"{question[: found.start()]} {question[found.end() :]}".casefold()
        return _numbered(found) if around.isascii() and _ASKING.issuperset(_WORD.findall(around)) else None
    return None


def _numbered(found: re.Match[str]) -> Numbered:
    groups = {name: text for name, text in found.groupdict().items() if text}
    kind = "".join(groups.get(name, "") for name in ("kind", "kind_before", "kind_behind", "unit")).casefold()
    spelled = (str(value) for value in spelled_numbers(f"{groups.get('word', '')} "))
    figure = groups.get("number") or groups.get("behind")
    if not figure:
        return Numbered(_LAST if "last" in groups else next(spelled), kind, "")
    return Numbered(figure, kind, f"{figure}{kind}" if "unit" in groups else f"{kind}{figure}")


def _items(passages: Sequence[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """The items of numbered lists: the passage, the line's place in it, and the item's number."""
    for passage in passages:
        for place, ordinal in enumerate(passage.ordinals):
            if ordinal is not None:
                yield passage, place, ordinal
