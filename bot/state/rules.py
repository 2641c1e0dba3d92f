"""What each server decided: who moderates, where and how much may be asked, and when the bot is quiet."""

from dataclasses import dataclass, replace
from datetime import date, time

from pydantic import TypeAdapter
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.state.database import transaction, upsert
from bot.state.server_tables import daily_questions, server_rules
from config.language import Language


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when until when nobody is answered, each day, by the server's clock; past midnight where `until` is less."""

    since: time
    until: time


@dataclass(frozen=True, slots=True)
class PauseNote:
    """What askers read while the bot is paused, in the languages the moderators wrote it in; None: nothing more."""

    korean: str | None = None
    english: str | None = None

    def text(self, language: Language) -> str | None:
        """The note in `language`, else in the other one."""
        own, other = (self.korean, self.english) if language is Language.KOREAN else (self.english, self.korean)
        return own or other


@dataclass(frozen=True, slots=True)
class ServerRules:
    """The decisions of one server. No channels: all of them. No roles: everybody.

    `pause` is None while questions are answered. `time_zone` is a name of the IANA database.
    """

    moderator_role: int | None = None
    audit_channel: int | None = None
    channels: tuple[int, ...] = ()
    roles: tuple[int, ...] = ()
    daily_questions: int | None = None
    quiet_hours: QuietHours | None = None
    time_zone: str = "UTC"
    pause: PauseNote | None = None


_RULES = TypeAdapter(ServerRules)


class RuleBook:
    """The rules of all servers, and the questions counted against their quotas. All calls raise StateError."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def of(self, guild_id: int) -> ServerRules:
        """The rules of a server; the default ones where it decided nothing."""
        async with transaction(self._engine) as connection:
            return await _rules(connection, guild_id)

    async def change(self, guild_id: int, **changes: object) -> ServerRules:
        """Replaces single rules of a server, by their names; returns all of them."""
        async with transaction(self._engine) as connection:
            rules = replace(await _rules(connection, guild_id), **changes)  # type: ignore[arg-type]
            row = {"guild_id": guild_id, "rules": _RULES.dump_json(rules).decode()}
            await upsert(connection, server_rules, row)
        return rules

    async def claim_question(self, guild_id: int, member_id: int, day: date, limit: int) -> bool:
        """Counts a question of a member on `day`; False, uncounted, where they asked `limit` already.

        What was counted on earlier days is deleted.
        """
        counts = daily_questions.c
        mine = (counts.guild_id == guild_id) & (counts.member_id == member_id) & (counts.day == day)
        async with transaction(self._engine) as connection:
            await connection.execute(delete(daily_questions).where(counts.guild_id == guild_id, counts.day < day))
            asked = await connection.scalar(select(counts.questions).where(mine)) or 0
            if asked >= limit:
                return False
            row = {"guild_id": guild_id, "member_id": member_id, "day": day, "questions": asked + 1}
            await upsert(connection, daily_questions, row)
        return True


async def _rules(connection: AsyncConnection, guild_id: int) -> ServerRules:
    """For update: on PostgreSQL nobody changes the row meanwhile; SQLite has one writer anyway."""
    found = select(server_rules.c.rules).where(server_rules.c.guild_id == guild_id).with_for_update()
    kept = await connection.scalar(found)
    return ServerRules() if kept is None else _RULES.validate_json(kept)
