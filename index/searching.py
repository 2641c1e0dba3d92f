"""Finding the passages that answer a question: dense and lexical scores of each pair, fused."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from config.language import Language
from config.settings import RetrievalSettings
from index.bm25 import Scores
from index.encoder import Encoder
from index.fusion import fuse, relative
from index.language import detect_language
from index.late_interaction import LateInteraction
from index.lexical import LexicalIndex, LexicalMatch, LexicalSearch
from index.loading import LoadedIndex
from index.part import Part, sections_of
from index.passage import Hit, Passage
from index.past import about_the_past, is_headed_by_the_past
from index.vocabulary import Vocabulary

# The pair's dense score leans to the question's own language, which the encoder knows better.
_OWN_LANGUAGE_WEIGHT = 0.6
# A lone line that announces sub-headings repeats their words and answers little: it yields to what it announces.
_ANNOUNCEMENT_PENALTY = 0.09
# What held before answers no question about what holds now, and the other way round.
_PAST_WEIGHT = 0.1
# Where the question names a part of the article, its passages come before all others.
_PART_BONUS = 1.0
_COLONS = (":", "：")
_NO_ROW = -1
# The encoder reads 512 tokens; what lies beyond is not searched by words either.
_MAX_QUERY_CHARACTERS = 2_000
# How many of the nearest pairs a passage is compared with, word by word.
_COMPARED_PAIRS = 12


@dataclass(frozen=True, slots=True)
class Query:
    """What to search: a question, its names best as the article writes them, and further wordings of it.

    `text` is embedded; the lexical leg takes whichever of `text` and `variants` the passages know best. `language`
    decides which side of a pair is shown and leant to; None follows `text`. `part` is where it is to be looked up
    first, None for anywhere.
    """

    text: str
    variants: tuple[str, ...] = ()
    language: Language | None = None
    part: Part | None = None


class Searcher:
    """Searches one index. Holds no state of a search: safe to share between threads."""

    def __init__(self, index: LoadedIndex, encoder: Encoder, settings: RetrievalSettings) -> None:
        self._index = index
        self._encoder = encoder
        self._late_interaction = LateInteraction(encoder)
        self._dense_weight = settings.dense_weight
        self._passages = {passage.passage_id: passage for passage in index.passages}
        self._languages = frozenset(passage.language for passage in index.passages)
        self._vocabulary = Vocabulary.load()
        self._views: dict[frozenset[Language], _View] = {}
        self._view(self._languages)

    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        """The best `top_k` pairs, best first, each once; nothing for a query without a letter or a digit.

        With `languages`, only passages in them exist: a twin in another neither scores nor is returned.
        """
        view = self._view(self._languages & frozenset(Language if languages is None else languages))
        if view is None or top_k < 1 or not any(map(str.isalnum, query.text)):
            return ()
        language = query.language or detect_language(query.text)
        row_scores = self._index.vectors.scores(self._encoder.embed_query(query.text))
        dense = view.dense(row_scores, language)
        lexical = _best_known([view.lexical(text[:_MAX_QUERY_CHARACTERS]) for text in (query.text, *query.variants)])
        scores = fuse(dense, lexical, self._dense_weight) - _ANNOUNCEMENT_PENALTY * view.announces
        scores += _PAST_WEIGHT * about_the_past(query.text).value * view.is_past
        if query.part is not None:
            scores += _PART_BONUS * view.of_part[query.part]
        best = np.argsort(-scores, kind="stable")[:top_k]
        found = _Scored(row_scores, scores, dense, lexical)
        return tuple(view.hit(int(pair), language, found) for pair in best)

    def shortfall(self, query: Query, passage: Passage) -> float:
        """How much better other passages near to `query` have its words than `passage` has them, as a cosine.

        0 where none has one better. Only passages in the language of `passage` are compared, as they are indexed.
        """
        near = [hit.side(passage.language) for hit in self.search(query, _COMPARED_PAIRS)]
        others = [other for other in near if other.language is passage.language]
        indexed = self._passages.get(passage.passage_id, passage)
        return self._late_interaction.shortfall(query.text, indexed, others)

    def _view(self, languages: frozenset[Language]) -> "_View | None":
        """What exists where only `languages` do. Made when first asked for: most searches ask for all."""
        if languages and languages not in self._views:
            self._views[languages] = _View(self._index.passages, languages, self._vocabulary)
        return self._views.get(languages)


@dataclass(frozen=True, slots=True)
class _Scored:
    """The scores of one search: cosines of passages and lines, and of each pair the fused, dense and lexical one."""

    rows: npt.NDArray[np.float32]
    fused: Scores
    dense: Scores
    lexical: LexicalMatch | None


def _best_known(matches: Sequence[LexicalMatch | None]) -> LexicalMatch | None:
    found = [match for match in matches if match is not None]
    return max(found, key=lambda match: match.coverage, default=None)


class _View:
    """The pairs that exist where only some languages do. A pair without a twin has one side."""

    def __init__(self, passages: Sequence[Passage], languages: frozenset[Language], vocabulary: Vocabulary) -> None:
        self._passages = passages
        self._pairs = _pairs(passages, languages)
        self._rows = {
            language: np.array([pair.get(language, _NO_ROW) for pair in self._pairs], dtype=np.intp)
            for language in Language
        }
        self._line_starts = np.cumsum([len(passages), *(len(passage.lines) for passage in passages)])[:-1]
        sides = [
            LexicalIndex([self._texts(pair.get(language)) for pair in self._pairs]) for language in sorted(languages)
        ]
        self._lexical = LexicalSearch(sides, vocabulary)
        leads = {(passage.heading_path[:-1], passage.lead) for passage in passages if passage.lead}
        self.announces = self._where(lambda passage: _announces(passage, leads))
        self.is_past = self._where(lambda passage: is_headed_by_the_past(passage.heading_path[-1]))
        self.of_part = {part: self._within(sections_of(part, passages)) for part in Part}

    def _within(self, sections: Collection[str]) -> npt.NDArray[np.bool_]:
        """Which pairs stand in one of `sections`."""
        return self._where(lambda passage: passage.heading_path[0] in sections)

    def _where(self, holds: Callable[[Passage], bool]) -> npt.NDArray[np.bool_]:
        """Of which pairs it holds, for either side."""
        return np.array([any(holds(self._passages[row]) for row in pair.values()) for pair in self._pairs])

    def _texts(self, row: int | None) -> tuple[str, ...]:
        if row is None:
            return ()
        passage = self._passages[row]
        return (*passage.heading_path, passage.lead, *passage.lines)

    def dense(self, row_scores: npt.NDArray[np.float32], question: Language) -> Scores:
        """Of each pair, its sides' cosines (whole passage and best line, averaged), weighed by language."""
        lines = np.maximum.reduceat(row_scores, self._line_starts)
        cosines = (row_scores[: len(self._passages)].astype(np.float64) + lines) / 2
        own_rows, other_rows = self._rows[question], self._rows[question.other]
        own = cosines[np.where(own_rows == _NO_ROW, other_rows, own_rows)]
        other = cosines[np.where(other_rows == _NO_ROW, own_rows, other_rows)]
        pairs: Scores = _OWN_LANGUAGE_WEIGHT * own + (1 - _OWN_LANGUAGE_WEIGHT) * other
        return pairs

    def lexical(self, text: str) -> LexicalMatch | None:
        """BM25 of each pair, both sides added up."""
        return self._lexical.match(text)

    def hit(self, pair: int, question: Language, scores: _Scored) -> Hit:
        """The hit of row `pair`, shown in the question's language if it has a side in it."""
        rows = sorted(self._pairs[pair].values(), key=lambda row: self._passages[row].language is not question)
        return Hit(
            passage=self._passages[rows[0]],
            twin=self._passages[rows[1]] if len(rows) > 1 else None,
            score=float(scores.fused[pair]),
            dense=float(scores.dense[pair]),
            lexical=None if scores.lexical is None else float(relative(scores.lexical)[pair]),
            line_cosines=self._line_cosines(rows, scores.rows),
        )

    def _line_cosines(self, rows: Sequence[int], row_scores: npt.NDArray[np.float32]) -> tuple[float, ...]:
        """Of each line of the first of `rows`, and of both weighed by language where the second has as many."""
        starts = self._line_starts[list(rows)]
        own, *twin = (
            row_scores[start:][: len(self._passages[row].lines)] for start, row in zip(starts, rows, strict=True)
        )
        if twin and len(twin[0]) == len(own):
            own = _OWN_LANGUAGE_WEIGHT * own + (1 - _OWN_LANGUAGE_WEIGHT) * twin[0]
        return tuple(map(float, own))


def _pairs(passages: Sequence[Passage], languages: frozenset[Language]) -> list[dict[Language, int]]:
    """The rows of every pair, by language, in the order of their first sides."""
    rows = {passage.passage_id: row for row, passage in enumerate(passages) if passage.language in languages}
    pairs = []
    for row in rows.values():
        twin_row = rows.get(passages[row].twin_id or "", row)
        if row <= twin_row:
            pairs.append({passages[side].language: side for side in (row, twin_row)})
    return pairs


def _announces(passage: Passage, leads: set[tuple[tuple[str, ...], str]]) -> bool:
    alone = len(passage.lines) == 1 and passage.text.endswith(_COLONS)
    return alone and (passage.heading_path, passage.text) in leads
