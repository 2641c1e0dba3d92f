"""Applies the house rules: whether a question may be answered here and now."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import discord
from discord.utils import format_dt

from bot.discord.markdown import literal
from bot.discord.moderators.gate import ServerRulesReader
from bot.discord.rendering import QUOTED
from bot.state.rules import PauseNote, QuietHours, ServerRules
from config.errors import StateError
from config.language import Language
from config.messages import message

_log = logging.getLogger(__name__)


class CountingRules(ServerRulesReader, Protocol):
    """What knows the rules and counts questions (`bot.state.rules.RuleBook`). All raise StateError."""

    async def claim_question(self, guild_id: int, member_id: int, day: date, limit: int) -> bool:
        """Counts a question of a member on `day`; False, uncounted, where they asked `limit` already."""
        ...


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks and where: `places` are the channel and what it lies in, `roles` those of the member."""

    guild_id: int | None
    member_id: int
    places: frozenset[int]
    roles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not answered. `paused`: the asker is to be told in any case."""

    key: str
    fields: dict[str, object] = field(default_factory=dict)
    note: PauseNote | None = None

    @property
    def paused(self) -> bool:
        """Whether all answers are paused."""
        return self.note is not None

    def sentence(self, language: Language) -> str:
        """What the asker is told."""
        told = message(self.key, language, **self.fields)
        note = self.note.text(language) if self.note else None
        return f"{told}\n{QUOTED}{literal(note)}" if note else told


class HouseRules:
    """Checks each question against the rules of its server. While they cannot be read, those read last hold."""

    def __init__(self, rules: CountingRules, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._rules = rules
        self._now = now
        self._known: dict[int, ServerRules] = {}

    async def refusal(self, visitor: Visitor) -> Refusal | None:
        """Why a question is not answered, None where it is; then it counts. Direct messages have no rules."""
        if visitor.guild_id is None:
            return None
        rules, now = await self._of(visitor.guild_id), self._now()
        local = now.astimezone(ZoneInfo(rules.time_zone))
        refusal = _closed(rules, local) or _not_for(rules, visitor)
        if refusal is None and rules.daily_questions and not await self._claim(visitor, local, rules.daily_questions):
            again = datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)
            return Refusal("rules.quota_used", {"questions": rules.daily_questions, "again": format_dt(again, "f")})
        return refusal

    async def _of(self, guild_id: int) -> ServerRules:
        try:
            self._known[guild_id] = await self._rules.of(guild_id)
        except StateError as error:
            _log.warning("A server's rules could not be read; those last read hold: %s", error)
        return self._known.get(guild_id, ServerRules())

    async def _claim(self, visitor: Visitor, local: datetime, limit: int) -> bool:
        assert visitor.guild_id is not None
        try:
            return await self._rules.claim_question(visitor.guild_id, visitor.member_id, local.date(), limit)
        except StateError as error:
            _log.warning("A question could not be counted: %s", error)
            return True


def visitor_of(
    person: discord.User | discord.Member, guild_id: int | None, channel_id: int | None, channel: object
) -> Visitor:
    """Who asks and where, from Discord's objects."""
    lies_in = (getattr(channel, name, None) for name in ("parent_id", "category_id"))
    places = frozenset(place for place in (channel_id, *lies_in) if isinstance(place, int))
    roles = frozenset(role.id for role in person.roles) if isinstance(person, discord.Member) else frozenset()
    return Visitor(guild_id, person.id, places, roles)


def quiet_until(hours: QuietHours, local: datetime) -> datetime | None:
    """When the quiet hours end in which the moment `local` lies, None where it lies in none."""
    clock = local.time()
    if hours.since < hours.until:
        quiet = hours.since <= clock < hours.until
    else:
        quiet = clock >= hours.since or clock < hours.until
    if not quiet:
        return None
    day = local.date() if clock < hours.until else local.date() + timedelta(days=1)
    return datetime.combine(day, hours.until, local.tzinfo)


def channel_list(channels: tuple[int, ...]) -> str:
    """Channels as Discord shows them."""
    return ", ".join(f"<#{channel}>" for channel in channels)


def _closed(rules: ServerRules, local: datetime) -> Refusal | None:
    """Why nobody is answered now."""
    if rules.pause is not None:
        return Refusal("rules.paused", note=rules.pause)
    if rules.quiet_hours and (until := quiet_until(rules.quiet_hours, local)):
        return Refusal("rules.quiet", {"until": format_dt(until, "t")})
    return None


def _not_for(rules: ServerRules, visitor: Visitor) -> Refusal | None:
    """Why this member is not answered here."""
    if rules.channels and not visitor.places & set(rules.channels):
        return Refusal("rules.not_here", {"channels": channel_list(rules.channels)})
    if rules.roles and not visitor.roles & set(rules.roles):
        return Refusal("rules.not_you")
    return None
