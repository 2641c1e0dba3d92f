"""What the client keeps of questions, over a state of a test."""

from collections.abc import Mapping
from typing import Any

from bot.answering.answer import Answer, Finished
from bot.answering.library import Library
from bot.answering.question import Question
from bot.discord.questions import QuestionRooms, question_rooms
from bot.gaps.asking_again import Ask
from bot.meaning.question import ComparableQuestion
from bot.meaning.reading import QuestionReader
from bot.state.store import StateStore
from bot.updating.corpora import Corpora
from bot.updating.switching import LiveLibrary
from config.language import Language
from config.settings import load_settings
from corpus.glossary import Glossary
from tests.bot.answering.fakes import FakeSearcher
from tests.bot.discord.moderators.fakes import FakeUpdates
from tests.bot.fakes import events, passage
from tests.index.fakes import FakeEncoder


def library(version: str = "v0001") -> Library:
    """The passages of `tests.bot.fakes`."""
    return Library(tuple(passage(language) for language in Language), FakeSearcher(), version, "shipped")


def reader() -> QuestionReader:
    """Reads questions by their letters: only those in the same words are near."""
    return QuestionReader(FakeEncoder(), Glossary.load(None), max_characters=2000)


class CountingReader(QuestionReader):
    """Keeps what it was given to read."""

    def __init__(self) -> None:
        super().__init__(FakeEncoder(), Glossary.load(None), max_characters=2000)
        self.history: list[str] = []

    def read(self, text: str) -> ComparableQuestion:
        self.history.append(text)
        return super().read(text)


async def _unasked(question: Question) -> Answer:
    *_, last = events(question)
    assert isinstance(last, Finished)
    return last.answer


def rooms_over(
    state: StateStore, corpora: Corpora | None = None, ask_idly: Ask | None = None, **changed: Mapping[str, Any]
) -> QuestionRooms:
    """The rooms; `changed` are groups of settings."""
    if corpora is None:
        updates = FakeUpdates()
        updates.live = LiveLibrary(library())
        corpora = Corpora(updates)
    return question_rooms(state, reader(), corpora, ask_idly or _unasked, load_settings(changed))
