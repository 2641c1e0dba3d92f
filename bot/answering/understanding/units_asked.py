"""The units in which a question wants a number, and those that a text gives numbers in."""

import re
from collections.abc import Iterator

from bot.answering.understanding.patterns import any_of
from corpus.clock import DAYS_COUNTED
from corpus.figures import Figure, located_figures
from corpus.numerals import ENGLISH_FROM_TWO, KOREAN_ALONE, KOREAN_FROM_TWO
from corpus.units import alike, unit_after

# Not 몇 분 of people, nor pounds, which may be a weight.
_ASKED_NUMBER = any_of(
    r"\bhow many\s(?!pounds?\b)",
    r"(?<!몇)몇(?!몇|\s?분|\s?(?:이[야에고지냐죠]|인[가지]|야|임|일까))\s?",
    r"몇\s?(?=분(?:이나|쯤|정도)?\s?(?:걸|동안|만에|마다|간|뒤|후|이상|안에))",
)
# Behind a word for a size, what stands behind "in" may be a unit. "In years" hardly is.
_SIZE = any_of(
    r"\bhow (?:big|broad|cold|deep|far|fast|heavy|high|hot|large|long|much|tall|thick|warm|wide)\b",
    r"\b(?:area|cost|depth|distance|height|length|price|speed|temperature|weight|width)\b",
)
_IN = re.compile(r"\bin\s(?=[a-z])(?!(?:hour|day|week|month|year)s?\b)", re.IGNORECASE)
_KOREAN_IN = re.compile(r"(?<!\S)(?=[가-힣A-Za-z]{2,}로는?\s(?:얼마|몇|치면|따지면|환산))(?!도로)")
# What names no unit and is told in one kind of them all the same.
_ASKED_KIND = {
    "kg": any_of(
        r"\bhow heavy\b|\bhow much (?:does|do|did)\b.*\bweigh\b|\bwhat (?:does|do|did)\b.*\bweigh\b",
        r"(?:무게|중량)[은는이가]?\s?(?:얼마|몇)|얼마나 무거[워운]",
    ),
    "°": any_of(r"\b(?:what|which) temperatures?\b", r"(?:온도|수온|기온)[은는이가]?\s?(?:얼마(?!나)|몇)"),
    "%": any_of(
        r"\b(?:what|which)(?:['’]?s| is| was)?(?: the)? ?(?:%|(?:percent|percentage|share|proportion|fraction)\b)",
        r"\bin percent\b",
        r"(?:비율|비중|퍼센트)[은는이가로]?\s?(?:얼마(?!나)|몇)",
    ),
}
# How units are said where nobody measures, and those they may mean.
_SAID = (
    (re.compile(r"\s?[킬키]로(?!미터|그램|와트|바이트|헤르츠|리터|칼로리|볼트|톤)"), ("km", "kg")),
    (re.compile(r"\s?(?:센치|센티)(?!미터)"), ("cm",)),
    (re.compile(r"\s?(?:미리|밀리)(?!미터|그램|리터|초)"), ("mm", "mL", "mg")),
    (re.compile(r"\s?평(?=[이인입을은의에짜]|예요|였|정도|쯤|\s|[?.,]|$)"), ("m2",)),
    (re.compile(r"퍼(?=야|임|예요|이에요|정도|쯤|나|가|\s|\?|$)"), ("%",)),
    (re.compile(r"\s?(?:mins|hrs?|secs)\b", re.IGNORECASE), ("min",)),
    (re.compile(r"\s?kms\b", re.IGNORECASE), ("km",)),
    (re.compile(r"\s?(?:kgs|lbs?)\b", re.IGNORECASE), ("kg",)),
    (re.compile(r"\s?degs?\b", re.IGNORECASE), ("°",)),
)
_PEOPLE = "people"
_OF_PEOPLE = any_of(
    r"(?:\w+\s)?(?:people|persons|men|women|children|kids|adults|visitors|guests|employees|workers|members|residents)\b",
    r"\s?(?:명(?![령소칭절언함품])|사람)",
)
COUNTER_OF_THINGS = "(?:개|대|장|곳|권|건|층|칸|번|회|마리|켤레|벌|호|가지|점|채|그루|척)(?!월)"
"""What counts things behind a Korean number, neither people nor measures."""
_OF_THINGS = re.compile(rf"\s?(?:여\s?)?{COUNTER_OF_THINGS}")
_PEOPLE_IN_WORDS = any_of(
    rf"\b(?:one|{ENGLISH_FROM_TWO}|dozens?|hundreds?|thousands?|both|single|alone)\b",
    r"(?<=[한두세네섯곱덟홉열무른흔순십백천만])\s?(?:여\s?)?(?:명|분|사람)",
    rf"(?<![가-힣])(?:하나|{KOREAN_ALONE}|혼자)",
)
# What a unit stands behind, where a number is written out: two weeks, half an hour, 두 시간.
_BEFORE_UNIT = any_of(
    rf"\b(?:an?|one|{ENGLISH_FROM_TWO}|hundred|thousand)(?=[\s-])",
    rf"(?<![가-힣])(?:한|{KOREAN_FROM_TWO})\s?",
)
_SHARE = any_of(
    rf"\b(?:half|third|quarter)s?\b|\b(?:a|one|{ENGLISH_FROM_TWO})[ -](?:fifth|sixth|eighth|tenth)s?\b",
    rf"\b(?:one|{ENGLISH_FROM_TWO}|[1-9]) (?:in|out of) (?:every )?(?:{ENGLISH_FROM_TWO}|[1-9]\d?)\b",
    r"절반|반(?:이|을|은|만|가량|쯤)?(?![가-힣])|\d분의|\d\s?[가-힣]{0,2}\s(?:중|가운데)\s\d",
)


