"""Numbered index versions in one folder, one of them current.

indexes/
├── v0001/            manifest.json, passages.jsonl, vectors.faiss
├── v0002/
├── current.json      which is current, and which were before it; replaced atomically
├── .lock             held by whoever changes anything here
└── .staging-…        a version being written; a crash leaves one, the next change removes it
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from config.errors import IndexStoreError
from index.loading import DamagedVersionError, Finding, LoadedIndex, load_version
from index.manifest import MANIFEST_FILE, Manifest, UnreadableManifestError, read_manifest

_POINTER_FILE = "current.json"
_LOCK_FILE = ".lock"
_STAGING_PREFIX = ".staging-"


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """A version as it is listed; `manifest` is None where it cannot be read."""

    version: int
    manifest: Manifest | None
    current: bool


@dataclass(frozen=True, slots=True)
class _Pointer:
    """The current version and those that were current before it, oldest first."""

    current: int
    earlier: tuple[int, ...]


class IndexStore:
    """The versions in one folder. Reading changes nothing there and needs no lock."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def folder(self, version: int) -> Path:
        """Where `version` lies."""
        return self.directory / f"v{version:04d}"

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
        return tuple(VersionInfo(version, self._manifest(version), version == current) for version in self.numbers())

    def current(self) -> int | None:
        """The number of the current version, or None where nothing was built."""
        pointer = self._pointer()
        return pointer.current if pointer else None

    def open_current(self, encoder_digest: str) -> LoadedIndex:
        """The current version, checked whole. Raises IndexStoreError, naming the remedy, where it cannot be used."""
        version = self.current()
        if version is None:
            raise IndexStoreError("index.missing", path=self.directory)
        index = self.load(version)
        if index.manifest.encoder_digest != encoder_digest:
            raise IndexStoreError("index.other_encoder", version=version, encoder=index.manifest.encoder)
        return index

    def load(self, version: int) -> LoadedIndex:
        """`version`, checked whole. Raises IndexStoreError where it is missing or damaged."""
        self._require(version)
        try:
            return load_version(self.folder(version))
        except DamagedVersionError as error:
            first = error.findings[0]
            raise IndexStoreError(first.key, version=version, **first.fields) from error

    def verify(self, version: int) -> tuple[Finding, ...]:
        """What is wrong with `version`: nothing, one hopes. Raises IndexStoreError where there is no such version."""
        self._require(version)
        try:
            load_version(self.folder(version))
        except DamagedVersionError as error:
            return tuple(Finding(one.key, {"version": version, **one.fields}) for one in error.findings)
        return ()

    def activate(self, version: int) -> None:
        """Make `version` current. Raises IndexStoreError where it is missing or damaged."""
        self.load(version)
        with self.change():
            self._point_to(version)

    def rollback(self) -> int:
        """Make current what was current before, and return its number. Raises IndexStoreError where nothing was."""
        with self.change():
            pointer = self._pointer()
            earlier = [version for version in pointer.earlier if version in self.numbers()] if pointer else []
            if not earlier:
                raise IndexStoreError("index.no_earlier_version")
            version = earlier.pop()
            self.load(version)
            self._write_pointer(_Pointer(version, tuple(earlier)))
        return version

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
            for version in removed:
                self._remove(self.folder(version))
        return removed

    def publish(self, version: int, files: Mapping[str, bytes]) -> None:
        """Write `version` whole and make it current; the manifest is among `files`. Call within `change()`."""
        staging = Path(tempfile.mkdtemp(prefix=_STAGING_PREFIX, dir=self.directory))
        try:
            for name in sorted(files, key=lambda name: name == MANIFEST_FILE):
                _write_synced(staging / name, files[name])
            staging.chmod(0o755)
            staging.rename(self.folder(version))
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        self._point_to(version)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Hold the lock while changing the folder; leftovers of a crash are removed first.

        Raises IndexStoreError where another process holds it, or where the folder cannot be written.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            with FileLock(self.directory / _LOCK_FILE, timeout=0):
                for leftover in self.directory.glob(f"{_STAGING_PREFIX}*"):
                    self._remove(leftover)
                yield
        except Timeout as error:
            raise IndexStoreError("index.locked", path=self.directory) from error
        except OSError as error:
            raise IndexStoreError("index.cannot_write", path=self.directory, problem=error.strerror or error) from error

    def _require(self, version: int) -> None:
        if version not in self.numbers():
            raise IndexStoreError("index.no_such_version", version=version)

    def _manifest(self, version: int) -> Manifest | None:
        try:
            return read_manifest(self.folder(version))
        except UnreadableManifestError:
            return None

    def _pointer(self) -> _Pointer | None:
        try:
            content = json.loads((self.directory / _POINTER_FILE).read_bytes())
            return _Pointer(int(content["current"]), tuple(int(version) for version in content["earlier"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise IndexStoreError("index.cannot_read", path=self.directory, problem=error.strerror or error) from error
        except (KeyError, TypeError, ValueError) as error:
            raise IndexStoreError("index.pointer_unreadable", path=self.directory / _POINTER_FILE) from error

    def _point_to(self, version: int) -> None:
        pointer = self._pointer()
        if pointer is None:
            self._write_pointer(_Pointer(version, ()))
        elif pointer.current != version:
            earlier = [other for other in pointer.earlier if other != version]
            self._write_pointer(_Pointer(version, (*earlier, pointer.current)))

    def _write_pointer(self, pointer: _Pointer) -> None:
        staged = self.directory / f"{_STAGING_PREFIX}{_POINTER_FILE}"
        content = {"current": pointer.current, "earlier": pointer.earlier}
        _write_synced(staged, f"{json.dumps(content)}\n".encode())
        staged.replace(self.directory / _POINTER_FILE)

    def _remove(self, path: Path) -> None:
        if path.is_dir():
            # Out of sight first, so that a crash while removing leaves no half version.
            doomed = path if path.name.startswith(_STAGING_PREFIX) else path.with_name(f"{_STAGING_PREFIX}{path.name}")
            path.rename(doomed)
            shutil.rmtree(doomed)
        else:
            path.unlink()


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
