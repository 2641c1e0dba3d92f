from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.errors import ModelError
from index.models.e5_file import Dimensions, read_e5_file
from tests.index.models.fakes import FEED_FORWARD, HIDDEN, PIECES, POSITIONS, tiny_e5

WHOLE = tiny_e5()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(WHOLE)
    return path


def test_the_header_gives_the_shape_of_the_network(path: Path) -> None:
    dimensions = read_e5_file(path).dimensions

    assert dimensions == Dimensions(
        hidden=HIDDEN,
        layers=1,
        heads=2,
        feed_forward=FEED_FORWARD,
        vocabulary=len(PIECES),
        positions=POSITIONS,
        types=2,
        layer_norm_epsilon=dimensions.layer_norm_epsilon,
    )
    assert dimensions.layer_norm_epsilon == pytest.approx(1e-12)


def test_the_vocabulary_gives_pieces_scores_and_what_characters_become(path: Path) -> None:
    vocabulary = read_e5_file(path).vocabulary

    assert [piece for piece, _ in vocabulary.pieces] == list(PIECES)
    assert [score for _, score in vocabulary.pieces][3:6] == [0.0, -1.0, -2.0]
    assert (vocabulary.bos, vocabulary.pad, vocabulary.eos, vocabulary.unknown) == (0, 1, 2, 3)
    assert vocabulary.normaliser == {"\n": " ", "\x01": "", "Ａ": "A"}


def test_a_block_holds_low_nibbles_then_high_ones_less_eight_times_its_scale(path: Path) -> None:
    e5 = read_e5_file(path)
    block = np.frombuffer(e5._data, np.uint8, 18, e5._directory["emb.word"][2])
    scale = float(block[:2].view("<f2")[0])
    low, high = block[2:] & 15, block[2:] >> 4

    row = e5.tensor("emb.word", len(PIECES), HIDDEN)[0]

    assert row.dtype == np.float32
    assert row.tolist() == pytest.approx([(int(n) - 8) * scale for n in (*low, *high)])


@pytest.mark.parametrize(("name", "shape"), [("l9.q.w", (HIDDEN, HIDDEN)), ("l0.q.w", (HIDDEN, HIDDEN + 1))])
def test_a_tensor_that_is_not_there_or_of_another_shape_is_named(path: Path, name: str, shape: tuple[int, int]) -> None:
    with pytest.raises(ModelError, match=name):
        read_e5_file(path).tensor(name, *shape)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.gguf"
    other.write_bytes(b"GGUF" + b"\0" * 100)

    with pytest.raises(ModelError, match="GGUF"):
        read_e5_file(other)


@given(st.integers(min_value=0, max_value=len(WHOLE) - 1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_short_anywhere_is_refused(path: Path, kept_bytes: int) -> None:
    path.write_bytes(WHOLE[:kept_bytes])

    with pytest.raises(ModelError):
        read_e5_file(path).tensor("l0.oln.b", HIDDEN)
