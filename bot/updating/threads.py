"""Blocking work of an update, run beside the event loop."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from index.progress import Progress

Result = TypeVar("Result")


class StoppedError(Exception):
    """Nobody waits for the work any more."""


async def in_thread(work: Callable[[Progress], Result], progress: Progress | None) -> Result:
    """What `work` returns in a thread; the progress it reports reaches `progress` in the event loop.

    Where the caller is cancelled, the next report ends the work (StoppedError), and this ends once it has.
    """
    loop, stopped = asyncio.get_running_loop(), threading.Event()

    def report(done: int, total: int) -> None:
        if stopped.is_set():
            raise StoppedError
        if progress is not None:
            loop.call_soon_threadsafe(progress, done, total)

    future = loop.run_in_executor(None, work, report)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        stopped.set()
        await asyncio.wait({future})
        if not future.cancelled():
            future.exception()  # looked at, so that nobody is warned of it
        raise
