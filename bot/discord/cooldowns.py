"""How often one member, and one channel, may ask."""

import math
import time
from dataclasses import dataclass
from enum import StrEnum

from discord.ext.commands import Cooldown, CooldownMapping

from bot.discord.streaming import Clock
from config.language import Language
from config.messages import message
from config.settings import DiscordSettings


class Scope(StrEnum):
    """Whose questions were too many."""

    MEMBER = "member"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Pause:
    """A question that comes too early: whose questions were too many, and the whole seconds to wait."""

    scope: Scope
    wait_s: int

    def note(self, language: Language) -> str:
        """What the asker is told, privately."""
        return message(f"members.pause_{self.scope}", language, seconds=self.wait_s)


class Cooldowns:
    """Counts the questions of each member and each channel, over all ways to ask.

    Held in memory only: a restart lets everybody ask at once, which hurts nobody.
    """

    def __init__(self, settings: DiscordSettings, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._rules = {
            Scope.MEMBER: _rule(settings.member_questions, settings.member_period_s),
            Scope.CHANNEL: _rule(settings.channel_questions, settings.channel_period_s),
        }

    def claim(self, member_id: int, channel_id: int) -> Pause | None:
        """Counts a question, or says how long to wait with it; then it does not count."""
        now_s = self._clock()
        ids = {Scope.MEMBER: member_id, Scope.CHANNEL: channel_id}
        buckets = {scope: self._bucket(scope, ids[scope], now_s) for scope in Scope}
        for scope, bucket in buckets.items():
            if not bucket.get_tokens(now_s):
                return Pause(scope, max(1, math.ceil(bucket.get_retry_after(now_s))))
        for bucket in buckets.values():
            bucket.update_rate_limit(now_s)
        return None

    def _bucket(self, scope: Scope, key: int, now_s: float) -> Cooldown:
        bucket = self._rules[scope].get_bucket(key, now_s)
        assert bucket is not None, "every rule has a rate"
        return bucket


def _rule(questions: int, period_s: float) -> CooldownMapping[int]:
    """discord.py's own counting, by id; it lets go of whoever has not asked for a period."""
    return CooldownMapping(Cooldown(questions, period_s), lambda key: key)
