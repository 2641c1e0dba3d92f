"""BM25 (Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework"), on counted keys."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

# The usual saturation. How long a group is says little of what it is about, so length counts less than is usual.
_K1 = 1.2
_B = 0.5

Scores = npt.NDArray[np.float64]


class BM25:
    """Scores documents by the keys they share with a query."""

    def __init__(self, documents: Sequence[Mapping[str, int]]) -> None:
        """`documents`: how often each has each key. An empty one holds its place and is not counted."""
        self._count = len(documents)
        lengths = [sum(document.values()) for document in documents]
        filled = sum(length > 0 for length in lengths)
        mean_length = sum(lengths) / filled if filled else 1.0
        found: dict[str, list[tuple[int, float]]] = {}
        for row, document in enumerate(documents):
            saturation = _K1 * (1 - _B + _B * lengths[row] / mean_length)
            for key, count in document.items():
                found.setdefault(key, []).append((row, count * (_K1 + 1) / (count + saturation)))
        self._weights = {key: _inverse_frequency(len(rows), filled) for key, rows in found.items()}
        self._postings = {
            key: (np.array([row for row, _ in rows]), self._weights[key] * np.array([value for _, value in rows]))
            for key, rows in found.items()
        }
        self.unknown_weight = _inverse_frequency(0, filled)
        """What a key that no document has would weigh."""

    def weight(self, key: str) -> float:
        """The inverse document frequency of `key`, 0 where no document has it."""
        return self._weights.get(key, 0.0)

    def scores(self, keys: Iterable[str]) -> Scores:
        """The score of every document, 0 where it shares no key."""
        scores = np.zeros(self._count)
        for key in keys:
            if key in self._postings:
                rows, values = self._postings[key]
                scores[rows] += values
        return scores


def _inverse_frequency(documents_with: int, documents: int) -> float:
    return float(np.log1p((documents - documents_with + 0.5) / (documents_with + 0.5)))
