"""Reading an index version from disk, and everything that can be wrong with one."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from config.language import Language
from corpus.loading import document_file_name
from index.manifest import (
    PASSAGES_FILE,
    SCHEMA_VERSION,
    VECTORS_FILE,
    Manifest,
    UnreadableManifestError,
    file_digest,
    read_manifest,
)
from index.passage import Passage
from index.vectors import VectorIndex


@dataclass(frozen=True, slots=True)
class LoadedIndex:
    """An index version in memory.

    `vectors` holds one row a passage, in order, then one a line of each passage, in order.
    """

    manifest: Manifest
    passages: tuple[Passage, ...]
    vectors: VectorIndex

    @property
    def version(self) -> int:
        """The number of the version."""
        return self.manifest.version


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a version: the key of a message and its fields."""

    key: str
    fields: Mapping[str, object]


class DamagedVersionError(Exception):
    """A version cannot be used; `findings` says why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)


def load_version(folder: Path) -> LoadedIndex:
    """The version in `folder`, every file checked against the manifest. Raises DamagedVersionError."""
    manifest = _read_manifest(folder)
    contents = _contents(folder, manifest, (PASSAGES_FILE, VECTORS_FILE, *_edition_names(manifest)))
    try:
        passages = parse_passages(contents[PASSAGES_FILE])
        index = LoadedIndex(manifest, passages, VectorIndex.from_bytes(contents[VECTORS_FILE]))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedVersionError([Finding("index.content_unreadable", {})]) from error
    if inconsistent := list(_inconsistencies(index)):
        raise DamagedVersionError(inconsistent)
    return index


def edition_bytes(folder: Path) -> Mapping[str, bytes]:
    """The files of the edition in `folder`, checked against the manifest. Raises DamagedVersionError."""
    manifest = _read_manifest(folder)
    return _contents(folder, manifest, _edition_names(manifest))


def passages_bytes(passages: Sequence[Passage]) -> bytes:
    """`passages` as JSON lines."""
    return "".join(json.dumps(asdict(passage), ensure_ascii=False) + "\n" for passage in passages).encode()


def parse_passages(data: bytes) -> tuple[Passage, ...]:
    """The passages of JSON lines. Raises KeyError, TypeError or ValueError where they are not passages."""
    return tuple(_passage(json.loads(line)) for line in data.decode().split("\n") if line)


def _passage(fields: dict[str, object]) -> Passage:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Passage(**values | {"language": Language(str(fields["language"]))})  # type: ignore[arg-type]


def _edition_names(manifest: Manifest) -> tuple[str, ...]:
    return tuple(map(document_file_name, manifest.languages))


def _read_manifest(folder: Path) -> Manifest:
    try:
        return read_manifest(folder)
    except UnreadableManifestError as error:
        raise DamagedVersionError([Finding("index.manifest_unreadable", {"schema": SCHEMA_VERSION})]) from error


def _contents(folder: Path, manifest: Manifest, names: Sequence[str]) -> dict[str, bytes]:
    """The bytes of each file, checked. Raises DamagedVersionError."""
    contents: dict[str, bytes] = {}
    if damaged := list(_read_files(folder, manifest, names, contents)):
        raise DamagedVersionError(damaged)
    return contents


def _read_files(
    folder: Path, manifest: Manifest, names: Sequence[str], contents: dict[str, bytes]
) -> Iterator[Finding]:
    for name in names:
        try:
            contents[name] = (folder / name).read_bytes()
        except OSError as error:
            yield Finding("index.file_unreadable", {"file": name, "problem": error.strerror or error})
        else:
            if file_digest(contents[name]) != manifest.files.get(name):
                yield Finding("index.file_damaged", {"file": name})


def _inconsistencies(index: LoadedIndex) -> Iterator[Finding]:
    manifest, vectors = index.manifest, index.vectors
    if vectors.dimension != manifest.dimension:
        yield Finding("index.dimension_differs", {"found": vectors.dimension, "expected": manifest.dimension})
    lines = sum(len(passage.lines) for passage in index.passages)
    counts = (len(index.passages), vectors.count, vectors.count)
    expected = (manifest.passages, manifest.vectors, len(index.passages) + lines)
    if counts != expected:
        yield Finding("index.counts_differ", {"passages": len(index.passages), "vectors": vectors.count})
    ids = {passage.passage_id for passage in index.passages}
    if len(ids) != len(index.passages):
        yield Finding("index.counts_differ", {"passages": len(ids), "vectors": vectors.count})
    for passage in index.passages:
        if passage.twin_id is not None and passage.twin_id not in ids:
            yield Finding("index.twin_missing", {"passage": passage.passage_id, "twin": passage.twin_id})
