"""What is remembered: an answer where it was given, a vote on it, and what is held of a member."""

from dataclasses import dataclass
from datetime import datetime

from bot.answering.answer import Answer
from config.language import Language


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """An answer and the Discord message that shows its first page.

    `question_message_id` is the member's message, None where a command asked. `question` is the text as asked,
    `language` that of the answer and of the buttons under it. `asked_at` knows its time zone. A `private` message is
    seen by the asker alone, and nobody can edit it later.
    """

    message_id: int
    channel_id: int
    guild_id: int | None
    asker_id: int
    question_message_id: int | None
    question: str
    language: Language
    answer: Answer
    asked_at: datetime
    private: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """What one member thinks of one answer, named by its message. `comment` says what was wrong."""

    message_id: int
    member_id: int
    helpful: bool
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is stored of one member: answers to their questions, their votes, the language they chose.

    `wishes` are questions they want to be told about once they can be answered.
    """

    answers: int
    votes: int
    language: Language | None
    wishes: int = 0

    @property
    def nothing(self) -> bool:
        """Whether nothing at all is stored."""
        return not (self.answers or self.votes or self.language or self.wishes)
