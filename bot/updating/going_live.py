"""Making a version live: one switch at a time, on disk and for whoever asks."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.updating.rehearsing import RehearsableCorridor, Side
from bot.updating.switching import LiveLibrary, Switch, Switchable
from bot.updating.threads import in_thread
from bot.updating.workshop import Candidate, Opened, Workshop
from config.errors import HaetaeError, UpdateError
from index.progress import Progress
from index.provenance import Provenance
from index.versions import version_name, version_number

_log = logging.getLogger(__name__)


class GoingLive:
    """Switches the live library. Every method but `follow` raises UpdateError while another switch is under way."""

    def __init__(
        self, workshop: Workshop, live: LiveLibrary, corridor: RehearsableCorridor, service: Switchable
    ) -> None:
        self.live = live
        self._workshop = workshop
        self._corridor = corridor
        self._service = service
        self._switching = asyncio.Lock()
        workshop.keep_live(Opened(live.now, corridor))

    @property
    def number(self) -> int:
        """The live version."""
        return version_number(self.live.now.version)

    @property
    def corridor(self) -> RehearsableCorridor:
        """What answers from the live library."""
        return self._corridor

    @property
    def side(self) -> Side:
        """The live library as it is rehearsed."""
        return Side(self.live.now.version, self._corridor)

    @property
    def busy(self) -> bool:
        """Whether a switch is under way."""
        return self._switching.locked()

    async def promote(self, candidate: Candidate, base: str) -> Switch:
        """Make `candidate`, prepared while version `base` was live, the next version.

        Raises UpdateError, too, where another went live since.
        """
        async with self._alone():
            current = await asyncio.to_thread(self._workshop.store.current)
            now = self.live.now.version if current is None else version_name(current)
            if not now == self.live.now.version == base:
                raise UpdateError("updating.stale", before=base, now=now)
            return await self._switch(lambda: self._workshop.promote(candidate))

    async def rebuild(self, provenance: Provenance, progress: Progress | None) -> Switch:
        """Embed the live edition anew, as the next version."""
        async with self._alone():
            base = self.number
            opened = await in_thread(lambda report: self._workshop.rebuild(base, provenance, report), progress)
            return await self._switch(lambda: opened)

    async def return_to(self, version: int) -> Switch:
        """Make an earlier version live again. Raises IndexStoreError where it cannot be used."""

        def reopen() -> Opened:
            opened = self._workshop.open(version)
            self._workshop.store.activate(version)
            return opened

        async with self._alone():
            if version == self.number:
                raise UpdateError("updating.already_live", version=version_name(version))
            return await self._switch(reopen)

    async def follow(self) -> Switch | None:
        """Switch to the version that is current on disk; None where it is live or a switch is under way."""
        # The first look holds nothing, so that nobody is refused because of it.
        if self._switching.locked() or await self._followed() is None or self._switching.locked():
            return None
        async with self._switching:
            current = await self._followed()
            return None if current is None else await self._switch(lambda: self._workshop.open(current))

    async def _followed(self) -> int | None:
        """The version that is current on disk, None where it is live."""
        current = await asyncio.to_thread(self._workshop.store.current)
        return None if current == self.number else current

    async def prune(self) -> None:
        """Remove the versions that are no longer kept; where that fails, it is only logged."""
        try:
            await asyncio.to_thread(self._workshop.store.prune, self._workshop.kept_versions)
        except HaetaeError as error:
            _log.warning("Old versions could not be removed: %s", error)

    async def _switch(self, opening: Callable[[], Opened]) -> Switch:
        opened = await asyncio.to_thread(opening)
        self._corridor = opened.corridor
        return await self.live.switch(opened.library, opened.corridor, self._service)

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        if self._switching.locked():
            raise UpdateError("updating.busy")
        async with self._switching:
            yield
