"""Vectors in memory and as bytes: a flat inner-product FAISS index. The only importer of faiss."""

from typing import Any

import numpy as np
import numpy.typing as npt

from index.encoder import Vectors


class VectorIndex:
    """Unit vectors by row, compared by inner product: exact, and an article has a few hundred."""

    def __init__(self, faiss_index: Any) -> None:
        self._index = faiss_index

    @classmethod
    def of(cls, vectors: Vectors) -> "VectorIndex":
        """An index of `vectors`, float32, shape (count, dimension)."""
        import faiss

        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    @classmethod
    def from_bytes(cls, data: bytes) -> "VectorIndex":
        """The index that `to_bytes` gave. Raises ValueError where `data` is no such index."""
        import faiss

        try:
            index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
        except RuntimeError as error:
            raise ValueError("not a FAISS index") from error
        if isinstance(index, faiss.IndexFlatIP):
            return cls(index)
        raise ValueError("not a flat inner-product index")

    def to_bytes(self) -> bytes:
        """The index in FAISS's own file format, so that writing it is an ordinary, checked write."""
        import faiss

        return bytes(faiss.serialize_index(self._index).tobytes())

    @property
    def count(self) -> int:
        """Vectors held."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of one vector."""
        return int(self._index.d)

    def vectors(self) -> Vectors:
        """All vectors, shape (count, dimension)."""
        vectors: Vectors = self._index.reconstruct_n(0, self.count)
        return vectors

    def scores(self, query: Vectors) -> npt.NDArray[np.float32]:
        """The inner product of each row with `query`: shape (dimension,) -> (count,)."""
        products, rows = self._index.search(np.ascontiguousarray(query[np.newaxis], dtype=np.float32), self.count)
        scores = np.empty(self.count, dtype=np.float32)
        scores[rows[0]] = products[0]
        return scores
