"""Late interaction: how well passages have each word of a text, token by token (the MaxSim of ColBERT)."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, TokenVectors
from index.passage import Passage

_WORD = re.compile(r"\S+")
# At most 512 tokens each, mostly some 100: with 384 dimensions mostly 19 MiB.
_KEPT_PASSAGES = 128


class LateInteraction:
    """Compares the words of a text with passages. The tokens of passages are read when first asked for, and kept."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._read_passage = lru_cache(maxsize=_KEPT_PASSAGES)(encoder.embed_passage_tokens)

    def shortfall(self, text: str, passage: Passage, others: Sequence[Passage]) -> float:
        """How much better `others` have the words of `text` than `passage`, as a cosine: 0 where none has one better.

        Of each word the best of all is taken, and then the mean of the words. 0 as well where the encoder has no
        vectors of tokens.
        """
        tokens = self._encoder.embed_query_tokens(text)
        words = _words(text, tokens)
        if not words:
            return 0.0
        here = self._likeness(tokens, words, passage)
        best = np.max([here, *(self._likeness(tokens, words, other) for other in others)], axis=0)
        return float(np.mean(best - here))

    def _likeness(self, tokens: TokenVectors, words: Sequence[list[int]], passage: Passage) -> npt.NDArray[np.float32]:
        """Of each word, the mean cosine of its tokens to the nearest of `passage`, shape (words,)."""
        found = self._read_passage(_text(passage)).vectors
        if not len(found):
            return np.zeros(len(words), dtype=np.float32)
        nearest = (tokens.vectors @ found.T).max(axis=1)
        return np.array([nearest[word].mean() for word in words], dtype=np.float32)


def _words(text: str, tokens: TokenVectors) -> list[list[int]]:
    """The tokens of each word of `text`, as rows; words without any left out."""
    words = [
        [row for row, (start, end) in enumerate(tokens.spans) if start < word.end() and end > word.start()]
        for word in _WORD.finditer(text)
    ]
    return [word for word in words if word]


def _text(passage: Passage) -> str:
    return "\n".join((" > ".join(passage.heading_path), *passage.lines)).strip()
