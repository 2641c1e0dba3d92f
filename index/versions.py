"""Numbered index versions in one folder, one of them current.

indexes/
├── v0001/            manifest.json, passages.jsonl, vectors.faiss, and the edition they were made from: ko.md, en.md
├── v0002/
├── current.json      which is current, and which were before it; replaced atomically
├── .candidate-…      a whole version that waits for approval; see `index.candidates`
├── .lock             held by whoever changes anything here
└── .staging-…        a version being written; a crash leaves one, the next change removes it
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from config.errors import CorpusError, IndexStoreError
from corpus.document import Corpus
from corpus.edition import read_edition
from index.files import remove, remove_staged, replace_file, write_folder, writing
from index.loading import DamagedVersionError, Finding, LoadedIndex, edition_bytes, load_version
from index.manifest import MANIFEST_FILE, Manifest, UnreadableManifestError, manifest_bytes, read_manifest
from index.pointer import Move, Pointer, read_pointer, write_pointer

_LOCK_FILE = ".lock"


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version as it is listed; `manifest` is None where it cannot be read."""

    version: int
    manifest: Manifest | None
    current: bool


class IndexStore:
    """The versions in one folder. Reading changes nothing there and needs no lock."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def folder(self, version: int) -> Path:
        """Where `version` lies."""
        return self.directory / version_name(version)

    def numbers(self) -> tuple[int, ...]:
        """The numbers of all versions, oldest first."""
        try:
            names = [entry.name for entry in os.scandir(self.directory) if entry.is_dir()]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise IndexStoreError("index.cannot_read", path=self.directory, problem=error.strerror or error) from error
        return tuple(sorted(int(name[1:]) for name in names if name[:1] == "v" and name[1:].isdecimal()))

    def list(self) -> tuple[VersionInfo, ...]:
        """All versions, oldest first."""
        current = self.current()
        return tuple(self._info(version, current) for version in self.numbers())

    def info(self, version: int) -> VersionInfo:
        """One version. Raises IndexStoreError where there is no such version."""
        self._require(version)
        return self._info(version, self.current())

    def next_number(self) -> int:
        """The number that the next version gets: one that no version ever had."""
        pointer = self._pointer()
        return max((*self.numbers(), (pointer and pointer.newest) or 0)) + 1

    def current(self) -> int | None:
        """The number of the current version, or None where nothing was built."""
        pointer = self._pointer()
        return pointer.current if pointer else None

    def require_current(self) -> int:
        """The number of the current version. Raises IndexStoreError, naming the remedy, where nothing was built."""
        version = self.current()
        if version is None:
            raise IndexStoreError("index.missing", path=self.directory)
        return version

    def previous(self) -> int | None:
        """The number of the version that was current before, None where there is none any more."""
        pointer, numbers = self._pointer(), self.numbers()
        earlier = [version for version in pointer.earlier if version in numbers] if pointer else []
        return earlier[-1] if earlier else None

    def open_current(self, encoder_digest: str) -> LoadedIndex:
        """The current version, checked whole. Raises IndexStoreError, naming the remedy, where it cannot be used."""
        version = self.require_current()
        index = self.load(version)
        if index.manifest.encoder_digest != encoder_digest:
            raise IndexStoreError("index.other_encoder", version=version, encoder=index.manifest.encoder)
        return index

    def load(self, version: int) -> LoadedIndex:
        """`version`, checked whole. Raises IndexStoreError where it is missing or damaged."""
        self._require(version)
        return load_folder(self.folder(version), version)

    def edition_files(self, version: int) -> Mapping[str, bytes]:
        """The files of the edition that `version` was made from. Raises IndexStoreError as `load` does."""
        self._require(version)
        with _damage_explained(version):
            return edition_bytes(self.folder(version))

    def edition(self, version: int) -> Corpus:
        """The edition that `version` was made from. Raises IndexStoreError as `load` does."""
        try:
            return read_edition(self.edition_files(version))
        except (CorpusError, UnicodeDecodeError) as error:
            raise IndexStoreError("index.content_unreadable", version=version) from error

    def verify(self, version: int) -> tuple[Finding, ...]:
        """What is wrong with `version`: nothing, one hopes. Raises IndexStoreError where there is no such version."""
        self._require(version)
        try:
            load_version(self.folder(version))
        except DamagedVersionError as error:
            return tuple(Finding(one.key, {"version": version, **one.fields}) for one in error.findings)
        return ()

    def activate(self, version: int, move: Move | None = None) -> None:
        """Make `version` current, as `move` tells. Raises IndexStoreError where it is missing or damaged."""
        self.load(version)
        with self.change():
            self._point_to(version, move)

    def rollback(self, move: Move | None = None) -> int:
        """Make current what was current before, and return its number. Raises IndexStoreError where nothing was."""
        with self.change():
            version = self.previous()
            pointer = self._pointer()
            if version is None or pointer is None:
                raise IndexStoreError("index.no_earlier_version")
            self.load(version)
            self._write_pointer(pointer.knowing(self.numbers()).gone_back_to(version, move))
        return version

    def last_move(self) -> Move | None:
        """How the current version became so, None where that is not known."""
        pointer = self._pointer()
        return pointer.move if pointer else None

    def never_current(self) -> tuple[int, ...]:
        """The versions that are whole but newer than any that became current: cut off before that.

        Where the folder is not held, one of them may be just about to become current.
        """
        pointer = self._pointer()
        if pointer is None or pointer.newest is None:
            return ()
        return tuple(version for version in self.numbers() if version > pointer.newest)

    def prune(self, keep: int) -> tuple[int, ...]:
        """Remove all but the newest `keep` versions besides the current one, which stays, as does the one before it.

        Returns the numbers removed.
        """
        with self.change():
            pointer = self._pointer()
            kept = {pointer.current, *pointer.earlier[-1:]} if pointer else set()
            current = {pointer.current} if pointer else set()
            others = [version for version in self.numbers() if version not in current]
            kept.update(others[max(0, len(others) - keep) :])
            removed = tuple(version for version in others if version not in kept)
            with writing(self.directory):
                for version in removed:
                    remove(self.folder(version))
        return removed

    def publish(self, manifest: Manifest, files: Mapping[str, bytes]) -> None:
        """Write a version whole and make it current; its manifest is among `files`, too. Call within `change()`."""
        with writing(self.directory):
            write_folder(self.folder(manifest.version), files, last=MANIFEST_FILE)
        self._point_to(manifest.version, _made(manifest))

    def adopt(self, folder: Path, manifest: Manifest) -> int:
        """Make the whole version in `folder` of this store the next one, and current. Call within `change()`."""
        version = self.next_number()
        with writing(self.directory):
            replace_file(folder / MANIFEST_FILE, manifest_bytes(manifest.model_copy(update={"version": version})))
            folder.rename(self.folder(version))
        self._point_to(version, _made(manifest))
        return version

    @contextmanager
    def change(self) -> Iterator[tuple[str, ...]]:
        """Hold the lock while changing the folder, as `hold` does."""
        with self.hold() as removed:
            yield removed

    @contextmanager
    def hold(self) -> Iterator[tuple[str, ...]]:
        """Hold the lock of the folder; what a crash left half done is removed first, and named.

        Raises IndexStoreError where another process holds it, or where the folder cannot be written.
        """
        with writing(self.directory):
            self.directory.mkdir(parents=True, exist_ok=True)
            try:
                lock = FileLock(self.directory / _LOCK_FILE, timeout=0).acquire()
            except Timeout as error:
                raise IndexStoreError("index.locked", path=self.directory) from error
        with lock:
            with writing(self.directory):
                removed = remove_staged(self.directory)
            yield removed

    def _require(self, version: int) -> None:
        if version not in self.numbers():
            raise IndexStoreError("index.no_such_version", version=version)

    def _info(self, version: int, current: int | None) -> VersionInfo:
        return VersionInfo(version, manifest_of(self.folder(version)), version == current)

    def _pointer(self) -> Pointer | None:
        return read_pointer(self.directory)

    def _point_to(self, version: int, move: Move | None) -> None:
        pointer = (self._pointer() or Pointer(version, ())).knowing(self.numbers())
        self._write_pointer(pointer.moved_to(version, move))

    def _write_pointer(self, pointer: Pointer) -> None:
        with writing(self.directory):
            write_pointer(self.directory, pointer)


def version_name(version: int) -> str:
    """How a version is called, in folders and in answers: `v0007`."""
    return f"v{version:04d}"


def version_number(name: str) -> int:
    """The number of the version that `version_name` called so. Raises ValueError where it is no such name."""
    return int(name.removeprefix("v"))


def _made(manifest: Manifest) -> Move:
    """A version that became current when it was made, by whoever made it."""
    return Move(manifest.provenance, manifest.created)


def manifest_of(folder: Path) -> Manifest | None:
    """The manifest in `folder`, None where it cannot be read."""
    try:
        return read_manifest(folder)
    except UnreadableManifestError:
        return None


def load_folder(folder: Path, version: int) -> LoadedIndex:
    """The version in `folder`, checked whole; `version` is its number in errors. Raises IndexStoreError."""
    with _damage_explained(version):
        return load_version(folder)


@contextmanager
def _damage_explained(version: int) -> Iterator[None]:
    try:
        yield
    except DamagedVersionError as error:
        first = error.findings[0]
        raise IndexStoreError(first.key, version=version, **first.fields) from error
