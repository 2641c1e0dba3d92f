"""Figures and Latin names in text: what a translation, or an answer, must not change.

>>> figures("GPU 3천 개")[0].matches(figures("3,000 GPUs")[0])
True
>>> latin_names("Ollama는 LLM을 실행합니다.")
('Ollama', 'LLM')
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.numerals import KOREAN_MYRIADS, KOREAN_TENS, MULTIPLIERS
from corpus.units import CURRENCY, WORD_END, currency_unit, speed_unit, unit_after

_LETTER = "A-Za-zÀ-ɏ"
_START = re.compile(rf"(?<![{_LETTER}0-9])(?<![0-9]\.)(?=\d)")
_PART = re.compile(
    r"\s?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)(?P<tens>[십백천]?)(?P<myriad>[만억조]?)"
)
_DATE = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NEGATIVE = re.compile(r"(?:(?<![^\s(])[-−]|영하\s?|마이너스\s?|(?i:minus)\s)$")
_BELOW_ZERO = re.compile(r"\s(?:below (?:zero|freezing))")
_TEMPERATURE_SCALE = {"섭씨": "°C", "화씨": "°F"}
_ENGLISH_MULTIPLIER = re.compile(
    rf"(?:([KkMBT]|bn)|[\s-]?((?i:hundred|thousand|million|billion|trillion))s?){WORD_END}"
)
_SUFFIX = re.compile(rf"(?:st|nd|rd|th|s|x){WORD_END}")
_NAME_BEFORE = re.compile(rf"([{_LETTER}]+)[\s-]?$")
_COUNTED = re.compile(r"\s?(?:여\s?)?(?:[\d천]|개|명|대|장|건|권|곳|회|종|원|달러|유로|엔|톤|년|시간|km|kg|m(?![a-z]))")

_MONTHS = ["January", "February", "March", "April", "May", "June"]
_MONTHS += ["July", "August", "September", "October", "November", "December"]
_MARCH_AND_MAY_FOLLOW = ["in", "of", "since", "by", "until", "to", "from", "through", "early", "late"]
_MONTH = re.compile(
    rf"\b(?:{'|'.join(month for month in _MONTHS if month not in {'March', 'May'})}"
    rf"|(?:{'|'.join(f'(?<={word} )' for word in _MARCH_AND_MAY_FOLLOW)}|(?<=\d ))(?:March|May)"
    r"|(?:March|May)(?= \d))\b"
)

_WORD = re.compile(rf"[{_LETTER}0-9]+(?:[-.'’_&/][{_LETTER}0-9]+)*(?:\+\+|#)?")
_POSSESSIVE = re.compile(r"['’]s$")
_HANGUL = re.compile("[가-힣]")
_SENTENCE_START = re.compile(r"(?:^\W*|[.!?:…]\s+|\s[-–—•]\s+|[\"“‘(]\s*)$")
_VERSION_FOLLOWS = re.compile(r"-\d")
_ROMAN_NUMERAL = re.compile("[IVX]+")
_CAPITALS_OF_A_NAME = 2
# As far back as a sign or a name before a figure can reach.
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, equal to another that means the same. `text` is how it was written.

    `unit` is a symbol of `corpus.units`, or empty: for a bare number and where something is counted (3000 GPUs).
    """

    value: Decimal
    unit: str
    text: str = field(compare=False)

    def matches(self, other: "Figure") -> bool:
        """Whether both can mean the same: the values are equal, the units too where both have one."""
        if self.value != other.value:
            return False
        units = {self.unit, other.unit}
        return len(units) == 1 or "" in units or ("°" in units and all(unit.startswith("°") for unit in units))


def figures(text: str) -> tuple[Figure, ...]:
    """All figures of `text`, in order. Digits within a name (H200, o3-mini) are part of the name and left out."""
    return tuple(figure for figure, _, _ in _located_figures(_normalise(text)))


def named_figures(text: str) -> tuple[tuple[str, Figure], ...]:
    """Figures right after a capitalised Latin word, with the word: a name and its version (Gemma 3, Llama-405B)."""
    text = _normalise(text)
    located = ((_NAME_BEFORE.search(_before(text, start)), figure) for figure, start, _ in _located_figures(text))
    return tuple((match[1], figure) for match, figure in located if match and not match[1].islower())


def located_figures(text: str) -> tuple[tuple[Figure, int, int], ...]:
    """All figures of `text`, in order, each with where it begins and ends. `text` is in NFKC."""
    return tuple(_located_figures(_normalise(text)))


def around(figure: Figure, text: str) -> tuple[str, str] | None:
    """What stands before the first figure of `text` that equals `figure`, and what behind it; None where none does."""
    text = _normalise(text)
    parts = ((text[:start], text[end:]) for known, start, end in _located_figures(text) if known == figure)
    return next(parts, None)


def latin_words(text: str) -> tuple[str, ...]:
    """All words in Latin script, in order, figures with their units left out, possessive endings cut."""
    return tuple(word for word, _ in _located_words(_normalise(text)))


