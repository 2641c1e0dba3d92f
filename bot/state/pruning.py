"""Deletes answers older than the settings allow, once a day."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Protocol

from config.errors import StateError

DAY_S = 86_400.0

_log = logging.getLogger(__name__)


class Prunable(Protocol):
    """What can forget the old (`bot.state.store.StateStore`)."""

    async def prune(self, before: datetime) -> int:
        """Deletes what was asked before a time; returns how many answers."""
        ...


@asynccontextmanager
async def pruned_daily(
    state: Prunable,
    kept_days: int,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AsyncIterator[None]:
    """Deletes answers older than `kept_days` at once and then every day, for as long as the context is open."""
    task = asyncio.create_task(_prune_daily(state, timedelta(days=kept_days), now, sleep))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _prune_daily(
    state: Prunable,
    kept: timedelta,
    now: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]],
) -> None:
    while True:
        try:
            if count := await state.prune(now() - kept):
                _log.info("Answers older than %d days deleted: %d.", kept.days, count)
        except StateError as error:
            _log.warning("Old answers could not be deleted: %s", error)
        await sleep(DAY_S)
