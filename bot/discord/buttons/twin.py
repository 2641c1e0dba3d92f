"""An answer in the other language, from the twin passages alone: no model writes it. Pure functions."""

from collections.abc import Sequence

from bot.answering.answer import Answer, Citation
from bot.discord.buttons.sources import cited_lines, twin_lines
from bot.discord.markdown import literal, shortened
from bot.discord.rendering import PAGE_CHARACTERS, QUOTED, SMALL
from bot.discord.splitting import split
from config.language import Language
from config.messages import message
from index.passage import Passage

HEADING_CHARACTERS = 200


def has_twin(answer: Answer) -> bool:
    """Whether anything the answer rests on is written in the other language too."""
    return any(_side(citation, answer.language.other) is not None for citation in answer.citations)


def render_twin(answer: Answer) -> tuple[str, ...]:
    """The lines of the other language that say what `answer` says, in as many messages as it takes."""
    language = answer.language.other
    lead = message("buttons.twin_lead_refused" if answer.refused else "buttons.twin_lead", language)
    blocks = [_block(citation, language) for citation in answer.citations]
    return split("\n\n".join((lead, *blocks)), PAGE_CHARACTERS)


def _block(citation: Citation, language: Language) -> str:
    lines = _side(citation, language)
    mark = f"[{citation.number}]"
    if lines is None:
        spoken = message(f"discord.language_{citation.passage.language.value}", language)
        return f"{SMALL}{mark} {message('buttons.no_twin', language, language=spoken)}"
    passage, said = lines
    heading = literal(shortened(" › ".join(passage.heading_path) or passage.title, HEADING_CHARACTERS))
    return "\n".join((*(f"{QUOTED}{literal(line)} {mark}" for line in said), f"{SMALL}{mark} {heading}"))


def _side(citation: Citation, language: Language) -> tuple[Passage, Sequence[str]] | None:
    """The side of a citation in `language` and its lines that carry the claim, all where they cannot be told."""
    if citation.passage.language is language:
        passage, lines, numbers = citation.passage, citation.lines, cited_lines(citation)
    elif citation.twin is not None and citation.twin.language is language:
        passage, lines, numbers = citation.twin, citation.twin_lines, twin_lines(citation)
    else:
        return None
    return passage, [lines[number] for number in sorted(numbers)] or lines
