"""Deterministic stand-ins for the corridor, with a history of what they were asked."""

import asyncio
import re
from collections import deque
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import replace

from bot.answering.about import About
from bot.answering.answer import Answer, Citation, Event, Finished, PassagesFound, Reason, TextGrew, Timings
from bot.answering.question import Question
from config.language import Language
from config.messages import message
from corpus.glossary import Glossary
from index.language import detect_language
from index.passage import Hit, Passage
from index.suggestions import Suggestions

Script = Sequence[Event | BaseException]
"""The events of a question; an exception among them is raised."""

TEXTS = {
    Language.KOREAN: "미스트랄 라지 3의 활성 파라미터는 410억 개예요. [1] 전체는 6,750억 개예요. [1]",
    Language.ENGLISH: "Mistral Large 3 has 41 billion active parameters. [1] It has 675 billion in all. [1]",
}
LINES = {
    Language.KOREAN: "활성 파라미터는 410억 개이고 *전체*는 6,750억 개이다. @everyone",
    Language.ENGLISH: "It has 41 billion active parameters and 675 billion *in all*. @everyone",
}
ABOUT = About(
    titles={Language.KOREAN: "열린 모델", Language.ENGLISH: "Open models"},
    edition=None,
    index_version="v0007",
    passages=98,
    generator="fake-writer",
    encoder="fake-encoder",
    answers_kept_days=30,
)
HEADINGS = {Language.KOREAN: ("모델", "미스트랄 라지 3"), Language.ENGLISH: ("Models", "Mistral Large 3")}


def passage(language: Language) -> Passage:
    """A passage whose text would ping and be bold if it were not escaped."""
    path, line, twin_id = HEADINGS[language], LINES[language], f"{language.other.value}:1.1.1"
    return Passage(f"{language.value}:1.1.1", language, "Open models", path, (line,), twin_id)


def hit(language: Language) -> Hit:
    """That passage, found."""
    return Hit(passage(language), passage(language.other), score=1.0, dense=0.9, lexical=1.0)


def answer(question: str, language: Language, text: str | None = None, *, cited: bool = True) -> Answer:
    """A finished answer."""
    citation = Citation(1, passage(language), passage(language.other), (LINES[language],))
    return Answer(
        question=question,
        language=language,
        text=TEXTS[language] if text is None else text,
        refused=False,
        reason=Reason.ANSWERED,
        citations=(citation,) if cited else (),
        timings=Timings(0.01, 0.02, 0.03),
        model="fake",
        index_version="1",
    )


def refusal(question: str, language: Language) -> Answer:
    """A refusal of a question the article does not answer."""
    said = message("answering.not_stated", language)
    return replace(answer(question, language, said, cited=False), refused=True, reason=Reason.NOT_STATED)


def events(question: Question, text: str | None = None) -> list[Event]:
    """A question's way: the passages, the text word by word, the answer; what is UNSTATED is refused."""
    language = question.language or detect_language(question.text)
    if UNSTATED.search(question.text):
        return [Finished(refusal(question.text, language))]
    final = answer(question.text, language, text)
    words = final.text.split(" ")
    grown = [TextGrew(" ".join(words[: count + 1])) for count in range(len(words))]
    return [PassagesFound(language, (hit(language),)), *grown, Finished(final)]


UNSTATED = re.compile("licen[cs]e|라이선스")
SUGGESTIONS = Suggestions([passage(language) for language in Language], Glossary.load(None))


async def about_haetae(_: int | None) -> About:
    """What the bot says of itself in any server."""
    return ABOUT


async def suggestions_here(_: int | None) -> Suggestions:
    """What is offered in any server."""
    return SUGGESTIONS


class FakeAnswerer:
    """Answers with what was enqueued, else with `script_of` the question; waits `pause_s` before each event."""

    def __init__(self, pause_s: float = 0.0, script_of: Callable[[Question], Script] = events) -> None:
        self.pause_s = pause_s
        self._script_of = script_of
        self.history: list[Question] = []
        self.closed_early = 0
        self._scripts: deque[Script] = deque()

    def enqueue(self, *script: Event | BaseException) -> None:
        """What happens to the next question."""
        self._scripts.append(script)

    async def answer(self, question: Question) -> AsyncGenerator[Event, None]:
        self.history.append(question)
        script = self._scripts.popleft() if self._scripts else self._script_of(question)
        finished = False
        try:
            for step in script:
                await asyncio.sleep(self.pause_s)
                if isinstance(step, BaseException):
                    finished = True
                    raise step
                finished = isinstance(step, Finished)
                yield step
        finally:
            self.closed_early += not finished
