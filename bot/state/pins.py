"""Answers that moderators give themselves: the wordings they answer, and their text in both languages."""

from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.pins.pin import Pin, PinText
from bot.state.database import transaction
from bot.state.gap_tables import pins
from config.language import Language

_WORDINGS: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[str, ...])


class PinStore:
    """The pins of one corpus in the database; those of others are out of its reach.

    Every call is one transaction and raises StateError where the database fails.
    """

    def __init__(self, engine: AsyncEngine, corpus: int | None = None) -> None:
        """`corpus` is the server whose corpus it is, None for the home corpus."""
        self._engine = engine
        self._corpus = corpus
        self._mine: ColumnElement[bool] = pins.c.server_id.is_not_distinct_from(corpus)

    async def all(self) -> tuple[Pin, ...]:
        """All pins, oldest first."""
        async with transaction(self._engine) as connection:
            kept = select(pins).where(self._mine).order_by(pins.c.number)
            return tuple(map(_pin, (await connection.execute(kept)).all()))

    async def add(self, text: PinText, member_id: int, now: datetime) -> Pin:
        """Keeps a pin; `member_id` wrote it."""
        async with transaction(self._engine) as connection:
            row = insert(pins).values(**_columns(text, member_id, now), server_id=self._corpus).returning(*pins.c)
            return _pin((await connection.execute(row)).one())

    async def change(self, number: int, text: PinText, member_id: int, now: datetime) -> Pin | None:
        """Rewrites pin `number`; None where there is none (any more)."""
        async with transaction(self._engine) as connection:
            changed = update(pins).where(pins.c.number == number, self._mine).values(**_columns(text, member_id, now))
            row = (await connection.execute(changed.returning(*pins.c))).first()
            return None if row is None else _pin(row)

    async def remove(self, number: int) -> bool:
        """Deletes pin `number`; False where there is none (any more)."""
        async with transaction(self._engine) as connection:
            return bool((await connection.execute(delete(pins).where(pins.c.number == number, self._mine))).rowcount)


def _columns(text: PinText, member_id: int, now: datetime) -> dict[str, object]:
    return {
        "wordings": _WORDINGS.dump_json(text.wordings).decode(),
        "answer_ko": text.answers[Language.KOREAN],
        "answer_en": text.answers[Language.ENGLISH],
        "changed_by": member_id,
        "changed_at": now,
    }


def _pin(row: Row[tuple[object, ...]]) -> Pin:
    answers = {Language.KOREAN: row.answer_ko, Language.ENGLISH: row.answer_en}
    text = PinText(_WORDINGS.validate_json(row.wordings), answers)
    return Pin(row.number, text, row.changed_by, row.changed_at)
