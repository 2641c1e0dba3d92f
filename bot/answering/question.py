"""What is asked: a question and the turns before it."""

from dataclasses import dataclass

from config.language import Language


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the same conversation and what it was answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was typed. `language` is the one the asker demanded, None to follow the text.

    `server_id` is the server it is asked in, which may have an article of its own; None outside of servers.
    """

    text: str
    language: Language | None = None
    history: tuple[Turn, ...] = ()
    server_id: int | None = None
