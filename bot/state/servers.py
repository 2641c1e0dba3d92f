"""Counting and deleting all that is stored about a server."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.state.database import transaction
from bot.state.gap_tables import gaps, pins
from bot.state.gaps import forget_empty_gaps
from bot.state.server_tables import daily_questions, server_rules
from bot.state.tables import answers


@dataclass(frozen=True, slots=True)
class ServerHoldings:
    """How much is remembered of a server."""

    answers: int = 0
    pins: int = 0
    gaps: int = 0


class ServerState:
    """What the state holds of servers. Both calls raise StateError where the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def holdings(self) -> Mapping[int, ServerHoldings]:
        """What is held of every server that anything is held of."""
        async with transaction(self._engine) as connection:
            return await _holdings(connection)

    async def forget(self, server_id: int) -> ServerHoldings:
        """Deletes all of a server but the record of what moderators did; returns what it was."""
        async with transaction(self._engine) as connection:
            held = (await _holdings(connection)).get(server_id, ServerHoldings())
            of_server = (gaps.c.server_id, pins.c.server_id, answers.c.guild_id)
            for column in (*of_server, server_rules.c.guild_id, daily_questions.c.guild_id):
                await connection.execute(delete(column.table).where(column == server_id))
            await forget_empty_gaps(connection)
        return held


async def _holdings(connection: AsyncConnection) -> Mapping[int, ServerHoldings]:
    given = await _counts(connection, answers, "guild_id")
    pinned = await _counts(connection, pins, "server_id")
    open_questions = await _counts(connection, gaps, "server_id")
    servers = sorted({*given, *pinned, *open_questions})
    return {one: ServerHoldings(given.get(one, 0), pinned.get(one, 0), open_questions.get(one, 0)) for one in servers}


async def _counts(connection: AsyncConnection, table: Table, name: str) -> dict[int, int]:
    column = table.c[name]
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return {row[0]: row[1] for row in (await connection.execute(counted)).all()}
