"""The one object through which Discord and the command line change the article."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

from bot.answering.service import AnsweringService, BlockingAnswerer
from bot.updating.going_live import GoingLive
from bot.updating.golden import about_article
from bot.updating.leftovers import removed_leftovers
from bot.updating.rehearsal import RecentQuestion, Rehearsal
from bot.updating.rehearsing import RehearsableCorridor, Rehearser, Side
from bot.updating.sections import SectionText, section_of, sections_of, with_section
from bot.updating.stages import Approved, Pending, Status
from bot.updating.switching import Listener, LiveLibrary, Switch, Switchable
from bot.updating.threads import in_thread
from bot.updating.uploads import Upload, read_uploads
from bot.updating.workbench import Workbench
from bot.updating.workshop import NewEdition, Workshop
from config.errors import UpdateError
from corpus.document import Corpus
from index.candidates import Leftover
from index.pointer import Move
from index.progress import Progress, no_progress
from index.provenance import Provenance
from index.versions import VersionInfo, version_name, version_number


class Updates:
    """Prepares, rehearses and makes live one update at a time, and goes back. Belongs to one event loop.

    Blocking work runs in threads. Every method raises HaetaeError (UpdateError, CorpusError, IndexStoreError), one
    sentence with its remedy, and then nothing has changed. Opened with `async with`: candidates that a crash left are
    then removed (`leftovers` says which they were); at the end the pending one is.
    """

    def __init__(
        self,
        workshop: Workshop,
        live: LiveLibrary,
        corridor: RehearsableCorridor,
        service: AnsweringService,
        switchable: Switchable | None = None,
    ) -> None:
        """`service` asks in rehearsals; `switchable`, which is the service unless given, is told of each switch."""
        self.live = live
        self.leftovers: tuple[Leftover, ...] = ()
        self._outside: list[Listener] = []
        self._workshop = workshop
        self.service = service
        self._going_live = GoingLive(workshop, live, corridor, switchable or service)
        self._workbench = Workbench()

    async def __aenter__(self) -> Self:
        serving = self.live.now.version
        self.leftovers = await asyncio.to_thread(removed_leftovers, self._workshop.candidates, serving)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._workbench.clear()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return self._workbench.empty and not self._going_live.busy

    @property
    def corridor(self) -> BlockingAnswerer:
        """What answers now."""
        return self._going_live.corridor

    # ---- looking

    async def status(self) -> Status:
        """What is live and what is under way."""
        live = await asyncio.to_thread(self._workshop.store.info, self._going_live.number)
        return Status(live, self._workbench.under_way)

    async def history(self) -> tuple[VersionInfo, ...]:
        """All versions, newest first, with who, when and why in their manifests."""
        return tuple(reversed(await asyncio.to_thread(self._workshop.store.list)))

    async def export(self) -> Mapping[str, bytes]:
        """The live edition as files: `ko.md`, `en.md`."""
        return await asyncio.to_thread(self._workshop.store.edition_files, self._going_live.number)

    async def sections(self) -> tuple[SectionText, ...]:
        """The sections of the live edition."""
        return sections_of(await asyncio.to_thread(self._workshop.store.edition, self._going_live.number))

    async def section(self, key: str) -> SectionText:
        """One section of the live edition, to be edited (`SectionText.key`)."""
        return section_of(await asyncio.to_thread(self._workshop.store.edition, self._going_live.number), key)

    # ---- preparing

    async def prepare(
        self, uploads: Sequence[Upload], provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        """Read `uploads`, build a candidate beside the live version and say what would change.

        Raises UpdateError where another update is under way (naming whose and since when) or nothing would change.
        `progress` counts the texts embedded.
        """

        def read(live: Corpus) -> NewEdition:
            reading = read_uploads(uploads, live, self._workshop.now().date())
            return NewEdition(reading.corpus, reading.origin, reading.report, reading.kept)

        return await self._prepare(read, provenance, progress)

    async def prepare_section(
        self, seen: SectionText, text: str, provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        """The same with `text` in the place of the section `seen`."""
        base = self.live.now.version
        return await self._prepare(lambda live: NewEdition(with_section(live, seen, text), base), provenance, progress)

    async def prepare_edition(
        self, corpus: Corpus, origin: str, provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        """The same with a whole edition that was read from `origin`."""
        return await self._prepare(lambda _: NewEdition(corpus, origin), provenance, progress)

    def pending(self, update_id: str) -> Pending:
        """The update that waits under this id. Raises UpdateError where it is no longer there."""
        _, _, pending = self._workbench.waiting(update_id)
        return pending

    async def _prepare(
        self, read: Callable[[Corpus], NewEdition], provenance: Provenance, progress: Progress | None
    ) -> Pending:
        work = self._workbench.begin(provenance, self._workshop.now())
        try:
            base = self._going_live.number
            work.candidate = await in_thread(
                lambda report: self._workshop.build(work.claim, base, read, provenance, report), progress
            )
        except BaseException:
            await self._workbench.end(work)
            raise
        candidate = work.candidate
        work.pending = Pending(candidate.candidate_id, provenance, work.began, version_name(base), candidate.preview)
        return work.pending

    # ---- rehearsing

    async def rehearse(
        self, update_id: str, recent: Sequence[RecentQuestion] = (), progress: Progress | None = None
    ) -> Rehearsal:
        """Ask the golden questions, then the `recent` ones, of both libraries; what members ask meanwhile goes first.

        Golden questions count where the live edition states what they expect. `stop_rehearsal` ends it early: what was
        asked by then is returned and kept.
        """
        work, candidate, pending = self._workbench.waiting(update_id)
        after = candidate.opened
        golden = await asyncio.to_thread(about_article, self._workshop.golden, self.live.now.passages)
        if work.rehearsing:
            raise UpdateError("updating.busy")
        side = Side(after.library.version, after.corridor)
        rehearser = Rehearser(self.service, self._going_live.side, side, golden, recent)
        rehearsal = await work.rehearse(rehearser, progress or no_progress)
        work.pending = replace(pending, rehearsal=rehearsal)
        return rehearsal

    def stop_rehearsal(self, update_id: str) -> None:
        """End the rehearsal that runs, if one does."""
        work, _, _ = self._workbench.waiting(update_id)
        work.stop_rehearsing()

    # ---- deciding

    async def approve(self, update_id: str, override_reason: str | None = None) -> Approved:
        """Make the update live. Questions being answered keep the version they began with.

        Raises UpdateError where golden answers would be lost, or where it was not rehearsed to the end, and no
        `override_reason` is given; or where another version became live meanwhile.
        """
        work, candidate, pending = self._workbench.waiting(update_id)
        if work.rehearsing:
            raise UpdateError("updating.busy")
        overridden = _must_be_overridden(pending.rehearsal)
        if overridden is not None and not (override_reason or "").strip():
            raise overridden

        async def go_live() -> Approved:
            switch = await self._going_live.promote(candidate, pending.base)
            await self._workbench.end(work)
            return await self._approved(switch, overridden=overridden is not None)

        return await asyncio.shield(go_live())

    async def discard(self, update_id: str) -> None:
        """Forget the update; a rehearsal of it stops."""
        work, _, _ = self._workbench.waiting(update_id)
        if self._going_live.busy:
            raise UpdateError("updating.busy")
        await self._workbench.end(work)

    # ---- going back, and following

    async def roll_back(self, version: int) -> Switch:
        """Make `version` live again, in well under two seconds. An update under way then has to be prepared anew.

        Raises UpdateError where it is live already, IndexStoreError where it is missing, damaged or of another encoder.
        """
        return await asyncio.shield(self._going_live.return_to(version))

    async def follow(self) -> Switch | None:
        """Switch to the version that is current on disk, where the command line made it so; None where it is live.

        Raises IndexStoreError where that version cannot be used.
        """
        switch = await asyncio.shield(self._going_live.follow())
        if switch is not None:
            for listener in self._outside:
                await listener(switch)
        return switch

    def listen_outside(self, listener: Listener) -> None:
        """Have `listener` called after every switch that `follow` made."""
        self._outside.append(listener)

    async def last_move(self) -> Move | None:
        """How the version that is current on disk became so, None where that is not known."""
        return await asyncio.to_thread(self._workshop.store.last_move)

    async def reindex(self, provenance: Provenance, progress: Progress | None = None) -> Approved:
        """Embed the live edition anew, none of its vectors reused, as a new version that is live at once."""
        work = self._workbench.begin(provenance, self._workshop.now())
        try:
            switch = await self._going_live.rebuild(provenance, progress)
            return await self._approved(switch, overridden=False)
        finally:
            await self._workbench.end(work)

    # ---- parts

    async def _approved(self, switch: Switch, *, overridden: bool) -> Approved:
        version = await asyncio.to_thread(self._workshop.store.info, version_number(switch.after.version))
        await self._going_live.prune()
        return Approved(version, switch, overridden)


def _must_be_overridden(rehearsal: Rehearsal | None) -> UpdateError | None:
    """Why an update is not to be approved without a reason."""
    if rehearsal is None or rehearsal.stopped:
        return UpdateError("updating.not_rehearsed")
    if lost := rehearsal.lost_golden:
        return UpdateError("updating.answers_lost", count=len(lost))
    return None
