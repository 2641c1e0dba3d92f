"""What Discord shows of a question, from the wait to the answer. Pure: events in, message contents out.

Small print (`-# `) is ours and comes last, quoted lines (`> `) are the question or a passage; `read_answer` relies
on both to find the answer in a message again.
"""

import re

from bot.answering.answer import HEADING_MARK, Answer, Citation, PassagesFound, Reason, Waiting
from bot.discord.markdown import defused, literal, plain, shortened
from bot.discord.splitting import first_page, split
from config.language import Language
from config.messages import message
from index.passage import Passage

# Discord takes 2,000 characters; the rest is room for those it may count twice.
PAGE_CHARACTERS = 1900
QUESTION_CHARACTERS = 200
PASSAGE_CHARACTERS = 240
QUOTE_CHARACTERS = 120
SMALL = "-# "
QUOTED = "> "
NOTICE = "⚠️ "

_QUESTION = re.compile(rf"{QUOTED}\*\*(.*)\*\*")
_BOLD_LINE = re.compile(r"^\*\*(.+)\*\*$", re.MULTILINE)
_SMALL_PRINT = re.compile(rf"^{SMALL}", re.MULTILINE)
_CITATION_MARK = re.compile(r"\s*\[\d+\]")


def render_question(text: str) -> str:
    """The line that heads the answer to a command, whose text Discord does not show to others."""
    return f"{QUOTED}**{literal(shortened(text, QUESTION_CHARACTERS))}**"


def render_waiting(event: Waiting, language: Language, head: str = "") -> str:
    """The place in the queue."""
    return _stacked(head, SMALL + message("discord.waiting", language, ahead=event.ahead))


def render_passages(event: PassagesFound, head: str = "") -> str:
    """Where the answer is looked for and the nearest passage, marked as not yet the answer."""
    if not event.hits:
        return _stacked(head, "…")
    nearest = event.hits[0].side(event.language)
    lines = (
        SMALL + message("discord.reading", event.language, heading=_heading(nearest)),
        QUOTED + literal(shortened(nearest.text, PASSAGE_CHARACTERS)),
        SMALL + message("discord.nearest", event.language),
    )
    return _stacked(head, "\n".join(lines))


def render_text(text: str, head: str = "") -> str:
    """The verified text so far, as much as one message holds."""
    return first_page(_stacked(head, _verbatim(text) + " …"), PAGE_CHARACTERS)


def render_answer(answer: Answer, head: str = "") -> tuple[str, ...]:
    """The final answer with its sources, in as many messages as it takes."""
    text = defused(answer.text) if answer.reason is Reason.PINNED else _verbatim(answer.text)
    return split(_stacked(head, text, _sources(answer) or _mark(answer)), PAGE_CHARACTERS)


def render_notice(sentence: str, head: str = "") -> str:
    """A sentence that stands in the place of an answer."""
    return _stacked(head, NOTICE + defused(sentence))


def read_answer(content: str) -> tuple[str, str]:
    """The question and the text of the answer in a message of `render_answer`, without marks of citation.

    The question is empty where the message does not show it; the text is empty where it holds no answer.
    """
    head, _, rest = content.partition("\n")
    asked = _QUESTION.fullmatch(head)
    text = _SMALL_PRINT.split(rest if asked else content)[0].strip()
    answer = (
        "" if text.startswith(NOTICE) else plain(_CITATION_MARK.sub("", _BOLD_LINE.sub(rf"{HEADING_MARK}\1", text)))
    )
    return plain(asked[1]) if asked else "", answer


def _verbatim(text: str) -> str:
    """The text of an answer, line by line as it is; headings of the article in bold."""
    return "\n".join(
        f"**{literal(line.removeprefix(HEADING_MARK))}**" if line.startswith(HEADING_MARK) else literal(line)
        for line in text.split("\n")
    )


def _sources(answer: Answer) -> str:
    if not answer.citations:
        return ""
    title = f"{SMALL}**{message('discord.sources', answer.language)}**"
    return "\n".join((title, *(_source(citation, answer.language) for citation in answer.citations)))


def _mark(answer: Answer) -> str:
    """Whose words an answer is that does not come from the article."""
    return f"{SMALL}📌 {message('pins.mark', answer.language)}" if answer.reason is Reason.PINNED else ""


def _source(citation: Citation, language: Language) -> str:
    passage = citation.passage
    spoken = message(f"discord.language_{passage.language.value}", language)
    quote = literal(shortened((citation.quotes or passage.lines)[0], QUOTE_CHARACTERS))
    return f"{SMALL}[{citation.number}] {_heading(passage)} · {spoken} · “{quote}”"


def _heading(passage: Passage) -> str:
    return literal(" › ".join(passage.heading_path) or passage.title)


def _stacked(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
