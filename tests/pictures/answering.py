"""The real corridor over the shipped edition; only search and the writer are scripted, so that no model is needed."""

from collections.abc import Callable, Collection, Iterator, Sequence

from bot.answering.corridor import Corridor
from bot.answering.library import Library
from bot.answering.prompting.prompts import NO, YES
from bot.answering.understanding.openers import split_openers
from bot.assembly import open_corridor, open_glossary
from bot.generation.generator import Prompt
from config.language import Language
from config.settings import Settings
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from index.chunking import chunk_corpus
from index.manifest import SHIPPED_CORPUS
from index.passage import Hit, Passage
from index.searching import Query
from tests.pictures.script import SCRIPT, Scripted

_SURE, _UNSURE = 0.97, 0.03
_SCORE_STEP = 0.05
# Roughly what the encoder's tokenizer makes of both languages: it cuts this edition at the same places.
BYTES_A_TOKEN = 5


def shipped_passages(settings: Settings) -> tuple[Passage, ...]:
    """The passages of the shipped edition."""
    return chunk_corpus(
        load_corpus(None), lambda text: len(text.encode()) // BYTES_A_TOKEN, settings.index.max_passage_tokens
    )


def _asked_by(scripted: Scripted) -> str:
    """What is asked, without what only opens the message."""
    return split_openers(scripted.question)[1]


class ScriptedSearch:
    """Finds the passages that the script names for a question."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._by_id = {passage.passage_id: passage for passage in passages}

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        asked = next(one for one in SCRIPT if _asked_by(one) in (query.text, *query.variants))
        language = query.language or Language.ENGLISH
        return tuple(
            self._hit(f"{language.value}:{position}", 1.0 - rank * _SCORE_STEP)
            for rank, position in enumerate(asked.positions[:top_k])
        )

    def shortfall(self, query: Query, passage: Passage) -> float:
        return 0.0

    def _hit(self, passage_id: str, score: float) -> Hit:
        passage = self._by_id[passage_id]
        twin = self._by_id[passage.twin_id] if passage.twin_id else None
        return Hit(passage, twin, score, dense=score, lexical=score)


class ScriptedWriter:
    """Judges and writes as the script says, word by word."""

    def __init__(self, name: str, glossary: Glossary) -> None:
        self.name = name
        self._script = {glossary.canonicalise(_asked_by(one)): one for one in SCRIPT}

    def stream(
        self, prompt: Prompt, *, max_tokens: int, stop: Sequence[str], cancelled: Callable[[], bool], begin: str = ""
    ) -> Iterator[str]:
        for word in self._scripted(prompt).draft.split(" "):
            yield f" {word}"

    def probabilities(
        self, prompt: Prompt, texts: Sequence[str], *, cancelled: Callable[[], bool], begin: str = ""
    ) -> tuple[float, ...]:
        said = YES if self._scripted(prompt).draft else NO
        return tuple(_SURE if text == said else _UNSURE for text in texts)

    def _scripted(self, prompt: Prompt) -> Scripted:
        return next(one for question, one in self._script.items() if question in prompt.user)


def scripted_library(settings: Settings) -> Library:
    """The shipped edition as the index of a first version holds it, searched by the script."""
    passages = shipped_passages(settings)
    return Library(passages, ScriptedSearch(passages), "v0001", SHIPPED_CORPUS)


def scripted_corridor(library: Library, settings: Settings) -> Corridor:
    """The real corridor, its search and its writer scripted."""
    return open_corridor(settings, library, ScriptedWriter(settings.generator.model, open_glossary(settings)))
