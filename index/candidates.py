"""Versions that wait for approval: whole, beside the numbered ones, and live only once they are promoted."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from config.errors import IndexStoreError
from index.files import STAGING_PREFIX, remove, write_folder, writing
from index.loading import LoadedIndex
from index.manifest import MANIFEST_FILE, Manifest
from index.versions import IndexStore, load_folder, manifest_of

_LOCK_FILE = ".update.lock"
_PREFIX = ".candidate-"


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an interruption left: a candidate that nobody holds any more, a version that never became current, or files.

    `name` is that of the folder or file; `manifest` is None where it was half written or cannot be read.
    """

    name: str
    manifest: Manifest | None


class Candidates:
    """The candidates in the folder of a store."""

    def __init__(self, store: IndexStore) -> None:
        self._store = store

    @contextmanager
    def claim(self) -> Iterator[None]:
        """Hold the right to have a candidate: one at a time, of all processes. A process that dies lets go of it.

        Raises IndexStoreError where another holds it. May be left in another thread than it was entered in.
        """
        directory = self._store.directory
        try:
            directory.mkdir(parents=True, exist_ok=True)
            lock = FileLock(directory / _LOCK_FILE, timeout=0, thread_local=False)
            lock.acquire()
        except Timeout as error:
            raise IndexStoreError("index.update_under_way", path=directory) from error
        except OSError as error:
            raise IndexStoreError("index.cannot_write", path=directory, problem=error.strerror or error) from error
        try:
            yield
        finally:
            lock.release()

    def add(self, files: Mapping[str, bytes]) -> str:
        """Write a candidate whole and return its id. Raises IndexStoreError where it cannot be written."""
        candidate_id = secrets.token_hex(4)
        with self._store.change(), writing(self._store.directory):
            write_folder(self._folder(candidate_id), files, last=MANIFEST_FILE)
        return candidate_id

    def load(self, candidate_id: str) -> LoadedIndex:
        """A candidate, checked whole. Raises IndexStoreError where it is gone or damaged."""
        folder = self._folder(candidate_id)
        if not folder.is_dir():
            raise IndexStoreError("index.no_such_candidate")
        return load_folder(folder, self._store.next_number())

    def promote(self, candidate_id: str) -> int:
        """Make a candidate the next version, and that one current; returns its number.

        Raises IndexStoreError where it is gone or damaged: then nothing changed.
        """
        with self._store.change():
            manifest = self.load(candidate_id).manifest
            return self._store.adopt(self._folder(candidate_id), manifest)

    def discard(self, candidate_id: str) -> None:
        """Remove a candidate, if it is still there."""
        with self._store.change():
            folder = self._folder(candidate_id)
            if folder.is_dir():
                with writing(self._store.directory):
                    remove(folder)

    def remove_leftovers(self) -> tuple[Leftover, ...]:
        """Remove what an interruption left, unless another process is at work there, and say what it was."""
        if not self._has_leftovers():
            return ()
        try:
            with self.claim(), self._store.hold() as half_done:
                folders = [
                    *(self._folder(one) for one in self._ids()),
                    *(self._store.folder(version) for version in self._store.never_current()),
                ]
                leftovers = tuple(Leftover(folder.name, manifest_of(folder)) for folder in folders)
                with writing(self._store.directory):
                    for folder in folders:
                        remove(folder)
                return (*leftovers, *(Leftover(name, None) for name in half_done))
        except IndexStoreError as error:
            if error.key in {"index.update_under_way", "index.locked"}:
                return ()
            raise

    def _has_leftovers(self) -> bool:
        """A look without the locks, which cost the most where hundreds of stores have nothing left."""
        try:
            names = [path.name for path in self._store.directory.iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            problem = error.strerror or error
            raise IndexStoreError("index.cannot_read", path=self._store.directory, problem=problem) from error
        return any(name.startswith((_PREFIX, STAGING_PREFIX)) for name in names) or bool(self._store.never_current())

    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted(path.name.removeprefix(_PREFIX) for path in self._store.directory.glob(f"{_PREFIX}*")))

    def _folder(self, candidate_id: str) -> Path:
        return self._store.directory / f"{_PREFIX}{candidate_id}"
