"""Work that is done whenever there may be some, in the background, one round at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from config.errors import StateError

_log = logging.getLogger(__name__)

_GRACE_S = 2.0


async def seen_through(step: Coroutine[Any, Any, None], *, grace_s: float = _GRACE_S) -> None:
    """Awaits a step that would be done twice if it were cut between what it does and where it notes that.

    Where the caller is cancelled, the step still has `grace_s` to end.
    """
    task = asyncio.create_task(step)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task}, timeout=grace_s)
        task.cancel()
        raise


class Errand:
    """Does `work` when it is woken; once more where it is woken meanwhile. Belongs to one event loop."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There may be work. Never waits."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())

    async def end(self) -> None:
        """Stops at once."""
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
