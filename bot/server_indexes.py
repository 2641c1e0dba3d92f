"""Which servers have index versions of their own, and which of these are current."""

import logging
from collections.abc import Mapping
from pathlib import Path

from config.errors import IndexStoreError
from config.settings import Settings
from index.pointer import POINTER_FILE, Pointer, read_pointer

_log = logging.getLogger(__name__)

_Mark = tuple[int, int]
_UNREADABLE: _Mark = (0, 0)


def server_folders(settings: Settings) -> tuple[int, ...]:
    """The servers that have a folder, whether a version lies there or not. Raises IndexStoreError."""
    folder = settings.paths.servers_dir
    try:
        return tuple(sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise IndexStoreError("index.cannot_read", path=folder, problem=error.strerror or error) from error


def server_ids(settings: Settings) -> tuple[int, ...]:
    """The servers that have versions of their own. Raises IndexStoreError."""
    return tuple(_marks(settings))


class PointerWatch:
    """Notices which servers' current versions become others. A look costs one question to the disk a server."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._marks: Mapping[int, _Mark] = {}

    def moved(self) -> Mapping[int, Pointer | None]:
        """The pointers that changed since the last call, None where there is none any more; at first all there are.

        One that cannot be read is logged, once. Raises IndexStoreError where the servers cannot be listed.
        """
        marks = {one: mark for one, mark in _marks(self._settings).items() if self._settings.corpus_of(one) == one}
        changed = sorted(one for one in {*marks, *self._marks} if marks.get(one) != self._marks.get(one))
        self._marks = marks
        pointers: dict[int, Pointer | None] = {}
        for server_id in changed:
            try:
                pointers[server_id] = read_pointer(self._settings.paths.server_indexes_dir(server_id))
            except IndexStoreError as error:
                _log.warning("Which version is current in server %d is not known: %s", server_id, error)
        return pointers


def _marks(settings: Settings) -> dict[int, _Mark]:
    """What tells each server's pointer from an earlier one: the file is replaced as a whole."""
    found = {one: _mark(settings.paths.server_indexes_dir(one) / POINTER_FILE) for one in server_folders(settings)}
    return {one: mark for one, mark in found.items() if mark is not None}


def _mark(pointer: Path) -> _Mark | None:
    try:
        status = pointer.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return _UNREADABLE
    return status.st_ino, status.st_mtime_ns
