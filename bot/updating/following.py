"""Noticing that the command line made another version current."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from bot.updating.switching import Switch
from config.errors import HaetaeError

_log = logging.getLogger(__name__)


class Follower(Protocol):
    """What can follow (`bot.updating.updates.Updates`)."""

    async def follow(self) -> Switch | None:
        """Switch to the version that is current on disk, if it is another."""
        ...


@asynccontextmanager
async def following_disk(
    updates: Follower, interval_s: float, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> AsyncIterator[None]:
    """Follows the current version every `interval_s` seconds, for as long as the context is open."""
    task = asyncio.create_task(_follow(updates, interval_s, sleep))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _follow(updates: Follower, interval_s: float, sleep: Callable[[float], Awaitable[None]]) -> None:
    """A version that cannot be used is named once; the live one goes on."""
    named = ""
    while True:
        await sleep(interval_s)
        try:
            if switch := await updates.follow():
                _log.info("%s is live now, after %s.", switch.after.version, switch.before.version)
            named = ""
        except HaetaeError as error:
            if str(error) != named:
                named = str(error)
                _log.warning("The current version cannot be used: %s", error)
