"""What happened, in order, and waiting for it."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

#: Waiting ends with what is waited for; this is for what never comes, also where the machine is busy with others.
PATIENCE_S = 120.0


class Journal:
    """A log with seconds since its start; whoever waits looks again after each line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._changed = asyncio.Event()
        self._start_s = time.monotonic()

    def now_s(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._start_s

    def log(self, text: str) -> None:
        """Adds a line and wakes whoever waits."""
        self.lines.append(f"{self.now_s():8.3f} {text}")
        self._changed.set()
        self._changed = asyncio.Event()

    def transcript(self, last: int = 0) -> str:
        """The last `last` lines, or all."""
        return "\n".join(self.lines[-last:])

    async def wait_for(
        self, find: Callable[[], Found | bool | None], timeout_s: float = PATIENCE_S, what: str = "condition"
    ) -> Found:
        """What `find` returns once that is true. Raises TimeoutError with the transcript."""
        end_s = self.now_s() + timeout_s
        while not (found := find()):
            if self.now_s() >= end_s:
                raise TimeoutError(f"{what} not seen in {timeout_s} s; transcript:\n{self.transcript(40)}")
            try:
                await asyncio.wait_for(self._changed.wait(), min(0.1, max(0.0, end_s - self.now_s())))
            except TimeoutError:
                continue
        return found  # type: ignore[return-value]
