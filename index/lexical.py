"""Lexical search over Korean and English: by terms that survive spacing, case, hyphens, particles and language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.figures import figures, latin_words, name_keys
from index.bm25 import BM25, Scores
from index.loanwords import sound_key
from index.vocabulary import Vocabulary
from index.wordforms import (
    ENGLISH_FUNCTION_WORDS,
    ENGLISH_REQUESTS,
    KOREAN_QUESTION_WORDS,
    english_stem,
    without_particle,
)

_HANGUL = re.compile("[가-힣]+")
# As people type them: 405b, 128 k. Elsewhere a small b is no billion.
_LOOSE_MULTIPLIER = re.compile(r"(?<![A-Za-z\d])(\d[\d.,]*)\s?([kKbB])(?![A-Za-z\d])")
_KOREAN_NUMERAL = re.compile(r"\d[\d.,]*\s?[십백천만억조]+")
_NO_SUBJECT = ENGLISH_FUNCTION_WORDS | ENGLISH_REQUESTS
_NAME_AND_VERSION = re.compile(r"([a-z]{3,})(\d+[a-z]*)")

_FIGURE = "="
# A figure that the article gives says what a question is about, however many words of it the article lacks.
_COVERAGE_BY_FIGURE = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a figure of a text: its letters, the terms it is found by, and how it sounds (often empty)."""

    letters: str
    terms: tuple[str, ...]
    sound: str = ""


def words(text: str) -> Iterator[Word]:
    """The words of `text` that carry its subject, figures first, repeated as it repeats them.

    A figure is found by its value (41B, 41 billion, 410억), a Latin word by its stem, a Korean one by its pairs of
    syllables.
    """
    text = unicodedata.normalize("NFKC", text)
    text = _LOOSE_MULTIPLIER.sub(lambda match: match[1] + match[2].upper(), text)
    for figure in figures(text):
        yield Word(figure.text, (f"{_FIGURE}{figure.value.normalize()}",))
    for latin in latin_words(text):
        if latin.casefold() in _NO_SUBJECT:
            continue
        keys = name_keys(latin)
        if terms := tuple(term for key in keys for term in _latin_terms(key)):
            yield Word("".join(keys), terms, sound_key("".join(keys)))
    for korean in _HANGUL.findall(_KOREAN_NUMERAL.sub(" ", text)):
        stem = without_particle(korean)
        if stem and not {korean, stem} & KOREAN_QUESTION_WORDS:
            yield Word(korean, _syllable_pairs(stem), sound_key(stem))


def _latin_terms(key: str) -> tuple[str, ...]:
    if versioned := _NAME_AND_VERSION.fullmatch(key):
        return versioned.groups()
    if key in _NO_SUBJECT:
        return ()
    return (english_stem(key),)


def _syllable_pairs(stem: str) -> tuple[str, ...]:
    return tuple(stem[start : start + 2] for start in range(len(stem) - 1)) or (stem,)


def is_figure(term: str) -> bool:
    """Whether a term of a word is the value of a figure."""
    return term.startswith(_FIGURE)


@dataclass(frozen=True, slots=True)
class LexicalMatch:
    """`scores`: BM25 by document. `coverage`: the share (0 to 1) of the query's weight that any document knows."""

    scores: Scores
    coverage: float


class LexicalIndex:
    """The documents of one language, by the terms of their words and, apart, by their sounds."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        """`documents`: the texts of each; one without texts holds its place and is not counted."""
        found = [[word for text in texts for word in words(text)] for texts in documents]
        self._terms = BM25([Counter(term for word in document for term in word.terms) for document in found])
        self._sounds = BM25([Counter(word.sound for word in document if word.sound) for document in found])

    @property
    def unknown_weight(self) -> float:
        """What a term that no document has would weigh."""
        return self._terms.unknown_weight

    def weight(self, key: str) -> float:
        """The inverse document frequency of a term or a sound (they never look alike), 0 where no document has it."""
        return self._terms.weight(key) or self._sounds.weight(key)

    def scores(self, keys: Sequence[str]) -> Scores:
        """BM25 of every document."""
        return self._terms.scores(keys) + self._sounds.scores(keys)


class LexicalSearch:
    """Matches questions against pairs whose languages are indexed apart, row by row."""

    def __init__(self, sides: Sequence[LexicalIndex], vocabulary: Vocabulary) -> None:
        self._sides = sides
        self._vocabulary = vocabulary
        self._unknown_weight = max(side.unknown_weight for side in sides)

    def match(self, query: str) -> LexicalMatch | None:
        """The match of `query`, its sides' scores added up; None where nothing matches."""
        keys = self._keys(query)
        scores: Scores = np.sum([side.scores(keys) for side in self._sides], axis=0)
        if not scores.any():
            return None
        weights = [self._weight(key) for key in keys]
        known = sum(weights)
        coverage = known / (known + self._unknown_weight * weights.count(0.0))
        if any(weight for key, weight in zip(keys, weights, strict=True) if is_figure(key)):
            coverage = max(coverage, _COVERAGE_BY_FIGURE)
        return LexicalMatch(scores, coverage)

    def _keys(self, text: str) -> list[str]:
        return list(dict.fromkeys(key for word in words(text) for key in self._reading(word)))

    def _reading(self, word: Word) -> Sequence[str]:
        """The keys to search `word` by: as written if that is known, else translated, else by its sound."""
        if any(map(self._weight, word.terms)):
            return word.terms
        translations = (term for other in self._vocabulary.translate(word.letters) for term in _terms(other))
        if translated := [term for term in translations if self._weight(term)]:
            return translated
        return (word.sound,) if self._weight(word.sound) else word.terms

    def _weight(self, key: str) -> float:
        return max(side.weight(key) for side in self._sides)


def _terms(text: str) -> list[str]:
    return [term for word in words(text) for term in word.terms]