def latin_names(text: str) -> tuple[str, ...]:
    """The Latin words of `text` that look like names, in order.

    In Korean text every Latin word is one. In English those that `is_coined`, and capitalised words that do not
    owe their capital to the start of a sentence.
    """
    text = _normalise(text)
    words = _located_words(text)
    if _HANGUL.search(text):
        return tuple(word for word, _ in words)
    return tuple(word for word, start in words if is_coined(word) or _is_capitalised_name(word, start, text))


def is_coined(word: str) -> bool:
    """Whether no ordinary word is spelt so: with letters and digits (H200), or two capitals in one part (GPUs, MoE)."""
    return _ROMAN_NUMERAL.fullmatch(word) is None and any(
        (re.search(r"\d", part) is not None and re.search(rf"[{_LETTER}]", part) is not None)
        or sum(letter.isupper() for letter in part) >= _CAPITALS_OF_A_NAME
        for part in re.split(r"[-/]", word)
    )


def name_keys(word: str) -> tuple[str, ...]:
    """The parts of a Latin word as they compare: without case, plural s or hyphens."""
    parts = re.split(r"[-/_.'’]", word.casefold())
    return tuple(re.sub(r"(?<=[^s]{2})s$", "", part) for part in parts if part)


def _is_capitalised_name(word: str, start: int, text: str) -> bool:
    if not word[0].isupper() or word == "I":
        return False
    follows = _VERSION_FOLLOWS.match(text, start + len(word))
    return follows is not None or _SENTENCE_START.search(_before(text, start)) is None


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOK_BACK) : start]


def _normalise(text: str) -> str:
    return _DATE.sub(r"\1 \2 \3", unicodedata.normalize("NFKC", text))


def _located_words(text: str) -> list[tuple[str, int]]:
    characters = list(text)
    for _, start, end in _located_figures(text):
        characters[start:end] = " " * (end - start)
    return [
        (_POSSESSIVE.sub("", match[0]), match.start())
        for match in _WORD.finditer("".join(characters))
        if re.search(rf"[{_LETTER}]", match[0])
    ]


def _located_figures(text: str) -> list[tuple[Figure, int, int]]:
    found = [*_numbers(text), *_month_names(text)]
    return sorted(found, key=lambda located: located[1])


def _month_names(text: str) -> Iterator[tuple[Figure, int, int]]:
    for match in _MONTH.finditer(text):
        yield Figure(Decimal(_MONTHS.index(match[0]) + 1), "", match[0]), match.start(), match.end()


def _numbers(text: str) -> Iterator[tuple[Figure, int, int]]:
    position = 0
    while start := _START.search(text, position):
        located = _number_at(text, start.start())
        if located is None:
            position = start.start() + 1
        else:
            yield located
            position = located[2]


def _number_at(text: str, start: int) -> tuple[Figure, int, int] | None:
    value, end = _value_at(text, start)
    end = suffix.end() if (suffix := _SUFFIX.match(text, end)) else end
    unit, end = unit_after(text, end)
    if re.match(rf"[{_LETTER}]", text[end : end + 1]):
        return None
    before, begin = _before(text, start), start
    if sign := re.search(rf"(?:{CURRENCY.pattern})\s?$", before):
        unit, begin = currency_unit(sign[0].strip()), start - len(sign[0])
    unit = speed_unit(unit, before)
    for scale, symbol in _TEMPERATURE_SCALE.items():
        if unit == "°" and re.search(rf"{scale}\s?(?:영하\s?)?$", before):
            unit = symbol
    if negative := _NEGATIVE.search(before):
        value, begin = -value, start - len(negative[0])
    elif unit.startswith("°") and (below := _BELOW_ZERO.match(text, end)):
        value, end = -value, below.end()
    return Figure(value, unit, text[begin:end]), begin, end


def _value_at(text: str, start: int) -> tuple[Decimal, int]:
    """The number written at `start`, multipliers and further parts (1억 2천만) included, and where it ends."""
    total = section = Decimal(0)
    limit, end = Decimal("Infinity"), start
    while limit > 1 and (part := _PART.match(text, end)):
        value = Decimal(part["number"].replace(",", ""))
        if value >= limit:
            break
        if end == start and (english := _ENGLISH_MULTIPLIER.match(text, part.end("number"))):
            return value * MULTIPLIERS[(english[1] or english[2]).lower()], english.end()
        tens = KOREAN_TENS.get(part["tens"], 1)
        myriad = 1 if _is_no_myriad(part, text, start) else KOREAN_MYRIADS.get(part["myriad"], 1)
        section += value * tens
        if myriad > 1:
            total, section = total + section * myriad, Decimal(0)
        end = part.end() if myriad > 1 else part.end("tens")
        limit = Decimal(max(tens, myriad))
    return total + section, end


def _is_no_myriad(part: re.Match[str], text: str, start: int) -> bool:
    """Whether the 만 or 조 after a number is something else: "only" after a name (Gemma 3만), or an article of law."""
    if part["myriad"] == "조":
        return _before(text, start).endswith("제")
    if part["myriad"] == "만":
        return _NAME_BEFORE.search(_before(text, start)) is not None and _COUNTED.match(text, part.end()) is None
    return False
