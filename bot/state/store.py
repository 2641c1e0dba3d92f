"""The state: what the bot remembers, in SQLite or PostgreSQL."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import URL, ColumnElement, Row, Select, Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.answering.answer import Answer
from bot.remembered import AnswerRecord, Holdings, Vote
from bot.state.database import open_database, transaction, upsert
from bot.state.gap_tables import gap_wishes, recalls
from bot.state.gaps import forget_empty_gaps
from bot.state.server_tables import daily_questions
from bot.state.tables import answers, members, votes
from config.language import Language

_ANSWER = TypeAdapter(Answer)
# Of the last time zone.
_BEHIND_UTC = timedelta(hours=12)


class StateStore:
    """What is remembered. Each call is one short transaction; all raise StateError where the database fails.

    `engine` is for whatever else is kept in the same database.
    """

    def __init__(self, engine: AsyncEngine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.engine = engine
        self._now = now

    async def remember_answer(self, record: AnswerRecord) -> None:
        """Stores an answer, in place of an earlier one of the same message, whose votes and recall are deleted."""
        async with self._transaction() as connection:
            for about in (votes, recalls):
                await connection.execute(delete(about).where(about.c.message_id == record.message_id))
            await upsert(connection, answers, _columns(record))

    async def answer_of(self, message_id: int) -> AnswerRecord | None:
        """The answer that message `message_id` of the bot shows, None where it is not known (any more)."""
        return await self._answer(select(answers).where(answers.c.message_id == message_id))

    async def answer_to(self, question_message_id: int) -> AnswerRecord | None:
        """The newest answer to a member's message, None where there is none."""
        asked = select(answers).where(answers.c.question_message_id == question_message_id)
        return await self._answer(asked.order_by(answers.c.message_id.desc()).limit(1))

    async def vote(self, vote: Vote) -> bool:
        """Stores a vote in place of the member's earlier one; False where the answer is not known (any more)."""
        async with self._transaction() as connection:
            known = await _count(connection, answers, answers.c.message_id == vote.message_id)
            if known:
                await upsert(connection, votes, asdict(vote))
        return bool(known)

    async def votes_of(self, message_id: int) -> tuple[Vote, ...]:
        """The votes on an answer, by member."""
        cast = select(votes).where(votes.c.message_id == message_id).order_by(votes.c.member_id)
        async with self._transaction() as connection:
            rows = (await connection.execute(cast)).all()
        return tuple(Vote(row.message_id, row.member_id, row.helpful, row.comment) for row in rows)

    async def language_of(self, member_id: int) -> Language | None:
        """The language a member chose, None where their answers follow their questions."""
        async with self._transaction() as connection:
            return await _language(connection, member_id)

    async def set_language(self, member_id: int, language: Language | None) -> None:
        """Keeps the language a member chose, or with None forgets it."""
        async with self._transaction() as connection:
            if language is None:
                await connection.execute(delete(members).where(members.c.member_id == member_id))
            else:
                await upsert(connection, members, {"member_id": member_id, "language": language.value})

    async def holdings_of(self, member_id: int) -> Holdings:
        """What is stored of a member."""
        async with self._transaction() as connection:
            return await _holdings(connection, member_id)

    async def forget(self, member_id: int) -> Holdings:
        """Deletes all that is stored of a member, and the votes of others on their answers; returns what it was.

        How many questions they asked today stays: it limits how many more they may ask.
        """
        async with self._transaction() as connection:
            held = await _holdings(connection, member_id)
            for mine in (votes.c.member_id, answers.c.asker_id, members.c.member_id, gap_wishes.c.member_id):
                await connection.execute(delete(mine.table).where(mine == member_id))
            await self._forget_counts(connection, daily_questions.c.member_id == member_id)
            await forget_empty_gaps(connection)
        return held

    async def prune(self, before: datetime) -> int:
        """Deletes the answers asked before a time, with the votes on them; returns how many answers.

        Deletes the questions counted on days that are over, too.
        """
        async with self._transaction() as connection:
            old = answers.c.asked_at < before
            count = await _count(connection, answers, old)
            await connection.execute(delete(answers).where(old))
            await self._forget_counts(connection)
            await forget_empty_gaps(connection)
        return count

    def _transaction(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return transaction(self.engine)

    async def _forget_counts(self, connection: AsyncConnection, *which: ColumnElement[bool]) -> None:
        """Deletes the questions counted on days that are over in the last time zone."""
        earliest = (self._now() - _BEHIND_UTC).date()
        await connection.execute(delete(daily_questions).where(daily_questions.c.day < earliest, *which))

    async def _answer(self, query: Select[Any]) -> AnswerRecord | None:
        async with self._transaction() as connection:
            row = (await connection.execute(query)).first()
            return None if row is None else record_of(row)


@asynccontextmanager
async def open_state(url: str | URL) -> AsyncIterator[StateStore]:
    """The state at a SQLAlchemy URL, made or brought up to date where it must be.

    Raises SettingsError where the URL cannot be used; StateError where the database is damaged, newer than this
    program, or can be neither opened nor made.
    """
    async with open_database(url) as engine:
        yield StateStore(engine)


def _columns(record: AnswerRecord) -> dict[str, object]:
    columns = {field.name: getattr(record, field.name) for field in fields(record) if field.name != "language"}
    columns["interface_language"] = record.language.value
    columns["answer"] = _ANSWER.dump_json(record.answer).decode()
    return columns


def record_of(row: Row[Any]) -> AnswerRecord:
    """The record that a row of `answers` holds."""
    columns = row._asdict()
    columns["language"] = Language(columns.pop("interface_language"))
    columns["answer"] = _ANSWER.validate_json(row.answer)
    return AnswerRecord(**columns)


async def _count(connection: AsyncConnection, table: Table, which: ColumnElement[bool]) -> int:
    counted = await connection.execute(select(func.count()).select_from(table).where(which))
    return int(counted.scalar_one())


async def _language(connection: AsyncConnection, member_id: int) -> Language | None:
    chosen = await connection.scalar(select(members.c.language).where(members.c.member_id == member_id))
    return None if chosen is None else Language(chosen)


async def _holdings(connection: AsyncConnection, member_id: int) -> Holdings:
    return Holdings(
        answers=await _count(connection, answers, answers.c.asker_id == member_id),
        votes=await _count(connection, votes, votes.c.member_id == member_id),
        language=await _language(connection, member_id),
        wishes=await _count(connection, gap_wishes, gap_wishes.c.member_id == member_id),
    )
