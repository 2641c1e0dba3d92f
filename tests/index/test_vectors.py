import numpy as np
import pytest

from index.vectors import VectorIndex

ROWS = np.eye(3, 4, dtype=np.float32)


def test_scores_are_inner_products_row_by_row() -> None:
    query = np.array([0.5, 0.25, 0.125, 1], dtype=np.float32)
    assert VectorIndex.of(ROWS).scores(query).tolist() == [0.5, 0.25, 0.125]


def test_what_is_written_is_read_back() -> None:
    index = VectorIndex.from_bytes(VectorIndex.of(ROWS).to_bytes())
    assert (index.count, index.dimension) == (3, 4)
    assert np.array_equal(index.vectors(), ROWS)


@pytest.mark.parametrize("data", [b"", b"not an index", VectorIndex.of(ROWS).to_bytes()[:20]])
def test_bytes_that_are_no_index_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a"):
        VectorIndex.from_bytes(data)
