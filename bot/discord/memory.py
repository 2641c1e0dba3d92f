"""The part of the state that answering in Discord uses, as `bot.state.store.StateStore` implements it."""

from typing import Protocol

from bot.remembered import AnswerRecord, Vote
from config.language import Language


class Memory(Protocol):
    """Remembers answers by the message that shows them, votes, and the members' language. All raise StateError."""

    async def remember_answer(self, record: AnswerRecord) -> None:
        """Stores an answer, in place of an earlier one of the same message."""
        ...

    async def answer_of(self, message_id: int) -> AnswerRecord | None:
        """The answer that message `message_id` of the bot shows, None where it is not known (any more)."""
        ...

    async def answer_to(self, question_message_id: int) -> AnswerRecord | None:
        """The newest answer to a member's message, None where there is none."""
        ...

    async def vote(self, vote: Vote) -> bool:
        """Stores a vote in place of the member's earlier one; False where the answer is not known (any more)."""
        ...

    async def votes_of(self, message_id: int) -> tuple[Vote, ...]:
        """The votes on an answer, by member."""
        ...

    async def language_of(self, member_id: int) -> Language | None:
        """The language a member chose, None where their answers follow their questions."""
        ...
