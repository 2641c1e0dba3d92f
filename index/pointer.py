"""Which version is current, and which were before it: one small file, replaced as a whole."""

import json
from dataclasses import dataclass
from pathlib import Path

from config.errors import IndexStoreError
from index.files import replace_file

POINTER_FILE = "current.json"


@dataclass(frozen=True, slots=True)
class Pointer:
    """The current version and those that were current before it, oldest first."""

    current: int
    earlier: tuple[int, ...]

    def moved_to(self, version: int) -> "Pointer":
        """The pointer once `version` is current."""
        if version == self.current:
            return self
        return Pointer(version, (*(other for other in self.earlier if other != version), self.current))

    def gone_back_to(self, version: int) -> "Pointer":
        """The pointer once `version`, one of the earlier ones, is current as it was then."""
        return Pointer(version, self.earlier[: self.earlier.index(version)])


def read_pointer(folder: Path) -> Pointer | None:
    """The pointer in `folder`, None where there is none. Raises IndexStoreError where it cannot be read."""
    path = folder / POINTER_FILE
    try:
        content = json.loads(path.read_bytes())
        return Pointer(int(content["current"]), tuple(int(version) for version in content["earlier"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise IndexStoreError("index.cannot_read", path=folder, problem=error.strerror or error) from error
    except (KeyError, TypeError, ValueError) as error:
        raise IndexStoreError("index.pointer_unreadable", path=path) from error


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Put `pointer` in place of the one in `folder`."""
    content = {"current": pointer.current, "earlier": pointer.earlier}
    replace_file(folder / POINTER_FILE, f"{json.dumps(content)}\n".encode())
