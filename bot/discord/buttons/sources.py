"""The passages an answer rests on, each beside its twin in the other language. Pure functions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.answering.answer import Answer, Citation
from bot.discord.markdown import literal, shortened
from bot.discord.splitting import first_page
from config.language import Language
from config.messages import message
from index.passage import Passage

# Two citations with their twins stay under the 6,000 characters that the embeds of a message may have in all.
CITATIONS_PER_PAGE = 2
BODY_CHARACTERS = 1024
HEADING_CHARACTERS = 120
_CUT = " …"
_ENDS = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One passage as it is shown: its language and heading path, its lines with the cited ones in bold."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Source:
    """A cited passage and, beside it, its twin or a sentence that there is none."""

    title: str
    sides: tuple[Excerpt, Excerpt]


def page_count(answer: Answer) -> int:
    """How many pages the sources of `answer` take, at least one."""
    return max(1, -(-len(answer.citations) // CITATIONS_PER_PAGE))


def sources_on_page(answer: Answer, page: int, language: Language) -> tuple[Source, ...]:
    """The sources on page `page` (from 1); our own words are in `language`."""
    first = (page - 1) * CITATIONS_PER_PAGE
    return tuple(_source(citation, language) for citation in answer.citations[first : first + CITATIONS_PER_PAGE])


def page_line(answer: Answer, page: int, language: Language) -> str:
    """What stands under the sources of a page."""
    pages = page_count(answer)
    if pages == 1:
        return message("buttons.source_only_page", language)
    return message("buttons.source_page", language, page=page, pages=pages)


def cited_lines(citation: Citation) -> frozenset[int]:
    """The numbers of the citation's lines that carry the claim; line n of the twin says the same."""
    return frozenset(number for number, line in enumerate(citation.lines) if line in citation.quotes)


def twin_lines(citation: Citation) -> frozenset[int]:
    """The numbers of the twin's lines that carry the claim; none where twins do not run line by line."""
    if len(citation.twin_lines) != len(citation.lines):
        return frozenset()
    return cited_lines(citation)


def _source(citation: Citation, language: Language) -> Source:
    own = _excerpt(citation.passage, citation.lines, cited_lines(citation), language)
    if citation.twin is not None:
        other = _excerpt(citation.twin, citation.twin_lines, twin_lines(citation), language)
    else:
        spoken = _spoken(citation.passage.language, language)
        missing = message("buttons.no_twin", language, language=spoken)
        other = Excerpt(_spoken(citation.passage.language.other, language), missing)
    return Source(message("buttons.source_title", language, number=citation.number), (own, other))


def _excerpt(passage: Passage, lines: Sequence[str], cited: Collection[int], language: Language) -> Excerpt:
    return Excerpt(f"{_spoken(passage.language, language)} · {literal(_path(passage))}", _body(lines, cited))


def _path(passage: Passage) -> str:
    """The heading path; where it is too long, its ends, and of those the beginning."""
    path = passage.heading_path or (passage.title,)
    whole = " › ".join(path)
    if len(whole) > HEADING_CHARACTERS and len(path) > _ENDS:
        whole = f"{path[0]} › … › {path[-1]}"
    return shortened(whole, HEADING_CHARACTERS)


def _body(lines: Sequence[str], cited: Collection[int]) -> str:
    """All lines where they fit, else the cited ones, else as many of their sentences as fit."""
    shown = [f"**{literal(line)}**" if number in cited else literal(line) for number, line in enumerate(lines)]
    whole = "\n".join(shown)
    if len(whole) <= BODY_CHARACTERS:
        return whole
    needed = [line for number, line in enumerate(shown) if number in cited or not cited]
    gathered = "\n".join(("…", *needed, "…"))
    if len(gathered) <= BODY_CHARACTERS:
        return gathered
    bare = "\n".join(literal(line) for number, line in enumerate(lines) if number in cited or not cited)
    return first_page(bare, BODY_CHARACTERS - len(_CUT)) + _CUT


def _spoken(spoken: Language, language: Language) -> str:
    return message(f"discord.language_{spoken.value}", language)
