"""What members of a server asked lately, for rehearsals."""

import logging
from collections.abc import Collection
from typing import Protocol

from bot.answering.answer import Reason
from bot.remembered import AnswerRecord
from bot.updating.rehearsal import RecentQuestion
from config.errors import StateError

# Of so many times as many answers as are wanted, some are private or repeat a question.
_LOOKED_AT = 10
# What the article did not answer, and will not after an update either.
_NOT_ASKED = frozenset({Reason.STOPPED, Reason.GREETING, Reason.ABOUT_BOT, Reason.PINNED})

_log = logging.getLogger(__name__)


class Answers(Protocol):
    """What knows the answers given lately (`bot.state.history.AnswerHistory`)."""

    async def newest(self, count: int, servers: Collection[int | None] | None = None) -> tuple[AnswerRecord, ...]:
        """The newest `count` answers given in `servers`, newest first. Raises StateError."""
        ...


class RecentQuestions:
    """The newest `count` different questions that the members of a server asked for all to see."""

    def __init__(self, answers: Answers, count: int) -> None:
        self._answers = answers
        self._count = count

    async def questions(self, server_id: int | None) -> tuple[RecentQuestion, ...]:
        """The questions, newest first; none where they cannot be read, which is logged."""
        try:
            records = await self._answers.newest(self._count * _LOOKED_AT, {server_id})
        except StateError as error:
            _log.warning("A rehearsal goes without members' questions: %s", error)
            return ()
        found: dict[str, RecentQuestion] = {}
        for record in records:
            asked = record.guild_id == server_id and not record.private and record.answer.reason not in _NOT_ASKED
            if asked and record.question not in found:
                found[record.question] = RecentQuestion(record.question, record.answer.language, record.answer)
        return tuple(found.values())[: self._count]
