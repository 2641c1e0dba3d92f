"""The words that say what a question asks of the things it names, and whether a text has them."""

from collections.abc import Iterable

from bot.answering.content_words import content_units, content_words
from bot.answering.understanding.leaning import says_nothing
from bot.answering.understanding.understood import Understood
from index.lexical import Word, words
from index.passage import Hit, Passage
from index.vocabulary import Vocabulary


class AskedWords:
    """Finds words in texts of either language, as far as `vocabulary` knows how the other says them. Safe to share."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def of(self, question: Understood) -> tuple[Word, ...]:
        """The words of `question`, without its names and those that say nothing of what is asked."""
        names = content_units(" ".join(question.names))
        return tuple(
            word
            for word in content_words(question.text)
            if word.terms and not says_nothing(word.letters) and not _is_mostly_in(word.terms, names)
        )

    def has(self, units: frozenset[str], word: Word) -> bool:
        """Whether a text of these content units has `word`, or what the other language says for it."""
        return _is_mostly_in(word.terms, units) or not units.isdisjoint(self._translated(word))

    def none_in(self, hits: Iterable[Hit], question: Understood) -> bool:
        """Whether `question` has such words, and no text of `hits` has any of them."""
        units = frozenset[str]().union(*(units_of(hit.sides) for hit in hits))
        return bool(self.of(question)) and not self.any_in(units, question)

    def any_in(self, units: frozenset[str], question: Understood) -> bool:
        """Whether a text of these content units has any such word of `question`."""
        return any(self.has(units, word) for word in self.of(question))

    def units(self, word: Word) -> frozenset[str]:
        """The units that `word` is known by in either language."""
        return frozenset((*word.terms, *self._translated(word)))

    def _translated(self, word: Word) -> Iterable[str]:
        return (
            term for other in self._vocabulary.translate(word.letters) for found in words(other) for term in found.terms
        )


def units_of(sides: Iterable[Passage]) -> frozenset[str]:
    """What `sides` say, with all that stands above them, in comparable units."""
    return content_units(" . ".join(text for side in sides for text in (*side.heading_path, side.lead, *side.lines)))


def _is_mostly_in(terms: tuple[str, ...], units: frozenset[str]) -> bool:
    """Whether at least half of the terms of a word are: a Korean one has a term for each pair of syllables."""
    return 2 * len(units.intersection(terms)) >= len(set(terms))
