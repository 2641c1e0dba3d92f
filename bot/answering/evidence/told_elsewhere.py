"""What a question asks of one thing, and the article tells only of others: "Does Corvin burn oil?", as Marlow does."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.content_words import content_units
from bot.answering.evidence.asked_words import AskedWords, units_of
from bot.answering.evidence.question_figures import offers
from bot.answering.names.subjects import SubjectIndex
from bot.answering.understanding.understood import Understood
from config.language import Language
from index.lexical import Word
from index.passage import Hit, Passage

# Corvin and Marlow: each may be told apart.
_JOINED = re.compile(r"\s*(?:,|&|/|and|or|nor|와|과|이?랑|하고|및|이?나)\s*(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """That the article does not say of `name` what is asked, and where it comes nearest: in `line` of `hit`."""

    name: str
    hit: Hit
    line: str


class TellsOfOthers:
    """Knows which passages tell of what. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], subjects: SubjectIndex, words: AskedWords) -> None:
        known = {passage.passage_id: passage for passage in passages}
        hits = [Hit(passage, known.get(passage.twin_id or ""), 1.0, None, None) for passage in passages]
        self._hits = {language: [hit for hit in hits if hit.passage.language is language] for language in Language}
        self._units = {hit.passage.passage_id: units_of(hit.sides) for hit in hits}
        self._subjects = subjects
        self._words = words

    def never_together(self, question: Understood) -> ToldElsewhere | None:
        """Where `question` wants a yes or a no on several names that no passage brings together.

        None also where it names alternatives or things of which each may be told apart.
        """
        names, wanted = question.names, question.wanted
        if len(names) <= 1 or not wanted.yes_or_no or wanted.side_by_side:
            return None
        if offers(question.text) or _are_joined(names, question.text):
            return None
        hits = self._hits_for(question)
        about = {name: [hit for hit in hits if self._subjects.is_about(hit, name)] for name in names}
        if not all(about.values()) or any(all(hit in about[name] for name in names) for hit in hits):
            return None
        subject = max(names, key=lambda name: len(about[name]))
        others = [name for name in names if name != subject]
        near = max(hits, key=lambda hit: sum(hit in about[name] for name in others))
        return self._told(subject, near, question, content_units(" ".join(others)))

    def of_another(self, question: Understood) -> ToldElsewhere | None:
        """Where no passage on the one name of `question` has a word of what is asked, and one on others has most.

        More than one word, but for a yes or a no: what is to be told may be told in another.
        """
        if len(question.names) != 1:
            return None
        (name,) = question.names
        hits = self._hits_for(question)
        own = [hit for hit in hits if self._subjects.is_about(hit, name)]
        others = [hit for hit in hits if hit not in own]
        asked = self._words.of(question)
        if not own or any(self._has(hit, word) for hit in own for word in asked):
            return None
        known = [word for word in asked if any(self._has(hit, word) for hit in others)]
        telling = (hit for hit in others if all(self._has(hit, word) for word in known))
        near = next(telling, None)
        fewest = 1 if question.wanted.yes_or_no else 2
        if near is None or len(known) < fewest or 2 * len(known) < len(asked):
            return None
        return self._told(name, near, question, frozenset())

    def _hits_for(self, question: Understood) -> Sequence[Hit]:
        return self._hits[question.language] or [hit for hits in self._hits.values() for hit in hits]

    def _has(self, hit: Hit, word: Word) -> bool:
        return self._words.has(self._units[hit.passage.passage_id], word)

    def _told(self, name: str, hit: Hit, question: Understood, named: Iterable[str]) -> ToldElsewhere:
        """The line of `hit` with most of what is asked, or of what is `named` besides."""
        sought = frozenset(named).union(*(self._words.units(word) for word in self._words.of(question)))

        def weight(line: str) -> int:
            return len(content_units(line) & sought)

        side = hit.passage
        return ToldElsewhere(name, hit, max((*side.lines, *filter(None, (side.lead,))), key=weight))


def _are_joined(names: Sequence[str], text: str) -> bool:
    """Whether nothing but a word that joins them stands between two of `names`."""
    places = sorted((text.find(name), name) for name in names)
    between = (text[start + len(name) : end] for (start, name), (end, _) in pairwise(places))
    return any(map(_JOINED.fullmatch, between))
