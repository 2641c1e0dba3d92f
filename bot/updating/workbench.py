"""The one update that is under way: whose it is, what was made for it, and that nothing of it is left."""

import asyncio
import logging
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime

from bot.updating.rehearsal import Rehearsal
from bot.updating.rehearsing import Rehearser
from bot.updating.stages import Pending, UnderWay
from bot.updating.workshop import Candidate
from config.errors import HaetaeError, UpdateError
from index.progress import Progress
from index.provenance import Provenance

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Work:
    """An update under way. `claim` holds its candidate, and removes it where it is closed."""

    provenance: Provenance
    began: datetime
    claim: ExitStack = field(default_factory=ExitStack)
    candidate: Candidate | None = None
    pending: Pending | None = None
    _rehearsing: asyncio.Task[None] | None = None

    @property
    def rehearsing(self) -> bool:
        """Whether it is being rehearsed."""
        return self._rehearsing is not None

    async def rehearse(self, rehearser: Rehearser, progress: Progress) -> Rehearsal:
        """What `rehearser` found by its end, or by the time `stop_rehearsing` was called."""
        task = self._rehearsing = asyncio.create_task(rehearser.run(progress))
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
            self._rehearsing = None
        if not task.cancelled():
            task.result()
        return rehearser.result()

    def stop_rehearsing(self) -> None:
        """End the rehearsal early, if one runs."""
        if self._rehearsing is not None:
            self._rehearsing.cancel()


class Workbench:
    """Has room for one update. Belongs to one event loop."""

    def __init__(self) -> None:
        self._work: Work | None = None

    @property
    def empty(self) -> bool:
        """Whether no update is under way."""
        return self._work is None

    @property
    def under_way(self) -> UnderWay | None:
        """Who is changing the article now, None where nobody is."""
        work = self._work
        return UnderWay(work.provenance, work.began, work.pending) if work else None

    def begin(self, provenance: Provenance, now: datetime) -> Work:
        """A new update. Raises UpdateError, naming whose and since when, where another one is under way."""
        if self._work is not None:
            author, since = self._work.provenance.author, f"{self._work.began:%Y-%m-%d %H:%M %Z}"
            raise UpdateError("updating.under_way", author=author, since=since)
        self._work = Work(provenance, now)
        return self._work

    def waiting(self, update_id: str) -> tuple[Work, Candidate, Pending]:
        """The update that waits under this id. Raises UpdateError where it is no longer there."""
        work = self._work
        if work is None or work.candidate is None or work.pending is None or work.pending.update_id != update_id:
            raise UpdateError("updating.gone")
        return work, work.candidate, work.pending

    async def end(self, work: Work) -> None:
        """Nothing of `work` is left, whatever had been done of it."""
        work.stop_rehearsing()
        if self._work is work:
            self._work = None
        try:
            await asyncio.shield(asyncio.to_thread(work.claim.close))
        except HaetaeError as error:
            _log.warning("A candidate could not be removed; the next start removes it: %s", error)

    async def clear(self) -> None:
        """Ends the update that is under way, if one is."""
        if self._work is not None:
            await self.end(self._work)
