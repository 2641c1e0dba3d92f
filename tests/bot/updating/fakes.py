"""A real index of two lighthouses, answered by quoting; everything but the encoder and the answers is as it runs."""

import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.answering.answer import Answer, Citation, Event, PassagesFound, Reason, Timings
from bot.answering.library import Library
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from bot.cli.batch import answer_now
from bot.judging.questions import Case, Outcome, SetName, Split
from bot.server_indexes import PointerWatch, server_folders
from bot.updating.corpora import Corpora
from bot.updating.shelf import leftovers_of
from bot.updating.stages import Pending
from bot.updating.switching import LiveLibrary, Unheard
from bot.updating.updates import Updates
from bot.updating.uploads import Upload
from bot.updating.workshop import Workshop
from config.errors import QuestionError
from config.language import Language
from config.settings import RetrievalSettings, load_settings
from corpus.document import Corpus, Document
from corpus.edition import edition_files
from corpus.glossary import Glossary
from index.borrowing import BorrowingStore
from index.candidates import Leftover
from index.language import detect_language
from index.loading import LoadedIndex
from index.passage import Hit
from index.pointer import Pointer
from index.provenance import Door, Provenance
from index.searching import Query, Searcher
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, NOW, FakeEncoder, build, document, parts_of, recipe

MINJI = Provenance("minji", 7, "a new lens", Door.DISCORD)
ALICE = Provenance("alice", 8, "", Door.DISCORD)
QUESTIONS = {
    Language.KOREAN: "일등급 초점거리가 얼마예요?",
    Language.ENGLISH: "What focal length has the first order?",
}


def golden(language: Language, question: str, *expected: str) -> Case:
    """A golden question."""
    requirements = tuple((text,) for text in expected)
    return Case(
        f"{expected[0]}-{language}",
        SetName.ANSWERABLE,
        language,
        Split.DEV,
        "fact",
        Outcome.ANSWER,
        question,
        requirements,
    )


GOLDEN = tuple(golden(language, question, "920") for language, question in QUESTIONS.items())


