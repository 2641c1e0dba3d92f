"""Reading questions into what compares: the sentence encoder, the glossary and the ordinary words of `aspects`."""

import threading
import tomllib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from importlib import resources
from typing import Protocol

import numpy as np

from bot.answering.evidence.question_figures import presumed_figures
from bot.answering.names.names import key_of, names_of
from bot.answering.question import Question
from bot.answering.understanding.understood import clean, understand
from bot.meaning.aspects import Aspects
from bot.meaning.comparing import nearness
from bot.meaning.question import ComparableQuestion
from bot.meaning.words import comparable_words
from config.language import Language
from corpus.glossary import Glossary
from corpus.numerals import spelled_numbers
from index.encoder import Vectors
from index.language import detect_language
from index.vocabulary import Vocabulary

# A vector has 1.5 KB.
_REMEMBERED = 2000
_MIN_NAME_LETTERS = 2
_UNITS = frozenset({"gb", "mb", "kb", "tb"})


class QueryEncoder(Protocol):
    """What of an encoder is needed (`index.encoder.Encoder`)."""

    def embed_query(self, text: str) -> Vectors:
        """One unit vector."""
        ...


class QuestionReader:
    """Reads questions, also from several threads; the encoder is used by one at a time.

    To compare two that may be the same blocks for some 20 ms each, once.
    """

    def __init__(
        self,
        encoder: QueryEncoder,
        glossary: Glossary,
        *,
        max_characters: int,
        aspects: Aspects | None = None,
        vocabulary: Vocabulary | None = None,
        neutral: Mapping[Language, Sequence[str]] | None = None,
    ) -> None:
        """`neutral` are questions about nothing in particular. What is not given is what ships."""
        self._encoder = encoder
        self._glossary = glossary
        self._max_characters = max_characters
        self._aspects = aspects or Aspects.load()
        self._vocabulary = vocabulary or Vocabulary.load()
        self._neutral = neutral or _shipped_neutral()
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.RLock()

    def nearness(self, one: ComparableQuestion, other: ComparableQuestion) -> float:
        """How near two questions are in meaning, from 0 (not the same) to 1. See `bot.meaning.comparing`."""
        return nearness(one, other, self._aspects)

    def standing_alone(self, question: Question) -> str:
        """What `question` asks, completed from the turn before where it leaves something out, else as typed.

        Raises QuestionError where it cannot be used.
        """
        alone = understand(Question(question.text), self._glossary, self._max_characters)
        whole = understand(question, self._glossary, self._max_characters) if question.history else alone
        return whole.asked if whole.text == alone.text else whole.text

    def read(self, text: str) -> ComparableQuestion:
        """What `text` asks."""
        canonical = self._glossary.canonicalise(clean(text))
        language = detect_language(canonical)
        names, other_names = self._names(canonical)
        return ComparableQuestion(
            text=canonical,
            language=language,
            names=names,
            other_names=other_names,
            figures=presumed_figures(canonical),
            spelled=spelled_numbers(canonical),
            aspects=self._aspects.asked(canonical),
            sides=self._aspects.sides(canonical),
            words=comparable_words(canonical, self._vocabulary),
            direction=partial(self._direction, canonical, language),
        )

    def _names(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of the names in `text`: of the glossary, and others without what the glossary knows of them."""
        known = {name for name in self._glossary.names_in(text) if name not in self._glossary.common_terms}
        keys = {key for name in names_of(text, self._glossary) if _is_name(key := key_of(name))}
        names = frozenset(map(key_of, known)) | (keys & self._known_keys)
        return names, frozenset(_without(names, key) for key in keys - names)

    @cached_property
    def _known_keys(self) -> frozenset[str]:
        """The glossary's names: one in the plural (H200s) is read by its key alone."""
        return frozenset(key_of(name) for name in self._glossary.names if name not in self._glossary.common_terms)

    def _direction(self, text: str, language: Language) -> Vectors:
        with self._lock:
            vector = self._vectors.get(text)
            if vector is None:
                apart = self._encoder.embed_query(text) - self._centres[language]
                vector = np.asarray(apart / max(float(np.linalg.norm(apart)), 1e-9), dtype=np.float32)
                self._vectors[text] = vector
                if len(self._vectors) > _REMEMBERED:
                    self._vectors.popitem(last=False)
            self._vectors.move_to_end(text)
            return vector

    @cached_property
    def _centres(self) -> Mapping[Language, Vectors]:
        """The mean of each language's neutral questions."""
        return {
            language: np.mean([self._encoder.embed_query(text) for text in texts], axis=0)
            for language, texts in self._neutral.items()
        }


def _is_name(key: str) -> bool:
    return len(key.replace(" ", "")) >= _MIN_NAME_LETTERS and not set(key.split()) & _UNITS


def _without(names: frozenset[str], key: str) -> str:
    """What `key` says beyond the longest of `names` it begins with: a version."""
    known = max((name for name in names if key.startswith(name + " ")), key=len, default="")
    return key[len(known) :].lstrip()


def _shipped_neutral() -> Mapping[Language, Sequence[str]]:
    text = resources.files("bot.meaning").joinpath("neutral.toml").read_text(encoding="utf-8")
    return {Language(code): questions for code, questions in tomllib.loads(text).items()}
