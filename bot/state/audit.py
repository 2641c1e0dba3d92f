"""Who did what and when: a record that is only ever added to."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.state.database import transaction
from bot.state.server_tables import audit

_DETAILS: TypeAdapter[Mapping[str, str]] = TypeAdapter(Mapping[str, str])


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed. `action` names a message of area `audit`, `details` are its fields.

    `actor_id` is None where it was not done in Discord, `guild_id` where it was done there to what no server owns.
    """

    number: int
    at: datetime
    actor_id: int | None
    guild_id: int | None
    action: str
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some entries, newest first; `number` is that of the page, from 1, of `pages` in all (at least 1)."""

    entries: tuple[AuditEntry, ...]
    number: int
    pages: int


class AuditLog:
    """The record. Every call raises StateError where the database fails."""

    def __init__(self, engine: AsyncEngine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    async def record(
        self, actor_id: int | None, guild_id: int | None, action: str, details: Mapping[str, object] | None = None
    ) -> AuditEntry:
        """Adds an entry, with the present as its time."""
        texts = {name: str(value) for name, value in (details or {}).items()}
        now = self._now()
        values = {"at": now, "actor_id": actor_id, "guild_id": guild_id, "action": action}
        async with transaction(self._engine) as connection:
            row = insert(audit).values(**values, details=_DETAILS.dump_json(texts).decode())
            number = int((await connection.execute(row.returning(audit.c.number))).scalar_one())
        return AuditEntry(number, now, actor_id, guild_id, action, texts)

    async def newest_of(
        self, actions: Collection[str], guild_id: int | None, *, and_outside: bool = False
    ) -> AuditEntry | None:
        """The newest entry of one of `actions` in a server, and with `and_outside` outside of servers; else None."""
        found = select(audit).where(_of(guild_id, and_outside=and_outside), audit.c.action.in_(actions))
        async with transaction(self._engine) as connection:
            row = (await connection.execute(found.order_by(audit.c.number.desc()).limit(1))).one_or_none()
            return _entry(row) if row is not None else None

    async def newest_by_server(self, actions: Collection[str]) -> Mapping[int, AuditEntry]:
        """The newest entry of one of `actions` in every server that has any."""
        number = func.max(audit.c.number)
        newest = select(number).where(audit.c.guild_id.is_not(None), audit.c.action.in_(actions))
        found = select(audit).where(audit.c.number.in_(newest.group_by(audit.c.guild_id)))
        async with transaction(self._engine) as connection:
            entries = map(_entry, (await connection.execute(found)).all())
            return {entry.guild_id: entry for entry in entries if entry.guild_id is not None}

    async def page(self, guild_id: int, number: int, size: int, *, and_outside: bool = False) -> AuditPage:
        """Page `number` (from 1) of what was done in a server, and with `and_outside` outside of Discord.

        Where there are fewer pages it is the last one.
        """
        which = _of(guild_id, and_outside=and_outside)
        async with transaction(self._engine) as connection:
            count = (await connection.execute(select(func.count()).select_from(audit).where(which))).scalar_one()
            pages = max(1, -(-count // size))
            number = min(max(1, number), pages)
            found = select(audit).where(which).order_by(audit.c.number.desc())
            rows = (await connection.execute(found.limit(size).offset((number - 1) * size))).all()
            return AuditPage(tuple(map(_entry, rows)), number, pages)


def _of(guild_id: int | None, *, and_outside: bool) -> ColumnElement[bool]:
    here: ColumnElement[bool] = audit.c.guild_id == guild_id
    return or_(here, audit.c.guild_id.is_(None)) if and_outside else here


def _entry(row: Row[tuple[object, ...]]) -> AuditEntry:
    return AuditEntry(**{**row._asdict(), "details": _DETAILS.validate_json(row.details)})
