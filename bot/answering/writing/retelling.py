"""An answer in another language than its question's: told by the twins of the lines it rests on.

The model answers best in the language it is asked in, and the article says each line in both.
"""

from dataclasses import replace

from bot.answering.answer import Citation, Reason
from bot.answering.writing.composing import Composed, in_lines, refused, stopped
from bot.answering.writing.quotable import MAX_QUOTED_LINES
from bot.answering.writing.wording import Quoted
from config.language import Language


def retold(said: Composed, language: Language) -> Composed:
    """`said` in `language`: an answer as quoted lines, a refusal with the nearest of them."""
    if said.refusal is not None:
        nearest = None if said.refusal.nearest is None else _turned(said.refusal.nearest, language)
        return replace(refused(replace(said.refusal, nearest=nearest), language), findings=said.findings)
    if said.reason is Reason.STOPPED:
        return replace(stopped(language), findings=said.findings)
    citations = tuple(_turned(citation, language) for citation in said.citations)
    return in_lines(tuple(map(_block, citations)), citations, language, said.findings, doubtful=said.doubtful)


def _turned(citation: Citation, language: Language) -> Citation:
    """`citation` with its side in `language` first; as it is where it has none, or begins with it."""
    twin, lines, twin_lines = citation.twin, citation.lines, citation.twin_lines
    if twin is None or twin.language is not language:
        return citation
    if len(lines) == len(twin_lines):
        quotes = tuple(other for own, other in zip(lines, twin_lines, strict=True) if own in citation.quotes)
    else:
        quotes = twin_lines[:MAX_QUOTED_LINES]
    return Citation(citation.number, twin, citation.passage, quotes)


def _block(citation: Citation) -> Quoted:
    lead = citation.passage.lead if citation.passage.lead in citation.quotes else ""
    lines = tuple((line, citation.number) for line in citation.quotes if line != lead)
    return Quoted(citation.passage.heading_path, lines, (lead, citation.number) if lead and lines else None)
