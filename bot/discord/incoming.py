"""A question as it reached the bot in Discord."""

from dataclasses import dataclass

from bot.answering.question import Question
from config.language import Language


@dataclass(frozen=True, slots=True)
class IncomingQuestion:
    """A question, who asked it and where.

    `language` is that of the bot's own sentences until there is an answer, which has its own. `message_id` is the
    member's message, None where a command asked. `head` is a line to put above the answer. `threadable` says whether a
    thread can be opened on the answer, `private` whether the asker alone sees it.
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
