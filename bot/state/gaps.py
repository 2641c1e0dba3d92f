"""The gaps in the database: the askings of each, whether it is settled, and who wants to be told."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.gaps.gap import CLOSED_UNTIL_ASKED_AGAIN, Asking, Gap, GapStatus, Wish
from bot.state.database import transaction, upsert
from bot.state.gap_tables import gap_askings, gap_wishes, gaps
from bot.state.tables import answers
from config.language import Language

# Enough to recognise a question by; the wordings of one question are few.
_WORDINGS_A_GAP = 20


class GapStore:
    """The gaps of one corpus in the database; those of others are out of its reach.

    Every call is one transaction and raises StateError where the database fails.
    """

    def __init__(self, engine: AsyncEngine, corpus: int | None = None) -> None:
        """`corpus` is the server whose corpus it is, None for the home corpus."""
        self._engine = engine
        self._corpus = corpus
        self._mine: ColumnElement[bool] = gaps.c.server_id.is_not_distinct_from(corpus)

    async def add(self, asking: Asking, number: int | None) -> int:
        """Adds an asking to gap `number`, or to a new one; returns its number.

        One of the same message is replaced. A gap that was thought closed is open again, a dismissed one stays so.
        """
        async with transaction(self._engine) as connection:
            if number is None:
                row = insert(gaps).values(
                    status=GapStatus.OPEN.value, asked_version=asking.version, server_id=self._corpus
                )
                number = int((await connection.execute(row.returning(gaps.c.number))).scalar_one())
            else:
                closed = gaps.c.status.in_([status.value for status in CLOSED_UNTIL_ASKED_AGAIN])
                again = update(gaps).where(gaps.c.number == number, self._mine, closed)
                await connection.execute(again.values(status=GapStatus.OPEN.value, asked_version=asking.version))
            values = {"message_id": asking.message_id, "reason": asking.reason, "question": asking.question}
            await upsert(connection, gap_askings, {**values, "gap_number": number})
            await forget_empty_gaps(connection)
        return number

    async def remove(self, message_id: int) -> None:
        """Takes back the asking of an answer, and the gap with its last one."""
        async with transaction(self._engine) as connection:
            await connection.execute(delete(gap_askings).where(gap_askings.c.message_id == message_id))
            await forget_empty_gaps(connection)

    async def number_of(self, message_id: int) -> int | None:
        """The gap that an answer belongs to, None where it belongs to none."""
        async with transaction(self._engine) as connection:
            of_answer = gap_askings.c.message_id == message_id
            asked = select(gap_askings.c.gap_number).join(gaps).where(of_answer, self._mine)
            return await connection.scalar(asked)

    async def wordings(self) -> Mapping[int, Sequence[str]]:
        """The newest wordings of every gap, by its number."""
        found: dict[int, list[str]] = defaultdict(list)
        askings = select(gap_askings.c.gap_number, gap_askings.c.question).join(gaps).where(self._mine)
        newest = askings.order_by(gap_askings.c.message_id.desc())
        async with transaction(self._engine) as connection:
            for number, question in (await connection.execute(newest)).all():
                if question not in found[number] and len(found[number]) < _WORDINGS_A_GAP:
                    found[number].append(question)
        return found

    async def gap(self, number: int) -> Gap | None:
        """Gap `number`, None where there is none (any more)."""
        return next(iter(await self._gaps(gaps.c.number == number)), None)

    async def with_status(self, *statuses: GapStatus) -> tuple[Gap, ...]:
        """The gaps of these statuses, the most asked first, of those the newest."""
        return await self._gaps(gaps.c.status.in_([status.value for status in statuses]))

    async def set_status(
        self, number: int, status: GapStatus, *, only_from: Collection[GapStatus] = frozenset(GapStatus)
    ) -> bool:
        """Says what has become of a gap; False where it is gone or has none of the statuses `only_from`."""
        known = gaps.c.status.in_([one.value for one in only_from])
        changed = update(gaps).where(gaps.c.number == number, self._mine, known).values(status=status.value)
        async with transaction(self._engine) as connection:
            done = bool((await connection.execute(changed)).rowcount)
            if done and status is GapStatus.DISMISSED:
                await connection.execute(delete(gap_wishes).where(gap_wishes.c.gap_number == number))
        return done

    async def open_but_for(self, version: str) -> tuple[Gap, ...]:
        """The open gaps that have not been asked of index version `version` yet, oldest first."""
        found = await self._gaps((gaps.c.status == GapStatus.OPEN.value) & (gaps.c.asked_version != version))
        return tuple(sorted(found, key=lambda gap: gap.number))

    async def put_to(self, number: int, version: str) -> None:
        """Notes that a gap was asked of index version `version`; with an empty one it will be asked again."""
        async with transaction(self._engine) as connection:
            mine = update(gaps).where(gaps.c.number == number, self._mine)
            await connection.execute(mine.values(asked_version=version))

    async def wish(self, wish: Wish) -> bool:
        """Notes a wish, or takes it back where it was there already; True where it is there now."""
        mine = (gap_wishes.c.gap_number == wish.gap_number) & (gap_wishes.c.member_id == wish.member_id)
        async with transaction(self._engine) as connection:
            taken_back = bool((await connection.execute(delete(gap_wishes).where(mine))).rowcount)
            if not taken_back:
                await upsert(connection, gap_wishes, {**asdict(wish), "language": wish.language.value})
        return not taken_back

    async def due_wishes(self) -> tuple[Wish, ...]:
        """The wishes of closed gaps."""
        closed = gaps.c.status.in_([status.value for status in CLOSED_UNTIL_ASKED_AGAIN])
        due = select(gap_wishes).join(gaps, gaps.c.number == gap_wishes.c.gap_number).where(closed, self._mine)
        async with transaction(self._engine) as connection:
            rows = (await connection.execute(due.order_by(gap_wishes.c.gap_number, gap_wishes.c.member_id))).all()
        return tuple(Wish(**{**row._asdict(), "language": Language(row.language)}) for row in rows)

    async def grant(self, wish: Wish) -> None:
        """Deletes a wish: its member has been told."""
        mine = (gap_wishes.c.gap_number == wish.gap_number) & (gap_wishes.c.member_id == wish.member_id)
        async with transaction(self._engine) as connection:
            await connection.execute(delete(gap_wishes).where(mine))

    async def _gaps(self, which: ColumnElement[bool]) -> tuple[Gap, ...]:
        askings = (
            select(
                gaps.c.number,
                gaps.c.status,
                gaps.c.asked_version,
                gap_askings.c.question,
                gap_askings.c.reason,
                gap_askings.c.message_id,
                answers.c.interface_language.label("language"),
                answers.c.asked_at,
            )
            .join(gap_askings, gap_askings.c.gap_number == gaps.c.number)
            .join(answers, answers.c.message_id == gap_askings.c.message_id)
            .where(which, self._mine)
            .order_by(gaps.c.number, answers.c.asked_at.desc(), answers.c.message_id.desc())
        )
        wished = select(gap_wishes.c.gap_number, func.count()).group_by(gap_wishes.c.gap_number)
        async with transaction(self._engine) as connection:
            rows = (await connection.execute(askings)).all()
            wishes = {row[0]: row[1] for row in (await connection.execute(wished)).all()}
        found: dict[int, list[_Row]] = defaultdict(list)
        for row in rows:
            found[row.number].append(_Row(**row._asdict()))
        made = [_gap(group, wishes.get(number, 0)) for number, group in found.items()]
        return tuple(sorted(made, key=lambda gap: (-gap.times, -gap.last_at.timestamp(), gap.number)))


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    status: str
    asked_version: str
    question: str
    reason: str
    message_id: int
    language: str
    asked_at: datetime


def _gap(askings: Sequence[_Row], wishes: int) -> Gap:
    """A gap from its askings, newest first."""
    newest = askings[0]
    return Gap(
        number=newest.number,
        status=GapStatus(newest.status),
        question=newest.question,
        language=Language(newest.language),
        reason=newest.reason,
        times=len(askings),
        first_at=askings[-1].asked_at,
        last_at=newest.asked_at,
        wishes=wishes,
        asked_version=newest.asked_version,
        message_id=newest.message_id,
    )


async def corpora_with_gaps(engine: AsyncEngine) -> tuple[int | None, ...]:
    """The corpora that have gaps, the home corpus (None) first. Raises StateError where the database fails."""
    async with transaction(engine) as connection:
        found = (await connection.scalars(select(gaps.c.server_id).distinct())).all()
    return tuple(sorted(found, key=lambda corpus: corpus or 0))


async def forget_empty_gaps(connection: AsyncConnection) -> None:
    """Deletes the gaps of which no wording is left: they say nothing any more."""
    await connection.execute(delete(gaps).where(gaps.c.number.not_in(select(gap_askings.c.gap_number))))
