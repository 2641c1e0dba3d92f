"""Which answers rest on what the article no longer says, and which of them say so already."""

from collections.abc import Collection

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.remembered import AnswerRecord
from bot.state.database import transaction
from bot.state.gap_tables import recalls
from bot.state.store import record_of
from bot.state.tables import answers


class RecallStore:
    """The answers to recall. Every call is one transaction and raises StateError where the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def plan(self, message_ids: Collection[int]) -> int:
        """Notes answers to be recalled, except those noted before; returns how many are new."""
        async with transaction(self._engine) as connection:
            asked = select(recalls.c.message_id).where(recalls.c.message_id.in_(message_ids))
            known = set((await connection.scalars(asked)).all())
            remembered = select(answers.c.message_id).where(answers.c.message_id.in_(message_ids))
            new = sorted(set((await connection.scalars(remembered)).all()) - known)
            if new:
                await connection.execute(insert(recalls), [{"message_id": one, "done": False} for one in new])
        return len(new)

    async def pending(self) -> tuple[AnswerRecord, ...]:
        """The answers still to recall, newest first: those are read most."""
        left = select(answers).join(recalls, recalls.c.message_id == answers.c.message_id).where(~recalls.c.done)
        async with transaction(self._engine) as connection:
            rows = (await connection.execute(left.order_by(answers.c.message_id.desc()))).all()
            return tuple(map(record_of, rows))

    async def is_pending(self, message_id: int) -> bool:
        """Whether an answer is still to be recalled: it may have been written anew meanwhile."""
        left = select(recalls.c.message_id).where(recalls.c.message_id == message_id, ~recalls.c.done)
        async with transaction(self._engine) as connection:
            return await connection.scalar(left) is not None

    async def done(self, message_id: int) -> None:
        """Notes that an answer's message says so now."""
        async with transaction(self._engine) as connection:
            await connection.execute(update(recalls).where(recalls.c.message_id == message_id).values(done=True))

    async def forget(self, message_id: int) -> None:
        """Forgets an answer whose message is gone."""
        async with transaction(self._engine) as connection:
            await connection.execute(delete(answers).where(answers.c.message_id == message_id))
