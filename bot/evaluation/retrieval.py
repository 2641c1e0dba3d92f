"""How often the right passage is found, in each pairing of languages."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from bot.evaluation.intervals import Measure, measure
from bot.judging.questions import Case, Outcome
from config.language import Language
from index.passage import Hit, Passage
from index.progress import Progress, no_progress


class TextSearch(Protocol):
    """What finds passages for a question as it was typed (`bot.cli.evaluating.TypedSearch`)."""

    def search(self, query: str, top_k: int, languages: Collection[Language] | None = None) -> Sequence[Hit]:
        """The best `top_k` hits, best first, among the passages in `languages` alone where they are given."""
        ...


@dataclass(frozen=True, slots=True)
class Pairing:
    """A language of questions and the languages searched."""

    question: Language
    searched: tuple[Language, ...]


PAIRINGS = tuple(
    Pairing(question, searched)
    for searched_all, question in product((True, False), Language)
    for searched in [tuple(Language) if searched_all else (question.other,)]
)
"""Both languages searched, then only the other one; Korean questions, then English ones."""


@dataclass(frozen=True, slots=True)
class Search:
    """One question searched: the positions found, best first, and the rank of the first right one from 1."""

    case_id: str
    question: str
    pairing: Pairing
    found: tuple[str, ...]
    rank: int | None


@dataclass(frozen=True, slots=True)
class RetrievalRow:
    """How often the right passage was first, among three, among five; and the mean reciprocal rank."""

    pairing: Pairing
    first: Measure
    in_three: Measure
    in_five: Measure
    reciprocal_rank: Measure


@dataclass(frozen=True, slots=True)
class RetrievalRun:
    """The table, one row a pairing that had questions, and every search behind it."""

    rows: tuple[RetrievalRow, ...]
    searches: tuple[Search, ...]

    @property
    def misses(self) -> tuple[Search, ...]:
        """The searches whose first hit was not right."""
        return tuple(search for search in self.searches if search.rank != 1)


def position_of(passage: Passage) -> str:
    """The group a passage is cut from: `en:4.1.1.1/2` is of group `4.1.1.1`."""
    return passage.passage_id.partition(":")[2].partition("/")[0]


def evaluate_retrieval(
    searcher: TextSearch,
    cases: Sequence[Case],
    *,
    top_k: int = 10,
    progress: Progress = no_progress,
) -> RetrievalRun:
    """Search every answerable single question of `cases` in its two pairings.

    `top_k` (at least 5) bounds the mean reciprocal rank: what lies deeper counts 0. `progress` gets done and total.
    """
    work = [(case, pairing) for pairing in PAIRINGS for case in cases if _belongs(case, pairing)]
    searches = []
    for done, (case, pairing) in enumerate(work, start=1):
        searches.append(_search(searcher, case, pairing, top_k))
        progress(done, len(work))
    return RetrievalRun(tuple(_rows(searches)), tuple(searches))


def _belongs(case: Case, pairing: Pairing) -> bool:
    return case.outcome is Outcome.ANSWER and case.conversation is None and case.language is pairing.question


def _search(searcher: TextSearch, case: Case, pairing: Pairing, top_k: int) -> Search:
    hits = searcher.search(case.question, top_k, pairing.searched)
    found = tuple(dict.fromkeys(position_of(hit.passage) for hit in hits))
    ranks = [rank for rank, position in enumerate(found, start=1) if position in case.accepted_positions]
    return Search(case.id, case.question, pairing, found, ranks[0] if ranks else None)


def _rows(searches: Sequence[Search]) -> Iterator[RetrievalRow]:
    for pairing in PAIRINGS:
        ranks = [search.rank for search in searches if search.pairing == pairing]
        measures = [measure([float(rank is not None and rank <= depth) for rank in ranks]) for depth in (1, 3, 5)]
        reciprocal = measure([1 / rank if rank else 0.0 for rank in ranks])
        if reciprocal is not None:
            first, in_three, in_five = (found for found in measures if found is not None)
            yield RetrievalRow(pairing, first, in_three, in_five, reciprocal)
