"""A server's index versions: another store's until the server's first change, then its own (copy on write)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.errors import IndexStoreError
from index.files import remove, write_folder, writing
from index.manifest import MANIFEST_FILE
from index.pointer import Move, Pointer, read_pointer, write_pointer
from index.versions import IndexStore


class BorrowingStore(IndexStore):
    """Shows the current version of another store, and no other, until its first change; then it keeps a copy.

    The copy has the same number, so that whoever began with the borrowed version finds it again, and its vectors are
    reused by what is built next.
    """

    def __init__(self, directory: Path, lender: IndexStore) -> None:
        super().__init__(directory)
        self._lender = lender

    @property
    def borrows(self) -> bool:
        """Whether there is nothing of its own yet."""
        return read_pointer(self.directory) is None

    def folder(self, version: int) -> Path:
        """Where `version` lies; only the one that is borrowed lies with the lender."""
        borrowed = self.borrows and version == self._lender.current()
        return self._lender.folder(version) if borrowed else super().folder(version)

    def numbers(self) -> tuple[int, ...]:
        """The numbers of all versions, oldest first."""
        if not self.borrows:
            return super().numbers()
        lent = self._lender.current()
        return () if lent is None else (lent,)

    def rollback(self, move: Move | None = None) -> int:
        """Make current what was current before. Raises IndexStoreError where nothing was, as while it borrows."""
        if self.borrows:
            raise IndexStoreError("index.no_earlier_version")
        return super().rollback(move)

    @contextmanager
    def change(self) -> Iterator[tuple[str, ...]]:
        """Hold the lock while changing the folder; what was borrowed is the store's own from now on."""
        with super().change() as removed:
            if self.borrows:
                self._keep_copy()
            yield removed

    def _keep_copy(self) -> None:
        version = self._lender.current()
        if version is None:
            return
        self._lender.load(version)
        lent, own = self._lender.folder(version), super().folder(version)
        try:
            files = {path.name: path.read_bytes() for path in lent.iterdir()}
        except OSError as error:
            raise IndexStoreError("index.cannot_read", path=lent, problem=error.strerror or error) from error
        with writing(self.directory):
            if own.exists():  # a crash before the pointer was written
                remove(own)
            write_folder(own, files, last=MANIFEST_FILE)
            write_pointer(self.directory, Pointer(version, ()))

    def _pointer(self) -> Pointer | None:
        own = read_pointer(self.directory)
        if own is not None:
            return own
        lent = self._lender.current()
        return None if lent is None else Pointer(lent, ())
