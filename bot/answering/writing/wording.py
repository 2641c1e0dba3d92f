"""How answers and refusals are put into words: quoted lines, marks, the nearest thing the article does state."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answer import Citation, Reason
from bot.answering.sentences import ends_in_colon, is_sentence, sentences
from config.language import Language
from config.messages import message
from corpus.figures import is_coined, latin_words, name_keys
from index.passage import Hit


def cite(number: int, hit: Hit, language: Language, quotes: Sequence[str]) -> Citation:
    """A citation of `hit`, its side in `language` first; `quotes` are lines of that side."""
    side = hit.side(language)
    other = hit.twin if side is hit.passage else hit.passage
    return Citation(number, side, other, tuple(quotes))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Lines quoted from under one heading, and what announces them there, each with the number of its citation."""

    heading_path: tuple[str, ...]
    lines: tuple[tuple[str, int], ...]
    lead: tuple[str, int] | None = None


def quote(blocks: Sequence[Quoted], language: Language, *, doubtful: bool = False) -> str:
    """The article's own lines, framed: under each heading its quoted lines, each with its mark.

    Where it is `doubtful` that they answer, they are said to be the nearest there is.
    """
    texts = []
    for block in blocks:
        heading = message("answering.quote_heading", language, heading=_in_short(block.heading_path))
        lead = [f"{_lead_line(block.lead[0])} [{block.lead[1]}]"] if block.lead else []
        lines = [f"• {_as_item(line)} [{number}]" for line, number in block.lines]
        texts.append("\n".join((heading, *lead, *lines)))
    preface = "answering.quote_preface_doubtful" if doubtful else "answering.quote_preface"
    return "\n".join((message(preface, language), *texts))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: what the article lacks (of `subject`, where it is one), and what it does state.

    `nearest` is what it states nearest to the question, or instead of what the question presumed (`corrects`). It
    `touches` on what was asked where it has a word of that.
    """

    reason: Reason
    nearest: Citation | None
    unknown: tuple[str, ...] = ()
    subject: str = ""
    corrects: bool = False
    touches: bool = False


def refuse(refusal: Refusal, language: Language) -> str:
    """`refusal` in words."""
    nearest = refusal.nearest
    if nearest is not None and refusal.corrects:
        return _shown(nearest, "answering.otherwise", language, nearest.quotes)
    what = ", ".join(refusal.unknown)
    match refusal.reason:
        case Reason.UNKNOWN_NAME if refusal.unknown:
            first = message("answering.unknown_name", language, names=what)
        case Reason.UNKNOWN_NAME:
            first = message("answering.unknown_word", language)
        case Reason.FALSE_PREMISE if refusal.subject and refusal.unknown:
            first = message("answering.figure_of_another", language, figures=what, name=refusal.subject)
        case Reason.FALSE_PREMISE if refusal.unknown:
            first = message("answering.unknown_figure", language, figures=what)
        case _ if refusal.subject:
            first = message("answering.not_stated_of", language, name=refusal.subject)
        case _:
            first = message("answering.not_stated_so" if refusal.touches else "answering.not_stated", language)
    if nearest is None:
        return first
    return f"{first} {_shown(nearest, 'answering.nearest', language, nearest.quotes[:1])}"


def _shown(citation: Citation, key: str, language: Language, lines: Sequence[str]) -> str:
    quoted = _run_in(lines)
    heading = _in_short(citation.passage.heading_path)
    return message(key, language, heading=heading, quote=quoted, number=citation.number)


def _run_in(lines: Sequence[str]) -> str:
    """The lines in one: after a sentence a space is enough, phrases are set apart."""
    parted = (f"{_as_item(line)}{' ' if is_sentence(line) else ' / '}" for line in lines[:-1])
    return "".join((*parted, *map(_as_item, lines[-1:])))


def _in_short(heading_path: Sequence[str]) -> str:
    """The outermost heading, which says of what, the innermost, and any between that have a coined name these lack."""
    ends = (*heading_path[:1], *heading_path[-1:])
    known = _coined_names(" . ".join(ends))
    between = (heading for heading in heading_path[1:-1] if _coined_names(heading) - known)
    return " › ".join(dict.fromkeys((*ends[:1], *between, *ends[1:])))


def _coined_names(text: str) -> set[str]:
    return {key for word in latin_words(text) if is_coined(word) for key in name_keys(word)}


def _as_item(line: str) -> str:
    """`line` as it stands alone: what announces others ends with its last whole sentence, where it has one."""
    whole = sentences(line)[:-1] if ends_in_colon(line) else ()
    return " ".join(whole) or _without_colon(line)


def _lead_line(lead: str) -> str:
    return lead.strip() if is_sentence(lead) else f"{_without_colon(lead)}:"


def _without_colon(line: str) -> str:
    return line.strip().rstrip(":：")
