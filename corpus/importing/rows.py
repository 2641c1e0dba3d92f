"""The lines of plain text, and what several of them make together: lists, tables, facts and underlined headings."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.importing.block import table_row
from corpus.importing.row import LETTERS_FROM, Row, columns
from corpus.importing.wrapping import unwrapped

_BULLET = re.compile(r"^(\s*)(?:[•·‣◦▪●○■□∙*+\-–—]|[①-⑳])\s+(?=\S)")
_LETTERS = "가나다라마바사아자차카타파하", "abcdefghijklmnopqrstuvwxyz"
_NUMBERED = re.compile(rf"^(\s*)\(?(\d{{1,3}}|[{''.join(_LETTERS)}])[.)]\s+(?=\S)")
_DECIMAL = re.compile(r"\d{1,2}((?:\.\d{1,2})*)[.)]?\s")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_WIKI_HEADING = re.compile(r"(={2,5})\s*([^=].*?)\s*\1")
_FACT = re.compile(r"[^\W\d_][^:：.!?]{0,24}[:：](?!//)\s?\S.*(?<![:：])")
_ANSWER = re.compile(r"(?:Q|A|질문|답변?|문)\s?\d{0,2}\s?[.:：)]\s?\S.*")
_ANSWERED = re.compile(r"(?:A|답변?)\s?\d{0,2}\s?[.:：)]")
_VALUE = re.compile(r"[-+−–~<>≥≤₩$€£¥]?\s?\d")
# Two lines of a shape may be a heading above another; three are not, nor two with nothing below.
_FEWEST_FACTS = 3
_FEWEST_COLUMNS_WITH_NAMES = 3


def read_rows(text: str) -> list[Row]:
    """The rows of `text`, its lists, tables and facts as bullets, what was wrapped by hand in one.

    A tab parts the cells of a table.
    """
    rows = _with_numbered_lists(unwrapped(list(_rows(text))))
    return [replace(row, text=" ".join(row.text.split())) for row in _with_facts(list(_with_tables(rows)))]


def as_items(paragraph: str) -> list[str]:
    """The lines of a paragraph where each is an item, a fact or a question or answer; else none."""
    rows = list(_rows(paragraph))
    shapes = {"item" if row.is_bullet else _shape(row) for row in rows}
    if len(rows) < 2 or len(shapes) > 1 or "" in shapes:  # noqa: PLR2004  one line alone is a text
        return []
    return [_without_symbol(row.text) for row in rows] if _are_facts(shapes.pop(), rows) else []


def _rows(text: str) -> Iterator[Row]:
    pending: Row | None = None
    follows_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        if not any(map(str.isalnum, line)):
            if pending is not None and not follows_blank and _underlines(line.strip(), pending):
                pending = replace(pending, level=_level_of(line.strip(), pending.text), is_bullet=False, ordinal=None)
            follows_blank = True
            continue
        if pending is not None:
            yield pending
        pending = _row(line, number, follows_blank=follows_blank)
        follows_blank = False
    if pending is not None:
        yield pending


def _row(line: str, number: int, *, follows_blank: bool) -> Row:
    indent = len(line) - len(line.lstrip())
    if bullet := _BULLET.match(line):
        return Row(line[bullet.end() :].strip(), number, indent, True, None, follows_blank)
    if heading := _WIKI_HEADING.fullmatch(line.strip()):
        return Row(heading[2], number, indent, False, None, follows_blank, level=len(heading[1]))
    numbered = _NUMBERED.match(line)
    return Row(line.strip(), number, indent, False, _ordinal(numbered[2]) if numbered else None, follows_blank)


def _ordinal(number: str) -> int:
    """A number, or the place of a letter in its own thousand, so that it follows none but the letter before it."""
    if number.isdigit():
        return int(number)
    alphabet = next(index for index, letters in enumerate(_LETTERS, start=1) if number in letters)
    return LETTERS_FROM * alphabet + _LETTERS[alphabet - 1].index(number)


def _underlines(line: str, above: Row) -> bool:
    """Whether `line` is drawn under a heading: about as long as that is wide."""
    return not above.is_bullet and bool(_UNDERLINE.fullmatch(line)) and 2 * len(line) >= columns(above.text)


def _level_of(underline: str, heading: str) -> int:
    """Of double lines 1, of single ones 2, and one more for each part of a number: 1.1."""
    if underline.startswith("="):
        return 1
    number = _DECIMAL.match(heading)
    return 2 + (number[1].count(".") if number else 0)


def _with_numbered_lists(rows: Sequence[Row]) -> list[Row]:
    """Numbered lines that count up one below the other become bullets; a lone one stays, as a numbered heading."""
    ordinals = [None, *(row.ordinal for row in rows), None]
    return [
        replace(row, is_bullet=True, text=_NUMBERED.sub("", row.text))
        if row.ordinal is not None and (before == row.ordinal - 1 or after == row.ordinal + 1)
        else row
        for before, row, after in zip(ordinals, rows, ordinals[2:], strict=False)
    ]


def _with_tables(rows: Sequence[Row]) -> Iterator[Row]:
    """Lines of as many cells one below the other become the rows of a table, named by the first where it names them."""
    for cells_a_row, group in groupby(rows, key=_cells_a_row):
        table = list(group)
        if cells_a_row < 2 or len(table) < 2:  # noqa: PLR2004  a table has two of each at least
            yield from table
            continue
        cells = [[cell.strip() for cell in row.text.split("\t")] for row in table]
        names = cells[0] if cells_a_row >= _FEWEST_COLUMNS_WITH_NAMES and _are_names(cells[0]) else None
        for row, own in list(zip(table, cells, strict=True))[0 if names is None else 1 :]:
            facts = [f"{own[0]}: {own[1]}"] if cells_a_row == 2 and all(own) else own  # noqa: PLR2004
            yield replace(row, text=table_row(names or (), own if names else facts), is_bullet=True)


def _cells_a_row(row: Row) -> int:
    return 0 if row.is_bullet or row.level else len(row.text.split("\t"))


def _are_names(cells: Sequence[str]) -> bool:
    return not any(map(_VALUE.match, cells[1:]))


def _with_facts(rows: Sequence[Row]) -> Iterator[Row]:
    """Lines of one shape, one below the other (`label: value`, after one symbol, question and answer), are bullets."""
    yield from rows[:1]  # a title, whatever its shape
    below, place = rows[1:], 1
    for _, group in groupby(enumerate(below), key=lambda pair: (_shape(pair[1]), _paragraph(below, pair[0]))):
        run = [row for _, row in group]
        place += len(run)
        ends_there = place >= len(rows) or rows[place].follows_blank
        shape = _shape(run[0])
        if shape and (len(run) >= _FEWEST_FACTS or (len(run) > 1 and ends_there)) and _are_facts(shape, run):
            yield from (replace(row, text=_without_symbol(row.text), is_bullet=True) for row in run)
        else:
            yield from run


def _paragraph(rows: Sequence[Row], place: int) -> int:
    """How many blank lines stand above: rows without one between them have as many."""
    return sum(row.follows_blank for row in rows[1 : place + 1])


def _shape(row: Row) -> str:
    """The shape of a fact, empty where the row has none."""
    if row.is_bullet or row.level or row.ordinal is not None:
        return ""
    if unicodedata.category(row.text[0]) == "So":
        return "symbol"
    if _ANSWER.fullmatch(row.text):
        return "answer"
    return "fact" if _FACT.fullmatch(row.text) else ""


def _are_facts(shape: str, run: Sequence[Row]) -> bool:
    return shape != "answer" or any(_ANSWERED.match(row.text) for row in run)


def _without_symbol(text: str) -> str:
    return text[1:].strip() if unicodedata.category(text[0]) == "So" else text
