"""What is answered from: the open index."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from bot.answering.evidence.statement_judge import WordSearch
from config.errors import IndexStoreError
from config.language import Language
from index.passage import Hit, Passage
from index.searching import Query


class PassageSearch(WordSearch, Protocol):
    """Finds passages, and compares them by the words of a question (`index.searching.Searcher`)."""

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        """The best `top_k` pairs, best first; where `languages` are given, only passages in them exist."""
        ...


@dataclass(frozen=True, slots=True)
class Library:
    """The open index: its passages, how they are searched, the version's name, and the corpus it was made from."""

    passages: tuple[Passage, ...]
    searcher: PassageSearch
    version: str
    corpus: str

    def title(self, language: Language) -> str:
        """The article's title, in `language` where it has one."""
        titles = {passage.language: passage.title for passage in self.passages}
        if not titles:
            raise IndexStoreError("index.empty_corpus", origin=self.corpus)
        return titles.get(language) or next(iter(titles.values()))
