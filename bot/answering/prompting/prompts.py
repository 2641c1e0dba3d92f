"""What the model reads. One fixed part a language, kept in its cache; the question's own part is short."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from bot.generation.generator import Prompt
from config.language import Language
from index.passage import Passage

BEGIN = {Language.ENGLISH: "Answer:", Language.KOREAN: "답:"}
"""How the reply is made to begin."""

BEGIN_JUDGING = {Language.ENGLISH: "Stated:", Language.KOREAN: "판단:"}
"""How a judgement is made to begin; it goes on with one of these."""
YES, NO = " yes", " no"

_ENDS = (".", "!", "?", ":", "。", "…")
_QUESTION = {Language.ENGLISH: "Question", Language.KOREAN: "질문"}
_LINES = {Language.ENGLISH: "Lines", Language.KOREAN: "문장"}


@cache
def system_prompt(language: Language) -> str:
    """The fixed part: what to do, and examples about another subject."""
    return _resource(f"prompt_{language}.txt")


@cache
def judging_system_prompt(language: Language) -> str:
    """The fixed part of the judgement whether lines state what is asked."""
    return _resource(f"judging_prompt_{language}.txt")


def system_prompts() -> tuple[str, ...]:
    """Every fixed part there is: what is read ahead of the first question, and what no reply may reveal."""
    return tuple(of(language) for of in (system_prompt, judging_system_prompt) for language in Language)


def answer_prompt(question: str, passages: Sequence[Passage], language: Language) -> Prompt:
    """The prompt that has `question` answered in `language` from `passages`."""
    return Prompt(system_prompt(language), _user_part(question, passages, language))


def judging_prompt(question: str, passage: Passage) -> Prompt:
    """The prompt that has it judged, yes or no, whether `passage` states what `question` asks, in either language."""
    return Prompt(judging_system_prompt(passage.language), _user_part(question, [passage], passage.language))


def _user_part(question: str, passages: Sequence[Passage], language: Language) -> str:
    return f"{_LINES[language]}: {' '.join(map(_block, passages))}\n{_QUESTION[language]}: {_inline(question)}"


def _block(passage: Passage) -> str:
    return f"[{_inline(' > '.join(passage.heading_path))}] {_as_sentences(passage.lines)}"


def _as_sentences(lines: Sequence[str]) -> str:
    """The lines one after the other, each ended: a list of bare phrases would read as one sentence."""
    return " ".join(line if line.endswith(_ENDS) else f"{line}." for line in map(_inline, lines))


def _inline(text: str) -> str:
    """`text` on one line: what a person or a page wrote never looks like a part of the prompt's frame."""
    return " ".join(text.split())


def _resource(name: str) -> str:
    return resources.files("bot.answering.prompting").joinpath(name).read_text(encoding="utf-8").strip()
