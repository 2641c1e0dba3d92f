"""How answers and refusals are put into words: quoted lines, marks, the nearest thing the article does state."""

import re
from collections.abc import Sequence

from bot.answering.answer import Citation, Reason
from config.language import Language
from config.messages import message
from index.passage import Hit

_SENTENCE = re.compile(r"(?<=[.!?。])\s+(?=\S)|\n+")
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)]*$")
_OPEN_END = re.compile(r"[:：]$")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, trimmed; a point within a number ends none."""
    return tuple(sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip())


def is_lead_in(line: str) -> bool:
    """Whether `line` only announces what follows it ("… for:")."""
    return _OPEN_END.search(line.strip()) is not None


def is_sentence(line: str) -> bool:
    """Whether `line` is a whole sentence, not a bare phrase of a list: the model words phrases badly."""
    return _SENTENCE_END.search(line.strip()) is not None


def cite(number: int, hit: Hit, language: Language, quotes: Sequence[str]) -> Citation:
    """A citation of `hit`, its side in `language` first; `quotes` are lines of that side."""
    side = hit.side(language)
    other = hit.twin if side is hit.passage else hit.passage
    return Citation(number, side, other, tuple(quotes))


def quote(citations: Sequence[Citation], language: Language) -> str:
    """The article's own lines, framed: under each heading its quoted lines, each with its mark."""
    blocks = []
    for citation in citations:
        heading = message("answering.quote_heading", language, heading=" › ".join(citation.passage.heading_path[-2:]))
        lines = [f"• {_as_item(line)} [{citation.number}]" for line in citation.quotes]
        blocks.append("\n".join((heading, *lines)))
    return "\n".join((message("answering.quote_lead", language), *blocks))


def refuse(reason: Reason, language: Language, unknown: Sequence[str], nearest: Citation | None) -> str:
    """A refusal that names what the article lacks and, where something is near, what it does state."""
    what = ", ".join(unknown)
    match reason:
        case Reason.UNKNOWN_NAME if unknown:
            first = message("answering.unknown_name", language, names=what)
        case Reason.FALSE_PREMISE:
            first = message("answering.unknown_figure", language, figures=what)
        case _:
            first = message("answering.not_stated", language)
    if nearest is None:
        return first
    heading = nearest.passage.heading_path[-1]
    quoted = " ".join(_as_item(line) for line in nearest.quotes[:1])
    second = message("answering.nearest", language, heading=heading, quote=quoted, number=nearest.number)
    return f"{first} {second}"


def _as_item(line: str) -> str:
    return line.strip().rstrip(":：")
