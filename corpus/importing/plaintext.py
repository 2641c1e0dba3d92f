"""Reads plain text and raw captures into blocks, and tells which bare lines can be headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.importing.block import Block, BlockKind

_BULLET = re.compile(r"^(\s*)(?:[•·‣◦▪●○■□∙*+\-–—]|[①-⑳])\s+(?=\S)")
_NUMBERED = re.compile(r"^(\s*)\(?(\d{1,3})[.)]\s+(?=\S)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_FOOTNOTES = re.compile(r"(?:\s*\[\d{1,3}\])+$")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Inc|Co|Corp|Ltd|Jr|Sr|St|vs|etc)|[A-Z]\.[A-Z])\.$")
_SENTENCE_WITHIN = re.compile(r"(?:[a-z]{4,}|[가-힣]{2,})[.。]\s+\S")
_KOREAN_SENTENCE = re.compile(r"(?:니다|니까|어요|아요|해요|에요|예요|세요|네요|지요|군요|거든요)$")
_CLOSERS = "\"'”’»」』"
_TERMINATORS = ".。…:：;,、"
_MAX_HEADING = 160
_MAX_ABBREVIATED_HEADING = 60
_MAX_ASKING_HEADING = 110


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank. `ordinal` is its list number, `follows_blank` whether a blank line is above."""

    text: str
    number: int
    indent: int
    is_bullet: bool
    ordinal: int | None
    follows_blank: bool


def read_plain_text(text: str) -> tuple[Block, ...]:
    """The lines of `text` as bare blocks and bullets, bullets broken over several lines joined again."""
    return tuple(_joined(_with_numbered_lists(list(_rows(text)))))


def can_be_heading(text: str) -> bool:
    """Whether a bare line, alone on its line, reads as a heading and not as a sentence or a lead-in."""
    ending = _FOOTNOTES.sub("", text).rstrip(_CLOSERS)
    if not ending or len(text) > _MAX_HEADING or not any(map(str.isalnum, text)):
        return False
    if ending[-1] in _TERMINATORS:
        return len(text) <= _MAX_ABBREVIATED_HEADING and bool(_ABBREVIATION.search(ending))
    if ending[-1] in "?!？！":
        return len(text) <= _MAX_ASKING_HEADING and not _SENTENCE_WITHIN.search(text)
    if _KOREAN_SENTENCE.search(ending) or _SENTENCE_WITHIN.search(text) or "://" in text:
        return False
    first = text.split(maxsplit=1)[0]
    return not (first.isascii() and first.isalpha() and first.islower())


def _rows(text: str) -> Iterator[_Row]:
    follows_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        if not any(map(str.isalnum, line)):
            follows_blank = True
            continue
        indent = len(line) - len(line.lstrip())
        if bullet := _BULLET.match(line):
            yield _Row(line[bullet.end() :].strip(), number, indent, True, None, follows_blank)
        else:
            numbered = _NUMBERED.match(line)
            ordinal = int(numbered[2]) if numbered else None
            yield _Row(line.strip(), number, indent, False, ordinal, follows_blank)
        follows_blank = False


def _with_numbered_lists(rows: Sequence[_Row]) -> list[_Row]:
    """Numbered lines that count up one below the other become bullets; a lone one stays, as a numbered heading."""
    ordinals = [None, *(row.ordinal for row in rows), None]
    return [
        replace(row, is_bullet=True, text=_NUMBERED.sub("", row.text))
        if row.ordinal is not None and (before == row.ordinal - 1 or after == row.ordinal + 1)
        else row
        for before, row, after in zip(ordinals, rows, ordinals[2:], strict=False)
    ]


def _joined(rows: Sequence[_Row]) -> Iterator[Block]:
    pending: Block | None = None
    for row in rows:
        continues = (
            pending is not None
            and pending.is_bullet
            and not row.is_bullet
            and not row.follows_blank
            and row.indent > pending.indent
        )
        if continues and pending is not None:
            pending = replace(pending, text=f"{pending.text} {row.text}")
            continue
        if pending is not None:
            yield pending
        kind = BlockKind.BULLET if row.is_bullet else BlockKind.BARE
        pending = Block(kind, _EMPHASIS.sub(r"\2", " ".join(row.text.split())), row.number, indent=row.indent)
    if pending is not None:
        yield pending
