"""Text cut into messages: at sentence ends, with code blocks and lists whole wherever they fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FENCE = "```"

_ITEM = r"^[^\S\n]*(?:[-*•]|-#|\d+[.)])[^\S\n].*$"
_BLOCK = re.compile(rf"^.*?{FENCE}(?s:.*?){FENCE}.*$|{_ITEM}(?:\n{_ITEM})*|^.*\S.*$", re.MULTILINE)
_CODE = re.compile(rf"(?s)(?P<before>.*?){FENCE}(?P<language>[\w+#.-]*\n)?(?P<body>.*?){FENCE}(?P<after>.*)")

# Each matches one place to cut; group 1 is the whitespace that goes. A mark such as [1] stays with its sentence.
_LINE_END = re.compile(r"(\s*\n\s*)")
_SENTENCE_END = re.compile(r"""[.!?。！？…]["'”’)\]」』]*(?:\s*\[\d+\])*(\s+)""")
_WORD_END = re.compile(r"(\s+)")
_ENDS = (_LINE_END, _SENTENCE_END, _WORD_END)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that stays together, and the whitespace before it, which goes where a page begins."""

    lead: str
    text: str


def split(text: str, limit: int) -> tuple[str, ...]:
    """`text` as pages of at most `limit` characters (at least 16); nothing but whitespace is lost.

    A code block that is longer than a page is closed at the end of one page and opened again on the next.
    """
    pages: list[str] = []
    for piece in _pieces(text, limit):
        if pages and len(pages[-1]) + len(piece.lead) + len(piece.text) <= limit:
            pages[-1] += piece.lead + piece.text
        else:
            pages.append(piece.text)
    return tuple(pages)


def first_page(text: str, limit: int) -> str:
    """As much of `text` as one message holds; nothing where there is nothing but whitespace."""
    return next(iter(split(text, limit)), "")


def _pieces(text: str, limit: int) -> Iterator[_Piece]:
    end = 0
    for block in _BLOCK.finditer(text):
        lead, end = text[end : block.start()], block.end()
        code = _CODE.fullmatch(block[0])
        if code and len(block[0]) > limit:
            yield from _cut_code(code, lead, limit)
        else:
            yield from _cut(block[0], lead, limit, _ENDS)


def _cut(text: str, lead: str, limit: int, ends: Sequence[re.Pattern[str]]) -> Iterator[_Piece]:
    """`text` in pieces of at most `limit` characters: whole if it fits, else cut at the coarsest of `ends`."""
    if len(text) <= limit:
        if text.strip():
            yield _Piece(lead, text)
    elif not ends:
        for start in range(0, len(text), limit):
            yield _Piece("" if start else lead, text[start : start + limit])
    else:
        start = 0
        for end in ends[0].finditer(text):
            yield from _cut(text[start : end.start(1)], lead, limit, ends[1:])
            lead, start = end[1], end.end()
        yield from _cut(text[start:], lead, limit, ends[1:])


def _cut_code(code: re.Match[str], lead: str, limit: int) -> Iterator[_Piece]:
    """A code block that is too long, in blocks of their own, and the text around it."""
    opening = FENCE + (code["language"] or "\n")
    room = limit - len(opening) - len(FENCE) - 1
    if room < limit // 2:
        yield from _cut(code[0], lead, limit, _ENDS)
        return
    yield from _cut(code["before"].strip(), lead, limit, _ENDS)
    for lines in _split_lines(code["body"].strip("\n"), room):
        yield _Piece("\n", f"{opening}{lines}\n{FENCE}")
    yield from _cut(code["after"].strip(), "\n", limit, _ENDS)


def _split_lines(text: str, limit: int) -> Iterator[str]:
    """`text` in runs of whole lines of at most `limit` characters; only a longer line is cut."""
    run = ""
    for line in text.split("\n"):
        for start in range(0, max(len(line), 1), limit):
            part = line[start : start + limit]
            if run and len(run) + len(part) + 1 > limit:
                yield run
                run = part
            else:
                run = f"{run}\n{part}" if run else part
    if run:
        yield run
