"""A question as it reached the bot."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.answering.question import Question
from config.language import Language

Looked = TypeVar("Looked")

OfServer = Callable[[int | None], Awaitable[Looked]]
"""Looks up what holds in a server, None outside of servers. Raises HaetaeError where its corpus cannot be opened."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with who asked it where.

    `language` is that of our own sentences until the answer has one. `message_id` is the member's message, None
    where a command asked. `head` is a line above the answer. `threadable` says whether a thread may be opened on it,
    `private` whether the asker alone sees it.
    """

    question: Question
    language: Language
    asker_id: int
    channel_id: int
    guild_id: int | None = None
    message_id: int | None = None
    head: str = ""
    threadable: bool = False
    private: bool = False