class QuotingCorridor:
    """Answers with the first passage found that has a word of the question, else refuses. Waits while `held`."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.history: list[str] = []
        self.go_on = threading.Event()
        self.go_on.set()

    def check(self, question: Question) -> None:
        if not question.text.strip():
            raise QuestionError("answering.empty")

    def found(self, question: Question) -> tuple[Hit, ...]:
        language = question.language or detect_language(question.text)
        return self.library.searcher.search(Query(question.text, language=language), 2)

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        self.history.append(question.text)
        while not self.go_on.wait(0.005) and not cancelled():
            pass
        hits = self.found(question)
        language = question.language or detect_language(question.text)
        emit(PassagesFound(language, hits))
        words = {word.casefold().rstrip("?.") for word in question.text.split()}
        hit = next((one for one in hits if words & set(_words(one))), None)
        text = f"{hit.passage.text} [1]" if hit else "not stated"
        return Answer(
            question.text,
            language,
            text,
            refused=hit is None,
            reason=Reason.ANSWERED if hit else Reason.NOT_STATED,
            citations=(Citation(1, hit.passage, hit.twin, hit.passage.lines),) if hit else (),
            timings=Timings(0.0, 0.0, 0.0),
            model="fake",
            index_version=self.library.version,
        )


def _words(hit: Hit) -> Iterable[str]:
    said = " ".join((*hit.passage.heading_path, hit.passage.text))
    return (word.casefold().rstrip(".") for word in said.split())


class Bench:
    """A store with `corpus` (the lighthouses) as its first version, and the updates over it."""

    def __init__(
        self,
        directory: Path,
        cases: tuple[Case, ...] = GOLDEN,
        kept_versions: int = 5,
        *,
        corpus: Corpus = BILINGUAL,
        encoder: FakeEncoder | None = None,
    ) -> None:
        self.store = IndexStore(directory)
        self.encoder = encoder or FakeEncoder()
        self.corridors: list[QuotingCorridor] = []
        if self.store.current() is None:
            build(self.store, corpus, self.encoder)
        self._cases = cases
        self._kept_versions = kept_versions
        library, corridor = self._opened(self.store)
        self.service = AnsweringService(corridor, load_settings().answering)
        self.updates = Updates(self._workshop(self.store), LiveLibrary(library), corridor, self.service)

    async def ask(self, server_id: int | None, question: str) -> Answer:
        """The answer to a question in a server, or with None in a direct message."""
        return await answer_now(self.service, Question(question, server_id=server_id))

    async def prepare(self, corpus: Corpus) -> Pending:
        """The update to `corpus`, uploaded by a moderator."""
        return await self.updates.prepare(uploads(corpus), MINJI)

    def _opened(self, store: IndexStore) -> tuple[Library, QuotingCorridor]:
        index = store.open_current("fake")
        library = self._open(index, store.folder(index.version).name)
        return library, self._corridor(library)

    def _workshop(self, store: IndexStore) -> Workshop:
        return Workshop(
            store=store,
            recipe=recipe(self.encoder),
            glossary=Glossary.load(None),
            golden=self._cases,
            kept_versions=self._kept_versions,
            open_library=self._open,
            open_corridor=self._corridor,
            now=lambda: NOW,
        )

    def _open(self, index: LoadedIndex, name: str) -> Library:
        searcher = Searcher(index, self.encoder, RetrievalSettings(top_k=5, dense_weight=0.5))
        return Library(index.passages, searcher, name, index.manifest.corpus)

    def _corridor(self, library: Library) -> QuotingCorridor:
        self.corridors.append(QuotingCorridor(library))
        return self.corridors[-1]


class ServersBench(Bench):
    """Corpora of servers beside that of a bench; no server is at home."""

    def __init__(self, directory: Path, *, home_server: int | None = None, kept_open: int = 8) -> None:
        super().__init__(directory / "indexes")
        home = {} if home_server is None else {"home_server": home_server}
        groups: dict[str, dict[str, Any]] = {"servers": {"corpora": "each"}, "moderation": home}
        self.settings = load_settings({**groups, "paths": {"data_dir": directory}})
        self._watch = PointerWatch(self.settings)
        self.opened: list[int] = []
        self.corpora = Corpora(self.updates, None, self, kept_open=kept_open)
        self.service.choose_by(self.corpora.corridor)

    async def change(self, server_id: int, new: str, old: str = "250") -> str:
        """Makes an edition with another figure live in a server; returns its version."""
        updates = await self.corpora.of(server_id)
        pending = await updates.prepare(uploads(edited(old, new)), MINJI)
        return (await updates.approve(pending.update_id, "a test")).switch.after.version

    def corpus_of(self, server_id: int | None) -> int | None:
        return self.settings.corpus_of(server_id)

    def store_of(self, corpus: int) -> BorrowingStore:
        return BorrowingStore(self.settings.paths.server_indexes_dir(corpus), self.store)

    def open(self, corpus: int) -> Updates:
        self.opened.append(corpus)
        store = self.store_of(corpus)
        library, corridor = self._opened(store)
        return Updates(self._workshop(store), LiveLibrary(library), corridor, self.service, Unheard())

    def remove_leftovers(self) -> Mapping[int, tuple[Leftover, ...]]:
        return leftovers_of(server_folders(self.settings), self.store_of)

    def moved(self) -> Mapping[int, Pointer | None]:
        return self._watch.moved()


def uploads(corpus: Corpus) -> list[Upload]:
    """The files of an edition as somebody would attach them."""
    return [Upload(name, data) for name, data in edition_files(corpus).items()]


def changed(one: Document, old: str, new: str) -> Document:
    """A document with `old` replaced in its lines."""
    parts = [(path, [line.replace(old, new) for line in lines]) for path, lines in parts_of(one)]
    return document(one.language, parts)


def edited(old: str, new: str) -> Corpus:
    """The lighthouses with `old` replaced in both languages."""
    return Corpus(tuple(changed(one, old, new) for one in (KOREAN, ENGLISH)))
