"""The interface of encoders, which turn texts into vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


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

    def count_tokens(self, text: str) -> int:
        """Tokens `text` takes in the model, special tokens left out."""
        ...
