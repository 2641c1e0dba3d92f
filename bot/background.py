"""Work in the background that is started whenever there may be some, one round at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from config.errors import StateError

_log = logging.getLogger(__name__)

_GRACE_S = 2.0


async def finish(step: Coroutine[Any, Any, None], *, grace_s: float = _GRACE_S) -> None:
    """Awaits `step`, which gets `grace_s` seconds to finish where the caller is cancelled.

    For steps that act first and then note that they did: cut between the two, they would be done twice.
    """
    task = asyncio.create_task(step)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=grace_s)
        task.cancel()
        raise


class BackgroundWork:
    """Runs `work` when it is woken, and once more if it is woken while it runs. Belongs to one event loop."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Start the work, or have it run once more. Returns at once."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())

    async def end(self) -> None:
        """Cancel the work and wait until it has stopped."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _run(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                await self._work()
            except StateError as error:
                _log.error("Something was left for the next start: %s", error)
