"""The interface through which Discord, the terminal and the batch runner ask questions."""

from collections.abc import AsyncGenerator
from typing import Protocol

from bot.answering.answer import Event
from bot.answering.question import Question


class Answerer(Protocol):
    """Answers questions, one at a time, in the order they come."""

    def answer(self, question: Question) -> AsyncGenerator[Event, None]:
        """Events of one question, `Finished` last.

        Before it `Waiting` any number of times, `PassagesFound` (not for a greeting), `TextGrew` any number of times.
        Closing the generator (or cancelling the task that reads it) stops the work at once. Raises BusyError
        where too many wait, QuestionError where the question cannot be used, GenerationError where the model fails.
        """
        ...
