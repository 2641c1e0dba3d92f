"""Builds the parts from the settings: an open index, the encoder, the generator and the answering corridor."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bot.answering.about import About
from bot.answering.corridor import Corridor
from bot.answering.library import Library, PassageSearch
from bot.answering.prompting.prompts import system_prompts
from bot.answering.replier import Replier
from bot.answering.service import AnsweringService
from bot.generation.generator import Generator
from bot.generation.llama import LlamaGenerator
from bot.lexicon.lexicon import open_lexicon
from config.catalogue import Role, load_catalogue
from config.errors import SettingsError
from config.language import Language
from config.settings import Settings
from corpus.glossary import Glossary
from index.borrowing import BorrowingStore
from index.building import Recipe
from index.encoder import Encoder
from index.loading import LoadedIndex
from index.manifest import SHIPPED_CORPUS
from index.models.store import ModelStore
from index.searching import Searcher
from index.sentence_encoder import SentenceEncoder
from index.versions import IndexStore, version_name


def open_store(settings: Settings) -> ModelStore:
    """The model store."""
    return ModelStore(settings.paths.models_dir, load_catalogue())


def open_glossary(settings: Settings) -> Glossary:
    """The shipped glossary and the moderators' own. Raises CorpusError."""
    return Glossary.load(settings.corpus.extra_glossary)


def open_index_store(settings: Settings, server_id: int | None = None) -> IndexStore:
    """The versions of the index, of the home corpus or of a server's own.

    Raises SettingsError where a server is named although all servers share one corpus.
    """
    if server_id is not None and not settings.corpus_each:
        raise SettingsError("servers.one_corpus")
    corpus = settings.corpus_of(server_id)
    return IndexStore(settings.paths.indexes_dir) if corpus is None else server_store(settings, corpus)


def server_store(settings: Settings, corpus: int) -> BorrowingStore:
    """The versions of a server that is not the home server."""
    return BorrowingStore(settings.paths.server_indexes_dir(corpus), shared_store(settings))


def shared_store(settings: Settings) -> IndexStore:
    """The edition of servers that have none of their own: no moderators' work, so not that of a home server."""
    owned = settings.moderation.home_server is not None
    return IndexStore(settings.paths.shared_indexes_dir if owned else settings.paths.indexes_dir)


def require_files(settings: Settings) -> None:
    """Raise ModelError or IndexStoreError where a model or the index is missing: sooner than loading them would."""
    store = open_store(settings)
    store.path(settings.encoder.model, Role.ENCODER)
    store.path(settings.generator.model, Role.GENERATOR)
    open_index_store(settings).require_current()


def open_encoder(settings: Settings) -> SentenceEncoder:
    """The encoder. Raises ModelError where it is missing or damaged."""
    folder = open_store(settings).path(settings.encoder.model, Role.ENCODER)
    return SentenceEncoder(folder, settings.encoder.threads)


def index_recipe(settings: Settings, encoder: Encoder) -> Recipe:
    """How an index is made by these settings."""
    return Recipe(encoder, settings.encoder.model, settings.index.max_passage_tokens)


def open_library(settings: Settings) -> Library:
    """The current index with its searcher. Raises ModelError, IndexStoreError."""
    encoder = open_encoder(settings)
    return library_of(open_index_store(settings).open_current(encoder.digest), encoder, settings)


def library_of(index: LoadedIndex, encoder: Encoder, settings: Settings, name: str | None = None) -> Library:
    """An open index with its searcher, under the name of its version."""
    searcher = Searcher(index, encoder, settings.retrieval)
    return Library(index.passages, searcher, name or version_name(index.version), index.manifest.corpus)


def open_searcher(settings: Settings) -> PassageSearch:
    """The searcher of the current index."""
    return open_library(settings).searcher


@contextmanager
def open_generator(settings: Settings) -> Iterator[LlamaGenerator]:
    """The generator, loaded. Raises ModelError."""
    path = open_store(settings).path(settings.generator.model, Role.GENERATOR)
    with LlamaGenerator(
        path,
        name=settings.generator.model,
        context_tokens=settings.generator.context_tokens,
        threads=settings.generator.threads,
        cache_dir=settings.paths.data_dir / "cache",
    ) as generator:
        yield generator


def open_corridor(settings: Settings, library: Library, generator: Generator) -> Corridor:
    """The corridor over an open library and a loaded generator."""
    replier = Replier(
        library,
        generator,
        open_glossary(settings),
        settings.answering,
        open_lexicon(),
        max_answer_tokens=settings.generator.max_answer_tokens,
        top_k=settings.retrieval.top_k,
    )
    return Corridor(library, replier, settings.answering.max_question_characters)


def describe(settings: Settings, library: Library) -> About:
    """What the bot says of itself: of paths no more than their last part."""
    return About(
        titles={language: library.title(language) for language in Language},
        edition=None if library.corpus == SHIPPED_CORPUS else Path(library.corpus).name,
        index_version=library.version,
        passages=len(library.passages),
        generator=Path(settings.generator.model).name,
        encoder=Path(settings.encoder.model).name,
        answers_kept_days=settings.state.answers_kept_days,
    )


@contextmanager
def open_answerer(settings: Settings, loading: Callable[[], None] = lambda: None) -> Iterator[AnsweringService]:
    """Everything that answers, ready: `loading` is called before the seconds in which models load.

    Enter the service itself with `async with` in the event loop that asks.
    """
    require_files(settings)
    loading()
    with ThreadPoolExecutor(max_workers=2) as beside:
        lexicon = beside.submit(open_lexicon)
        opening = beside.submit(open_library, settings)  # the encoder takes longer to import than the generator to load
        with open_generator(settings) as generator:
            generator.warm(system_prompts())
            lexicon.result()
            corridor = open_corridor(settings, opening.result(), generator)
            yield AnsweringService(corridor, settings.answering)
