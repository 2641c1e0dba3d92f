"""Reads plain text and raw captures into blocks, and tells which bare lines can be headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.importing.block import Block, BlockKind
from corpus.importing.row import Row
from corpus.importing.rows import read_rows

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


def read_plain_text(text: str) -> tuple[Block, ...]:
    """The lines of `text` as bare blocks and bullets, bullets broken over several lines joined again."""
    return tuple(_joined(read_rows(text)))


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


def _joined(rows: Sequence[Row]) -> Iterator[Block]:
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
        pending = Block(
            _kind(row),
            _EMPHASIS.sub(r"\2", row.text),
            row.number,
            level=row.level,
            indent=row.indent,
            ordinal=row.item_number,
        )
    if pending is not None:
        yield pending


def _kind(row: Row) -> BlockKind:
    if row.level:
        return BlockKind.HEADING
    return BlockKind.BULLET if row.is_bullet else BlockKind.BARE
