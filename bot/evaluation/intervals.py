"""Means and medians with bootstrap intervals (percentile method, Efron 1979)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

_RESAMPLES = 2_000
_SEED = 20_260_101
_COVERAGE = 0.95


@dataclass(frozen=True, slots=True)
class Measure:
    """A statistic of `count` observations and the interval that holds it 95 times in 100."""

    value: float
    low: float
    high: float
    count: int


def measure(observations: Sequence[float], statistic: Literal["mean", "median"] = "mean") -> Measure | None:
    """The statistic of `observations` and its interval; None where there are none. The same every time."""
    if not observations:
        return None
    values = np.asarray(observations, dtype=np.float64)
    picks = np.random.default_rng(_SEED).integers(0, len(values), size=(_RESAMPLES, len(values)))
    compute = np.mean if statistic == "mean" else np.median
    resampled = compute(values[picks], axis=1)
    tail = (1 - _COVERAGE) / 2
    low, high = np.quantile(resampled, [tail, 1 - tail])
    return Measure(float(compute(values)), float(low), float(high), len(values))
