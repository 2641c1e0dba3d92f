"""Fusing the dense and the lexical scores of one search."""

import numpy as np

from index.bm25 import Scores
from index.lexical import LexicalMatch


def fuse(dense: Scores, lexical: LexicalMatch | None, dense_weight: float) -> Scores:
    """One score a pair, 0 to 1, from cosines and BM25.

    Cosines of one search lie close together wherever they lie, so they are stretched over 0 to 1. BM25 is taken
    relative to the best and to its coverage of the query: where the passages know little of the query (it is in
    another language than they are), it says little. A lexical leg that found nothing drops out.
    """
    stretched = _stretch(dense)
    if lexical is None:
        return stretched
    return dense_weight * stretched + (1 - dense_weight) * lexical.coverage * relative(lexical)


def relative(lexical: LexicalMatch) -> Scores:
    """BM25 relative to the best of the search, 0 to 1."""
    scores: Scores = lexical.scores / lexical.scores.max()
    return scores


def _stretch(scores: Scores) -> Scores:
    low, high = scores.min(), scores.max()
    if high == low:
        return np.ones_like(scores)
    stretched: Scores = (scores - low) / (high - low)
    return stretched
