"""The words of a question that carry its subject, so read that those of both languages compare."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lexical import Word, words
from index.vocabulary import Vocabulary

_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class ComparableWord:
    """`keys` find it in the other language: English stems, the value of a figure, its sound.

    `translatable`: the vocabulary knows how the other language says it.
    """

    keys: frozenset[str]
    translatable: bool


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Of the words of two questions, the share that has its like in the other, and the share that should and has not.

    The rest are words of which nobody knows how the other language says them.
    """

    found: float
    missing: float


def comparable_words(text: str, vocabulary: Vocabulary) -> tuple[ComparableWord, ...]:
    """The words of `text`, without those that only make it a question."""
    return tuple(_read(word, vocabulary) for word in words(text))


def shared_words(one: Sequence[ComparableWord], other: Sequence[ComparableWord]) -> SharedWords:
    """How far the words of two questions in different languages say the same."""
    count = len(one) + len(other)
    if not count:
        return SharedWords(0.0, 0.0)
    apart = (*_without_like(one, other), *_without_like(other, one))
    return SharedWords((count - len(apart)) / count, sum(word.translatable for word in apart) / count)


def _without_like(some: Sequence[ComparableWord], others: Sequence[ComparableWord]) -> list[ComparableWord]:
    known = frozenset[str]().union(*(word.keys for word in others))
    return [word for word in some if not word.keys & known]


def _read(word: Word, vocabulary: Vocabulary) -> ComparableWord:
    sound = frozenset({word.sound} - {""})
    if _HANGUL.search(word.letters):
        translations = vocabulary.translate(word.letters) if _HANGUL.match(word.letters) else ()
        terms = frozenset(term for english in translations for found in words(english) for term in found.terms)
        return ComparableWord(terms | sound, bool(terms))
    return ComparableWord(frozenset(word.terms) | sound, any(map(vocabulary.translate, word.terms)))
