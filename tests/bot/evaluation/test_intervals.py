import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.intervals import measure


def test_the_same_observations_give_the_same_interval() -> None:
    assert measure([0.0, 1.0, 1.0, 0.5]) == measure([0.0, 1.0, 1.0, 0.5])


def test_nothing_observed_measures_nothing() -> None:
    assert measure([]) is None


def test_equal_observations_leave_no_doubt() -> None:
    found = measure([1.0] * 20)
    assert found is not None
    assert (found.value, found.low, found.high, found.count) == (1.0, 1.0, 1.0, 20)


def test_the_median_withstands_one_outlier() -> None:
    found = measure([1.0, 2.0, 900.0], "median")
    assert found is not None
    assert found.value == 2.0


def test_the_interval_of_a_share_is_about_as_wide_as_the_binomial_says() -> None:
    found = measure([1.0] * 50 + [0.0] * 50)
    assert found is not None
    assert found.low == pytest.approx(0.40, abs=0.02)
    assert found.high == pytest.approx(0.60, abs=0.02)


@given(st.lists(st.floats(min_value=0, max_value=1), min_size=1, max_size=30))
def test_the_interval_lies_within_the_observations(observations: list[float]) -> None:
    found = measure(observations)
    assert found is not None
    assert min(observations) - 1e-9 <= found.low <= found.high <= max(observations) + 1e-9
