"""Lines that say the same twice, in Korean and in English: "소개 / Introduction", "성인 / Adult: 무료 / free"."""

import re
from collections.abc import Sequence

from config.language import Language
from corpus.importing.prose import prose_language, text_language
from corpus.importing.scripts import line_language

Sides = tuple[str, str]
"""A line in Korean and in English."""

_SPACED_MARK = re.compile(r"\s+[/|·•―–—-]\s+")
_MARK = re.compile(r"\s+[·•―–—-]\s+|\s*[/|／｜]\s*")
_LATIN = re.compile(r"[A-Za-z]")
_NUMBER = re.compile(r"(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+)\s+")
_COLUMN_NAME = re.compile(r"(?:한국어|한글|영어|영문|korean|english|ko|en)\s*:\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<=[.!?。？！…])|(?<=[.!?…][\"'”’)\]]))\s+")
_CELL_PARTS = re.compile(r"(: |; )")


def heading_sides(text: str) -> Sides | None:
    """A heading in both languages with a mark between them, its number in both; None where it is not."""
    return _numbered(text, _at_mark(text, _MARK))


def unmarked_heading_sides(text: str) -> Sides | None:
    """A heading in Hangul with one in Latin letters, perhaps in brackets, behind it; None where it is not."""
    latin = _LATIN.search(text)
    if latin is None:
        return None
    korean = text[: latin.start()].rstrip(" (（")
    english = text[latin.start() :].rstrip(" )）")
    is_both = line_language(korean) is Language.KOREAN and line_language(english) is Language.ENGLISH
    return _numbered(text, (korean, english)) if is_both else None


def title_sides(text: str) -> Sides | None:
    """A title in both languages, with a mark between them or two English words or more behind Korean; else None."""
    sides = unmarked_heading_sides(text)
    return heading_sides(text) or (sides if sides and " " in sides[1] else None)


def line_sides(text: str) -> Sides | None:
    """A line of text in both languages with a mark between them, its number in both; None where it is not."""
    return _numbered(text, _at_mark(text, _SPACED_MARK))


def prose_sides(text: str) -> Sides | None:
    """A line with prose in one language, then in the other, with or without a mark between them; else None."""
    sides = line_sides(text) or _at_mark(text, _SENTENCE_END)
    return sides if sides and all(map(prose_language, sides)) else None


def line_or_prose_sides(text: str) -> Sides | None:
    """A line in both languages with a mark between them, or prose without; None where it is neither."""
    return line_sides(text) or prose_sides(text)


def item_sides(text: str) -> Sides | None:
    """An item of a list or a row of a table in both languages, as a whole or cell by cell; None where it is not."""
    whole = line_or_prose_sides(text)
    parts = _CELL_PARTS.split(text)
    cells = [_at_mark(part, _SPACED_MARK) for part in parts]
    split = sum(1 for sides in cells if sides)
    if whole and (not split or (split == 1 and whole[0].count(": ") == whole[1].count(": "))):
        return whole
    if not split:
        return _columns(text)
    pairs = [sides or (part, part) for sides, part in zip(cells, parts, strict=True)]
    return "".join(korean for korean, _ in pairs), "".join(english for _, english in pairs)


def holds_prose(text: str, language: Language) -> bool:
    """Whether a line is prose in `language`, or some of its sentences are."""
    return any(
        prose_language(sentence) is language
        for part in _SPACED_MARK.split(text)
        for sentence in _SENTENCE_END.split(part)
    )


def _at_mark(text: str, mark: re.Pattern[str]) -> Sides | None:
    """The two sides of the one mark at which Korean turns into English or back."""
    parts = mark.split(text)
    languages = [text_language(part) for part in parts]
    changes = [place for place in range(1, len(parts)) if languages[place] is not languages[place - 1]]
    if len(changes) != 1 or set(languages) != set(Language):
        return None
    place = list(mark.finditer(text))[changes[0] - 1]
    return _in_order([text[: place.start()].strip(), text[place.end() :].strip()])


def _in_order(sides: Sequence[str]) -> Sides:
    first, second = sides
    return (first, second) if text_language(first) is Language.KOREAN else (second, first)


def _numbered(text: str, sides: Sides | None) -> Sides | None:
    number = _NUMBER.match(text)
    if sides is None or number is None:
        return sides
    korean, english = (side if _NUMBER.match(side) else number[0] + side for side in sides)
    return korean, english


def _columns(text: str) -> Sides | None:
    """A row with as many cells in either language; cells without letters stand in both."""
    cells = [_COLUMN_NAME.sub("", cell, count=1) for cell in text.split("; ")]
    languages = [text_language(cell) for cell in cells]
    if not languages.count(Language.KOREAN) == languages.count(Language.ENGLISH) > 0:
        return None
    korean, english = (
        "; ".join(cell for cell, spoken in zip(cells, languages, strict=True) if spoken in {side, None})
        for side in Language
    )
    return korean, english
