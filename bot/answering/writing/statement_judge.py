"""Whether the passages found state what is asked: the model's yes or no, before it writes."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from typing import Protocol

from bot.answering.understanding.understood import Understood
from bot.answering.writing.leads import judged_side
from bot.answering.writing.prompts import BEGIN_JUDGING, NO, YES, judging_prompt
from bot.generation.generator import Generator
from config.settings import AnsweringSettings
from index.passage import Hit, Passage
from index.searching import Query

# Keeps the odds of a certain yes finite.
_LEAST = 1e-6


class WordSearch(Protocol):
    """Compares passages by the words of a question (`index.searching.Searcher`)."""

    def shortfall(self, query: Query, passage: Passage) -> float:
        """How much better others near to `query` have its words than `passage`, as a cosine; 0 where none has."""
        ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """`hits` from the one on that was judged, how likely that one states what is asked, and whether that is enough."""

    hits: tuple[Hit, ...]
    probability: float
    enough: bool


class StatementJudge:
    """Has the model judge whether passages state what is asked.

    Of a question of yes or no the model is apt to say what it answers, not whether the lines do. But all that it asks
    about stands in the question: where other passages have its words better, this one hardly settles it.
    """

    def __init__(self, generator: Generator, search: WordSearch, settings: AnsweringSettings) -> None:
        self._generator = generator
        self._search = search
        self._settings = settings

    def judge(self, question: Understood, hits: tuple[Hit, ...], cancelled: Callable[[], bool]) -> Judgement | None:
        """The first of `hits` that is judged to state what is asked, else the first of all; None where cancelled."""
        enough = self._enough(question)
        first = self._stated(question, hits[0], enough, cancelled)
        if first is None:
            return None
        if first >= enough:
            return Judgement(hits, first, enough=True)
        enough = self._settings.min_stated_probability_of_next.of(question.language)
        for place, hit in enumerate(hits):
            if place == 0 or enough >= 1 or hits[0].score - hit.score > self._settings.max_score_behind:
                continue
            stated = self._stated(question, hit, enough, cancelled)
            if stated is None:
                return None
            if stated >= enough:
                return Judgement(hits[place:], stated, enough=True)
        return Judgement(hits, first, enough=False)

    def _enough(self, question: Understood) -> float:
        """How likely the first passage has to state it."""
        if question.wanted.yes_or_no:
            return self._settings.min_stated_probability_yes_no
        return self._settings.min_stated_probability.of(question.language)

    def _stated(self, question: Understood, hit: Hit, enough: float, cancelled: Callable[[], bool]) -> float | None:
        """How likely `hit` states it; None where it was cancelled. Words are compared only where it would be enough."""
        side = judged_side(question, hit)
        judged = self._generator.probabilities(
            judging_prompt(question.text, side), (YES, NO), cancelled=cancelled, begin=BEGIN_JUDGING[side.language]
        )
        if judged is None:
            return None
        yes, no = judged
        probability = yes / (yes + no) if yes + no else 0.0
        if probability < enough or not question.wanted.yes_or_no:
            return probability
        query = Query(question.text, (question.asked,), question.language)
        shortfall = self._search.shortfall(query, hit.side(question.language))
        return _lowered(probability, self._settings.shortfall_weight * shortfall)


def _lowered(probability: float, by: float) -> float:
    """`probability` with `by` taken off its log-odds."""
    kept = min(max(probability, _LEAST), 1 - _LEAST)
    return 1 / (1 + exp(by - log(kept / (1 - kept))))
