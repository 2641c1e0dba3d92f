import numpy as np

from index.fusion import fuse, relative
from index.lexical import LexicalMatch

DENSE = np.array([0.80, 0.85, 0.90])


def test_cosines_are_stretched_over_the_search() -> None:
    assert np.allclose(fuse(DENSE, None, 0.5), [0, 0.5, 1])


def test_a_lexical_leg_that_found_nothing_drops_out() -> None:
    assert np.array_equal(fuse(DENSE, None, 0.3), fuse(DENSE, None, 0.9))


def test_both_legs_weigh_as_set() -> None:
    lexical = LexicalMatch(np.array([4.0, 2.0, 0.0]), coverage=1.0)
    assert np.allclose(fuse(DENSE, lexical, 0.5), [0.5, 0.5, 0.5])
    assert np.allclose(fuse(DENSE, lexical, 1.0), [0, 0.5, 1])
    assert np.allclose(fuse(DENSE, lexical, 0.0), relative(lexical))


def test_a_leg_that_knows_little_of_the_query_says_little() -> None:
    lexical = LexicalMatch(np.array([4.0, 0.0, 0.0]), coverage=0.1)
    assert fuse(DENSE, lexical, 0.5).argmax() == 2


def test_equal_cosines_are_all_best() -> None:
    assert np.array_equal(fuse(np.array([0.8, 0.8]), None, 0.5), [1, 1])
