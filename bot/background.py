"""Work in the background: started whenever there may be some, or repeated; no fault ends it for good."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from config.errors import HaetaeError

_log = logging.getLogger(__name__)

_GRACE_S = 2.0


def log_fault(what: str, error: Exception) -> None:
    """Logs that `what` failed: by the sentence of `error`, or with a traceback where nobody thought of it."""
    unforeseen = None if isinstance(error, HaetaeError) else error
    _log.log(logging.ERROR if unforeseen else logging.WARNING, "%s: %s", what, error, exc_info=unforeseen)


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


@asynccontextmanager
async def repeated(
    work: Callable[[], Awaitable[None]],
    interval_s: float,
    *,
    fault: str,
    at_once: bool,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AsyncIterator[None]:
    """Does `work` every `interval_s` seconds for as long as the context is open, first `at_once` or after one interval.

    Where it fails, `fault` and the error are logged, once until it differs or is mended; the next round tries again.
    """

    async def rounds() -> None:
        named = ""
        if not at_once:
            await sleep(interval_s)
        while True:
            try:
                await work()
                named = ""
            except Exception as error:  # noqa: BLE001  logged; the next round may fare better
                if repr(error) != named:
                    named = repr(error)
                    log_fault(fault, error)
            await sleep(interval_s)

    task = asyncio.create_task(rounds())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


class BackgroundWork:
    """Runs `work` when it is woken, and once more if it is woken while it runs. Belongs to one event loop.

    A round that fails is logged; the next waking begins another.
    """

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
            except Exception as error:  # noqa: BLE001  logged; the next waking may fare better
                log_fault("Work was left for the next time there is some", error)
