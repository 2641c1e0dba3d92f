"""Whether the passages found state what is asked: the model's yes or no, before it writes."""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from typing import Protocol

from bot.answering.evidence.given import given_in
from bot.answering.evidence.leads import judged_side
from bot.answering.prompting.prompts import BEGIN_JUDGING, NO, YES, judging_prompt
from bot.answering.understanding.understood import Understood
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
    """`hits`, first the one that was chosen, how likely that one states what is asked, and whether that is enough."""

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
        """Which of `hits` states what is asked: the first, or the second where search found both about equally near.

        The second is asked about where the first is not sure to; it has to be likelier than that, and likely by itself,
        and to give a thing of the kind that is wanted where the first does.
        None where it was cancelled.
        """
        first, *others = hits
        enough = self._enough(question)
        probability = self._stated(question, first, enough, cancelled)
        if probability is None:
            return None
        alone = Judgement(hits, probability, probability >= enough)
        least = max(probability, self._settings.min_stated_probability_of_second.of(question.language))
        sure = least >= 1 or probability >= self._settings.min_sure_probability
        if sure or not others or not self._may_replace(question, others[0], first):
            return alone
        likelier = self._stated(question, others[0], least, cancelled)
        if likelier is None:
            return None
        if likelier <= least:
            return alone
        return Judgement((others[0], first, *others[1:]), likelier, enough=True)

    def _may_replace(self, question: Understood, second: Hit, first: Hit) -> bool:
        if first.score - second.score > self._settings.max_score_behind:
            return False
        return bool(given_in(second.passage, question.wanted) or not given_in(first.passage, question.wanted))

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