def units_asked_for(question: str) -> frozenset[str]:
    """The units that answer `question`, with all that measure the same: how many kilowatts, 몇 킬로와트, how heavy.

    Nothing where it asks for no unit, or for a count of things as well. People are a unit of their own.
    """
    asked = [_unit_asked_at(question, number.end()) for number in _ASKED_NUMBER.finditer(question)]
    if not all(asked):
        return frozenset()
    asked += [_units_at(question, place) for place in _places_of_units(question)]
    asked += [frozenset({unit}) for unit, pattern in _ASKED_KIND.items() if pattern.search(question)]
    return frozenset(like for units in asked for unit in units for like in alike(unit))


def gives_in_units(text: str, units: frozenset[str], known: frozenset[Figure]) -> bool:
    """Whether `text` has a number in one of `units` that is none of those `known`."""
    if not units.isdisjoint({"%", _PEOPLE}) and _SHARE.search(text):
        return True
    if "day" in units and re.search(DAYS_COUNTED, text):
        return True
    if _PEOPLE in units and _PEOPLE_IN_WORDS.search(text):
        return True
    return any(not units.isdisjoint(given) for given in _units_given(text, known))


def _unit_asked_at(question: str, start: int) -> frozenset[str]:
    people = frozenset({_PEOPLE, "%"}) if _OF_PEOPLE.match(question, start) else frozenset[str]()
    return _units_at(question, start) or people


def _places_of_units(question: str) -> Iterator[int]:
    """Where `question` may name a unit for a size: how far in miles, 마일로 얼마."""
    if size := _SIZE.search(question):
        yield from (place.end() for place in _IN.finditer(question, size.start()))
    yield from (place.end() for place in _KOREAN_IN.finditer(question))


def _units_given(text: str, known: frozenset[Figure]) -> Iterator[frozenset[str]]:
    for figure, _, end in located_figures(text):
        if figure in known:
            continue
        if figure.unit:
            yield frozenset({figure.unit})
        else:
            yield _units_at(text, end) or frozenset(() if _OF_THINGS.match(text, end) else (_PEOPLE,))
    for number in _BEFORE_UNIT.finditer(text):
        yield _units_at(text, number.end())


def _units_at(text: str, start: int) -> frozenset[str]:
    """The units that what stands at `start` of `text` may mean."""
    unit, _ = unit_after(text, start)
    if unit:
        return frozenset({unit})
    return frozenset(unit for pattern, units in _SAID if pattern.match(text, start) for unit in units)
