"""What the model reads. One fixed part a language, kept in its cache; the question's own part is short."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from bot.generation.generator import Prompt
from config.language import Language
from index.passage import Passage

NOT_STATED = "NONE"
"""What the model writes where the passages do not say what is asked."""

BEGIN = {Language.ENGLISH: "Answer:", Language.KOREAN: "답:"}
"""How the reply is made to begin."""

_ENDS = (".", "!", "?", ":", "。", "…")
_QUESTION = {Language.ENGLISH: "Question", Language.KOREAN: "질문"}


@cache
def system_prompt(language: Language) -> str:
    """The fixed part: what to do, and examples about another subject."""
    return resources.files("bot.answering").joinpath(f"prompt_{language}.txt").read_text(encoding="utf-8").strip()


def answer_prompt(question: str, passages: Sequence[Passage], language: Language) -> Prompt:
    """The prompt that has `question` answered in `language` from `passages`."""
    blocks = [f"[{_inline(' > '.join(passage.heading_path))}] {_as_sentences(passage.lines)}" for passage in passages]
    return Prompt(system_prompt(language), "\n".join((*blocks, "", f"{_QUESTION[language]}: {_inline(question)}")))


def _as_sentences(lines: Sequence[str]) -> str:
    """The lines one after the other, each ended: a list of bare phrases would read as one sentence."""
    return " ".join(line if line.endswith(_ENDS) else f"{line}." for line in map(_inline, lines))


def _inline(text: str) -> str:
    """`text` on one line: what a person or a page wrote never looks like a part of the prompt's frame."""
    return " ".join(text.split())
