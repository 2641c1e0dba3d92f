"""What the client keeps of questions, over a state of a test."""

from collections.abc import Mapping
from typing import Any

from bot.answering.corridor import Library
from bot.discord.questions import QuestionRooms, question_rooms
from bot.meaning.reading import QuestionReader
from bot.state.store import StateStore
from bot.updating.switching import LiveLibrary
from config.language import Language
from config.settings import load_settings
from corpus.glossary import Glossary
from tests.bot.answering.fakes import FakeSearcher
from tests.bot.fakes import passage
from tests.index.fakes import FakeEncoder


def library(version: str = "v0001") -> Library:
    """The passages of `tests.bot.fakes`."""
    return Library(tuple(passage(language) for language in Language), FakeSearcher(), version, "shipped")


def reader() -> QuestionReader:
    """Reads questions by their letters: only those in the same words are near."""
    return QuestionReader(FakeEncoder(), Glossary.load(None), max_characters=2000)


def rooms_over(state: StateStore, live: LiveLibrary | None = None, **changed: Mapping[str, Any]) -> QuestionRooms:
    """The rooms; `changed` are groups of settings."""
    return question_rooms(state, reader(), live or LiveLibrary(library()), lambda: 0, load_settings(changed))
