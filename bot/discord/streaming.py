"""Editing a message while its text grows, no faster than Discord allows."""

import asyncio
import math
from collections.abc import Awaitable, Callable

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


class StreamingEditor:
    """Shows the newest content: one edit an interval at most, none with what is there already.

    Content that is overtaken before its turn is never sent. `place(content)` puts it in the message and says
    whether that worked; where it did not, whatever is newest then is tried at the next turn.
    """

    def __init__(
        self, place: Callable[[str], Awaitable[bool]], *, interval_s: float, clock: Clock, sleep: Sleep
    ) -> None:
        self._place = place
        self._interval_s = interval_s
        self._clock = clock
        self._sleep = sleep
        self._changed = asyncio.Event()
        self._newest: str | None = None
        self._shown: str | None = None
        self._closed = False
        self._free_at = -math.inf

    def show(self, content: str) -> None:
        """Makes `content` the newest. Never waits."""
        self._newest = content
        self._changed.set()

    def close(self) -> None:
        """Lets `run` end as soon as a further edit may be made."""
        self._closed = True
        self._changed.set()

    async def run(self) -> None:
        """Edits until `close`. Whatever `place` raises ends it."""
        while True:
            await self._changed.wait()
            await self._pause()
            self._changed.clear()
            if self._closed:
                return
            if self._newest is not None and self._newest != self._shown:
                await self._edit(self._newest)

    async def _pause(self) -> None:
        if (wait_s := self._free_at - self._clock()) > 0:
            await self._sleep(wait_s)

    async def _edit(self, content: str) -> None:
        placed = await self._place(content)
        self._shown = content if placed else None
        self._free_at = self._clock() + self._interval_s
        if not placed:
            self._changed.set()
