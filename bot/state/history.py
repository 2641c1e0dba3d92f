"""Answers given lately, as a whole: for previews, for rehearsals, and to find what a change of the article concerns."""

from collections.abc import AsyncIterator, Collection
from datetime import datetime

from sqlalchemy import ColumnElement, false, or_, select, true
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.remembered import AnswerRecord
from bot.state.database import transaction
from bot.state.store import record_of
from bot.state.tables import answers

_BATCH = 200


class AnswerHistory:
    """Reads answers given lately. Raises StateError where the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def newest(self, count: int, servers: Collection[int | None] | None = None) -> tuple[AnswerRecord, ...]:
        """The newest `count` answers, newest first; given in `servers`, None among them for direct messages."""
        given: ColumnElement[bool] = true()
        if servers is not None:
            given = or_(false(), *(answers.c.guild_id.is_not_distinct_from(server) for server in servers))
        newest = (
            select(answers).where(given).order_by(answers.c.asked_at.desc(), answers.c.message_id.desc()).limit(count)
        )
        async with transaction(self._engine) as connection:
            return tuple(map(record_of, (await connection.execute(newest)).all()))

    async def since(self, time: datetime) -> AsyncIterator[AnswerRecord]:
        """The answers to what was asked since `time`, in the order of their messages, a batch at a time."""
        last_id = 0
        while True:
            later = (answers.c.asked_at >= time) & (answers.c.message_id > last_id)
            batch = select(answers).where(later).order_by(answers.c.message_id).limit(_BATCH)
            async with transaction(self._engine) as connection:
                records = list(map(record_of, (await connection.execute(batch)).all()))
            for record in records:
                yield record
            if len(records) < _BATCH:
                return
            last_id = records[-1].message_id
