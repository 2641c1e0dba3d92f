"""The interface of encoders, which turn texts into vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """The tokens of a text, each as it is meant there.

    `vectors` are float32 unit vectors, shape (tokens, dimension); `spans` is where each stands in the text, in
    characters. Both are empty where a model has no vectors of tokens.
    """

    vectors: Vectors
    spans: tuple[tuple[int, int], ...]


class Encoder(Protocol):
    """Turns texts into unit vectors. Queries and passages have a method each, because models mark them differently."""

    @property
    def dimension(self) -> int:
        """Length of one vector."""
        ...

    @property
    def digest(self) -> str:
        """Names the model and its exact weights; vectors of different digests are never compared."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """One float32 unit vector, shape (dimension,)."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 unit vectors, shape (len(texts), dimension), in order."""
        ...

    def embed_query_tokens(self, text: str) -> TokenVectors:
        """The tokens of a query, as far as the model reads it."""
        ...

    def embed_passage_tokens(self, text: str) -> TokenVectors:
        """The tokens of a passage, as far as the model reads it."""
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens `text` takes in the model, special tokens left out."""
        ...
