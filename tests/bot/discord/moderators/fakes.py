"""An engine of updates that reads, embeds and asks nothing, and says in its log what it was told to do."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.answering.library import Library
from bot.updating.preview import ChangeCounts, Preview
from bot.updating.rehearsal import Effect, RecentQuestion, Rehearsal, RehearsedQuestion, Retrieval
from bot.updating.sections import SectionText
from bot.updating.stages import Approved, Pending, Status, UnderWay
from bot.updating.switching import LiveLibrary, Switch
from bot.updating.updates import Updates
from bot.updating.uploads import Upload
from config.errors import UpdateError
from config.language import Language
from corpus.diff import ChangeKind, LineChange, SectionChange
from corpus.parity import ParityFinding, ParityKind
from index.manifest import SCHEMA_VERSION, Manifest
from index.progress import Progress
from index.provenance import Door, Provenance
from index.versions import VersionInfo
from tests.bot.answering.fakes import PASSAGES, FakeSearcher
from tests.bot.fakes import answer, passage

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SHIPPED = Provenance("owner", None, "the first one", Door.COMMAND_LINE)
# An upload so named loses an answer that must be given; one so named is refused; one so named is long.
LOSSY, UNREADABLE, LONG = "lossy.md", "unreadable.md", "long.md"

_log = logging.getLogger(__name__)


def version(number: int, provenance: Provenance = SHIPPED, *, current: bool = False) -> VersionInfo:
    """A version as it is listed."""
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        version=number,
        created=NOW,
        corpus="shipped",
        provenance=provenance,
        corpus_digest="0",
        languages=tuple(Language),
        encoder="fake",
        encoder_digest="0",
        dimension=4,
        chunker_version=1,
        max_passage_tokens=180,
        passages=98,
        vectors=200,
        unpaired=0,
        files={},
    )
    return VersionInfo(number, manifest, current)


def library(number: int) -> Library:
    """The library of a version."""
    cited = (passage(language) for language in Language)  # by the answers of `tests.bot.fakes`
    return Library((*PASSAGES, *cited), FakeSearcher(), f"v{number:04d}", "shipped")


def preview(changes: int = 2, *, warned: bool = True) -> Preview:
    """A preview of as many changed sections."""
    lines = (
        LineChange(ChangeKind.REMOVED, "The beam reaches 24 km. ```@everyone"),
        LineChange(ChangeKind.ADDED, "The beam reaches 30 km. ```@everyone"),
    )
    changed = tuple(
        SectionChange(language, ChangeKind.CHANGED, 2, ("Corvin",), (f"Corvin *{number}*", "@everyone"), lines)
        for number in range(changes // 2)
        for language in Language
    )
    finding = ParityFinding(ParityKind.FIGURE, Language.KOREAN, 12, 13, "30 km @everyone")
    counts = ChangeCounts(0, 0, changes // 2, 0, 0, changes // 2, changes // 2)
    parity = (finding,) if warned else ()
    return Preview(changed, dict.fromkeys(Language, counts), parity, parity, passages=98, embedded=3, reused=197)


def rehearsal(*, lost: bool = False, stopped: bool = False) -> Rehearsal:
    """A rehearsal of three questions, one of them changed."""
    before, after = answer("How far?", Language.ENGLISH, "24 km. [1]"), answer("How far?", Language.ENGLISH, "30 km.")
    effect = Effect.LOST if lost else Effect.CHANGED
    missing = ("24 km",) if lost else ()
    same = RehearsedQuestion("탑의 높이는?", Language.KOREAN, True, Effect.SAME, None, None)
    asked = (
        RehearsedQuestion("How far? @everyone", Language.ENGLISH, True, effect, before, after, missing, 1, 2),
        same,
        replace(same, golden=False),
    )
    return Rehearsal(asked[:1] if stopped else asked, 3, stopped, Retrieval(3, 3, 3), Retrieval(3, 2, 3))


class FakeUpdates(Updates):
    """Three versions, the last one live; rehearsals take `pause_s` a question."""

    def __init__(self, pause_s: float = 0.0) -> None:
        self.pause_s = pause_s
        self.versions = [version(number) for number in (1, 2, 3)]
        self.number = 3
        self.live = LiveLibrary(library(3))
        self.held: Pending | None = None
        self.lossy = False
        self.recent: Sequence[RecentQuestion] = ()
        self.texts: list[str] = []
        self.leftovers = ()
        self._outside = []
        self._stopped = asyncio.Event()

    async def status(self) -> Status:
        held = self.held
        under_way = UnderWay(held.provenance, held.began, held) if held else None
        return Status(self._info(self.number), under_way)

    async def last_move(self) -> None:
        return None

    async def history(self) -> tuple[VersionInfo, ...]:
        return tuple(self._info(info.version) for info in reversed(self.versions))

    async def export(self) -> Mapping[str, bytes]:
        _log.info("Updates: export")
        return {"ko.md": "# 두 등대".encode(), "en.md": b"# Two Lights"}

    async def sections(self) -> tuple[SectionText, ...]:
        paths = {Language.KOREAN: ("코빈 등대", "등불"), Language.ENGLISH: ("Corvin Light", "The lamp")}
        return tuple(SectionText(one, (1, 1), paths[one], f"text {one}", "0") for one in Language)

    async def section(self, key: str) -> SectionText:
        _log.info("Updates: section %s", key)
        return next(section for section in await self.sections() if section.key == key)

    async def prepare(
        self, uploads: Sequence[Upload], provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        names = [upload.name for upload in uploads]
        _log.info("Updates: prepare %s %s", names, [len(upload.data) for upload in uploads])
        if UNREADABLE in names:
            raise UpdateError("corpus_commands.nothing_to_show")
        self.lossy = LOSSY in names
        return self._hold(provenance, preview(80 if LONG in names else 2))

    async def prepare_section(
        self, seen: SectionText, text: str, provenance: Provenance, progress: Progress | None = None
    ) -> Pending:
        _log.info("Updates: prepare_section %s", seen.key)
        self.texts.append(text)
        return self._hold(provenance, preview())

    def pending(self, update_id: str) -> Pending:
        if self.held is None or self.held.update_id != update_id:
            raise UpdateError("corpus_commands.gone")
        return self.held

    async def rehearse(
        self, update_id: str, recent: Sequence[RecentQuestion] = (), progress: Progress | None = None
    ) -> Rehearsal:
        _log.info("Updates: rehearse with %d recent ones", len(recent))
        self.recent = recent
        self._stopped.clear()
        held = self.pending(update_id)
        for done in range(3):
            if progress:
                progress(done, 3)
            await asyncio.sleep(self.pause_s)
            if self._stopped.is_set():
                break
        found = rehearsal(lost=self.lossy, stopped=self._stopped.is_set())
        self.pending(update_id)
        self.held = replace(held, rehearsal=found)
        return found

    def stop_rehearsal(self, update_id: str) -> None:
        _log.info("Updates: stop_rehearsal")
        self._stopped.set()

    async def approve(self, update_id: str, override_reason: str | None = None) -> Approved:
        _log.info("Updates: approve, because %s", override_reason)
        held = self.pending(update_id)
        sound = held.rehearsal and not held.rehearsal.stopped and not held.rehearsal.lost_golden
        if not sound and not override_reason:
            raise UpdateError("corpus_commands.next_override")
        self.held = None
        return self._switched(held.provenance, overridden=not sound)

    async def discard(self, update_id: str) -> None:
        _log.info("Updates: discard")
        self.pending(update_id)
        self.held = None
        self._stopped.set()

    async def roll_back(self, version: int) -> Switch:
        _log.info("Updates: roll_back %d", version)
        before, self.number = self.number, version
        return Switch(library(before), library(version))

    async def reindex(self, provenance: Provenance, progress: Progress | None = None) -> Approved:
        _log.info("Updates: reindex")
        return self._switched(provenance, overridden=False)

    def _hold(self, provenance: Provenance, shown: Preview) -> Pending:
        if self.held is not None:
            raise UpdateError("corpus_commands.busy")
        self.held = Pending("abc123", provenance, NOW, f"v{self.number:04d}", shown)
        return self.held

    def _switched(self, provenance: Provenance, *, overridden: bool) -> Approved:
        before, self.number = self.number, self.versions[-1].version + 1
        self.versions.append(version(self.number, provenance))
        return Approved(self._info(self.number), Switch(library(before), library(self.number)), overridden)

    def _info(self, number: int) -> VersionInfo:
        (info,) = [one for one in self.versions if one.version == number]
        return replace(info, current=number == self.number)
