"""Building candidates and opening versions. Everything here blocks and is called in threads."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.answering.library import Library
from bot.judging.questions import Case
from bot.updating.preview import Preview, compare
from bot.updating.rehearsing import RehearsableCorridor
from config.errors import IndexStoreError, UpdateError
from config.language import Language
from corpus.document import Corpus
from corpus.glossary import Glossary
from corpus.importing.importer import DocumentReport
from index.building import Recipe, Source, build_candidate
from index.candidates import Candidates
from index.loading import LoadedIndex
from index.manifest import Manifest
from index.progress import Progress
from index.provenance import Provenance
from index.versions import IndexStore, version_name, version_number

_KEPT_OPEN = 3


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What is to become live: the corpus, where it came from, what was read of it and which languages it keeps."""

    corpus: Corpus
    origin: str
    report: tuple[DocumentReport, ...] = ()
    kept: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A version or a candidate, open to questions."""

    library: Library
    corridor: RehearsableCorridor


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate that was built: its id, what it would change, and its library."""

    candidate_id: str
    preview: Preview
    opened: Opened


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that building and opening versions takes.

    `open_library` opens an index under the name of its version; `open_corridor` lets a library answer. `golden` are the
    questions whose answers no update may lose.
    """

    store: IndexStore
    recipe: Recipe
    glossary: Glossary
    golden: tuple[Case, ...]
    kept_versions: int
    open_library: Callable[[LoadedIndex, str], Library]
    open_corridor: Callable[[Library], RehearsableCorridor]
    now: Callable[[], datetime]
    candidates: Candidates = field(init=False)
    # Those opened last, so that going back to one of them takes no time.
    _opened_last: OrderedDict[int, tuple[Manifest, Opened]] = field(init=False, default_factory=OrderedDict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "candidates", Candidates(self.store))

    def build(
        self,
        claim: ExitStack,
        base: int,
        read: Callable[[Corpus], NewEdition],
        provenance: Provenance,
        progress: Progress,
    ) -> Candidate:
        """Build what `read` makes of the edition of version `base`. The right to a candidate is put into `claim`.

        Raises HaetaeError, where nothing would change too: then no candidate is left.
        """
        claim.enter_context(self.candidates.claim())
        live = self.store.edition(base)
        new = read(live)
        preview = compare(live, new.corpus, self.glossary)
        if not preview.changes:
            raise UpdateError("updating.nothing_changes")
        source = Source(new.corpus, new.origin, provenance)
        report = build_candidate(source, self.recipe, self.store, now=self.now(), progress=progress)
        claim.callback(self.candidates.discard, report.candidate_id)
        preview = replace(
            preview,
            passages=report.passages,
            embedded=report.embedded,
            reused=report.reused,
            report=new.report,
            kept=new.kept,
        )
        index = self.candidates.load(report.candidate_id)
        return Candidate(report.candidate_id, preview, self._opened(index, index.version))

    def rebuild(self, base: int, provenance: Provenance, progress: Progress) -> Opened:
        """Embed the edition of version `base` anew, as the next version, which is current at once."""
        origin = self.store.load(base).manifest.corpus
        source = Source(self.store.edition(base), origin, provenance)
        with ExitStack() as claim:
            claim.enter_context(self.candidates.claim())
            report = build_candidate(source, self.recipe, self.store, now=self.now(), progress=progress, reuse=False)
            claim.callback(self.candidates.discard, report.candidate_id)
            return self.open(self.candidates.promote(report.candidate_id))

    def promote(self, candidate: Candidate) -> Opened:
        """Make a candidate the next version, current at once."""
        version = self.candidates.promote(candidate.candidate_id)
        library = replace(candidate.opened.library, version=version_name(version))
        return self._keep(self.store.load(version).manifest, Opened(library, self.open_corridor(library)))

    def open(self, version: int) -> Opened:
        """A version, checked whole. Raises IndexStoreError where it is missing, damaged or of another encoder."""
        index = self.store.load(version)
        if index.manifest.encoder_digest != self.recipe.encoder.digest:
            raise IndexStoreError("index.other_encoder", version=version, encoder=index.manifest.encoder)
        manifest, opened = self._opened_last.get(version, (None, None))
        if opened is None or manifest != index.manifest:
            opened = self._opened(index, version)
        return self._keep(index.manifest, opened)

    def keep_live(self, opened: Opened) -> None:
        """Remember what is live from the start, so that going back to it takes no time either."""
        self._keep(self.store.load(version_number(opened.library.version)).manifest, opened)

    def _keep(self, manifest: Manifest, opened: Opened) -> Opened:
        self._opened_last[manifest.version] = manifest, opened
        self._opened_last.move_to_end(manifest.version)
        while len(self._opened_last) > _KEPT_OPEN:
            self._opened_last.popitem(last=False)
        return opened

    def _opened(self, index: LoadedIndex, version: int) -> Opened:
        library = self.open_library(index, version_name(version))
        return Opened(library, self.open_corridor(library))
