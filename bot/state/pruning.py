"""Deletes answers older than the settings allow, once a day."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.background import repeated

DAY_S = 86_400.0

_log = logging.getLogger(__name__)


class Prunable(Protocol):
    """What can forget the old (`bot.state.store.StateStore`)."""

    async def prune(self, before: datetime) -> int:
        """Deletes what was asked before a time; returns how many answers."""
        ...


def pruned_daily(
    state: Prunable,
    kept_days: int,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AbstractAsyncContextManager[None]:
    """Deletes answers older than `kept_days` at once and then every day, for as long as the context is open."""

    async def prune() -> None:
        if count := await state.prune(now() - timedelta(days=kept_days)):
            _log.info("Answers older than %d days deleted: %d.", kept_days, count)

    return repeated(prune, DAY_S, fault="Old answers could not be deleted", at_once=True, sleep=sleep)
