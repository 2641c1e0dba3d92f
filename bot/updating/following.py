"""Noticing that the command line made another version current."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.background import repeated
from bot.updating.switching import Switch

_log = logging.getLogger(__name__)


class Follower(Protocol):
    """What can follow (`bot.updating.updates.Updates`)."""

    async def follow(self) -> Switch | None:
        """Switch to the version that is current on disk, if it is another."""
        ...


def following_disk(
    updates: Follower, interval_s: float, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> AbstractAsyncContextManager[None]:
    """Follows the current version every `interval_s` seconds, for as long as the context is open.

    Where it cannot be used, the live one goes on.
    """

    async def follow() -> None:
        if switch := await updates.follow():
            _log.info("%s is live now, after %s.", switch.after.version, switch.before.version)

    return repeated(follow, interval_s, fault="The current version cannot be used", at_once=False, sleep=sleep)
