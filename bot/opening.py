"""Opens what can change the article while the bot answers: the home corpus, and servers' own where they have any."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.answering.library import Library
from bot.answering.prompting.prompts import system_prompts
from bot.answering.service import AnsweringService
from bot.assembly import (
    index_recipe,
    library_of,
    open_corridor,
    open_generator,
    open_glossary,
    open_index_store,
    server_store,
    shared_store,
)
from bot.generation.generator import Generator
from bot.judging.questions import Case
from bot.server_indexes import PointerWatch, server_folders
from bot.updating.corpora import Corpora
from bot.updating.golden import golden_cases
from bot.updating.shelf import leftovers_of
from bot.updating.switching import LiveLibrary, Unheard
from bot.updating.updates import Updates
from bot.updating.workshop import Workshop
from config.settings import Settings
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from index.borrowing import BorrowingStore
from index.building import Source, build_index
from index.candidates import Leftover
from index.encoder import Encoder
from index.manifest import SHIPPED_CORPUS
from index.pointer import Move, Pointer
from index.progress import no_progress
from index.provenance import Door, Provenance
from index.versions import IndexStore

_log = logging.getLogger(__name__)

_ITSELF = Provenance("Haetae", None, "", Door.COMMAND_LINE)


@dataclass(frozen=True, slots=True)
class UpdatesOpener:
    """Opens what changes a corpus. All corpora have one encoder and one generator."""

    settings: Settings
    encoder: Encoder
    generator: Generator
    glossary: Glossary
    golden: tuple[Case, ...]

    def library(self, store: IndexStore) -> Library:
        """The current library of a store. Raises IndexStoreError."""
        return library_of(store.open_current(self.encoder.digest), self.encoder, self.settings)

    def first(self, store: IndexStore) -> Updates:
        """The updates of a store with a service of their own, which answers from it."""
        library = self.library(store)
        corridor = open_corridor(self.settings, library, self.generator)
        service = AnsweringService(corridor, self.settings.answering)
        return Updates(self._workshop(store), LiveLibrary(library), corridor, service)

    def beside(self, store: IndexStore, service: AnsweringService) -> Updates:
        """The updates of a store whose questions go through the service of another."""
        library = self.library(store)
        corridor = open_corridor(self.settings, library, self.generator)
        return Updates(self._workshop(store), LiveLibrary(library), corridor, service, Unheard())

    def _workshop(self, store: IndexStore) -> Workshop:
        return Workshop(
            store=store,
            recipe=index_recipe(self.settings, self.encoder),
            glossary=self.glossary,
            golden=self.golden,
            kept_versions=self.settings.index.kept_versions,
            open_library=lambda index, name: library_of(index, self.encoder, self.settings, name),
            open_corridor=lambda library: open_corridor(self.settings, library, self.generator),
            now=lambda: datetime.now(UTC),
        )


@dataclass(frozen=True, slots=True)
class ServerIndexes:
    """The servers' own corpora on disk (`bot.updating.shelf.ServerShelf`)."""

    opener: UpdatesOpener
    service: AnsweringService
    watch: PointerWatch

    def corpus_of(self, server_id: int | None) -> int | None:
        """The server whose corpus answers in `server_id`, None for the home corpus."""
        return self.opener.settings.corpus_of(server_id)

    def store_of(self, corpus: int) -> BorrowingStore:
        """The versions of a server."""
        return server_store(self.opener.settings, corpus)

    def open(self, corpus: int) -> Updates:
        """A server's corpus. An index of another encoder is made anew from its edition. Raises IndexStoreError."""
        store = self.store_of(corpus)
        if not store.borrows:
            renew(store, self.opener)
        return self.opener.beside(store, self.service)

    def remove_leftovers(self) -> Mapping[int, tuple[Leftover, ...]]:
        """Removes the unfinished updates that a crash left, logs whose they were, and returns them."""
        return leftovers_of(server_folders(self.opener.settings), self.store_of)

    def moved(self) -> Mapping[int, Pointer | None]:
        """The servers whose current version became another one since the last call, None where they have none now."""
        return self.watch.moved()


def renew(store: IndexStore, opener: UpdatesOpener) -> None:
    """Index the current edition of `store` anew where another encoder did. Raises IndexStoreError."""
    current = store.current()
    if current is None:
        return
    manifest = store.load(current).manifest
    if manifest.encoder_digest != opener.encoder.digest:
        _log.info("The index in %s is made anew for this encoder.", store.directory)
        source = Source(store.edition(current), manifest.corpus, manifest.provenance)
        recipe, now = index_recipe(opener.settings, opener.encoder), datetime.now(UTC)
        made = build_index(source, recipe, store, now=now, progress=no_progress)
        store.activate(made.version, Move(_ITSELF, now))  # whoever handed it in did not do this


def bring_up_shared(opener: UpdatesOpener, home: IndexStore) -> IndexStore:
    """The store of the edition that servers share, made from that of the settings where it is not.

    Vectors of the home corpus are reused. Raises CorpusError, IndexStoreError.
    """
    settings, store = opener.settings, shared_store(opener.settings)
    if store.directory != home.directory:
        folder = settings.corpus.directory
        origin = str(folder.resolve()) if folder else SHIPPED_CORPUS
        source = Source(load_corpus(folder), origin, _ITSELF)
        recipe = index_recipe(settings, opener.encoder)
        build_index(source, recipe, store, now=datetime.now(UTC), progress=no_progress, lender=home)
        store.prune(settings.index.kept_versions)
    return store


def corpora_of(opener: UpdatesOpener, home_store: IndexStore) -> Corpora:
    """The corpora that the settings want. Raises CorpusError, IndexStoreError."""
    settings, home = opener.settings, opener.first(home_store)
    if not settings.corpus_each:
        return Corpora(home)
    store = bring_up_shared(opener, home_store)
    shared = home if store.directory == home_store.directory else opener.beside(store, home.service)
    corpora = Corpora(
        home, shared, ServerIndexes(opener, home.service, PointerWatch(settings)), kept_open=settings.servers.kept_open
    )
    home.service.choose_by(corpora.corridor)
    return corpora


@contextmanager
def open_opener(settings: Settings, encoder: Encoder) -> Iterator[UpdatesOpener]:
    """What opens corpora, the generator loaded. Raises ModelError, CorpusError, QuestionError of golden questions."""
    golden = golden_cases(settings.updates.golden_questions)
    with open_generator(settings) as generator:
        generator.warm(system_prompts())
        yield UpdatesOpener(settings, encoder, generator, open_glossary(settings), golden)


@contextmanager
def open_updates(settings: Settings, encoder: Encoder, server_id: int | None = None) -> Iterator[Updates]:
    """What answers, as its `service`, and can be taught another edition while it does. Enter both in the event loop.

    Of the home corpus, or of a server's own. Raises ModelError, IndexStoreError, CorpusError, SettingsError,
    QuestionError where a golden question cannot be read.
    """
    store = open_index_store(settings, server_id)
    store.open_current(encoder.digest)  # a fault in it should not wait for the model
    with open_opener(settings, encoder) as opener:
        yield opener.first(store)


@contextmanager
def open_corpora(settings: Settings, encoder: Encoder) -> Iterator[Corpora]:
    """The corpora of all servers; the service of the home corpus answers for all. Enter both in the event loop.

    Raises what `open_updates` raises.
    """
    home_store = open_index_store(settings)
    home_store.open_current(encoder.digest)
    with open_opener(settings, encoder) as opener:
        yield corpora_of(opener, home_store)
