"""Which version is current, and which were before it: one small file, replaced as a whole."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from config.errors import IndexStoreError
from index.files import replace_file
from index.provenance import Provenance

POINTER_FILE = "current.json"


@dataclass(frozen=True, slots=True)
class Move:
    """Who made a version current, when and why."""

    by: Provenance
    at: datetime


@dataclass(frozen=True, slots=True)
class Pointer:
    """The current version and those that were current before it, oldest first.

    `newest` is the highest number that ever was current, None where that is not known: a whole version above it is one
    whose making was interrupted. `move` is how the current one became so, None where nobody said.
    """

    current: int
    earlier: tuple[int, ...]
    newest: int | None = None
    move: Move | None = None

    def moved_to(self, version: int, move: Move | None) -> "Pointer":
        """The pointer once `version` is current."""
        earlier = self.earlier
        if version != self.current:
            earlier = (*(other for other in earlier if other != version), self.current)
        return Pointer(version, earlier, max(version, self.newest or 0), move)

    def gone_back_to(self, version: int, move: Move | None) -> "Pointer":
        """The pointer once `version`, one of the earlier ones, is current as it was then."""
        return Pointer(version, self.earlier[: self.earlier.index(version)], self.newest, move)

    def knowing(self, numbers: Collection[int]) -> "Pointer":
        """The same where `newest` is not known, as in files of earlier builds: then all of `numbers` were current."""
        if self.newest is not None:
            return self
        return Pointer(self.current, self.earlier, max((self.current, *numbers)), self.move)


_POINTER = TypeAdapter(Pointer)


def read_pointer(folder: Path) -> Pointer | None:
    """The pointer in `folder`, None where there is none. Raises IndexStoreError where it cannot be read."""
    path = folder / POINTER_FILE
    try:
        return _POINTER.validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IndexStoreError("index.cannot_read", path=folder, problem=error.strerror or error) from error
    except ValidationError as error:
        raise IndexStoreError("index.pointer_unreadable", path=path) from error


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Put `pointer` in place of the one in `folder`."""
    replace_file(folder / POINTER_FILE, _POINTER.dump_json(pointer) + b"\n")
