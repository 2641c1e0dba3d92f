"""A process that is killed just as it changes a file: the moments that matter, and that a clock seldom meets."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

_CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def die_at(number: int, folder: Path) -> None:
    """From now on, SIGKILL comes right before the `number`th change (from 1) of anything in `folder` but its locks."""
    changes, place = 0, str(folder)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal changes
        if event not in _CHANGES and not (event == "open" and (arguments[2] or 0) & _WRITING):
            return
        path = str(arguments[0])
        if not path.startswith(f"{place}/") or path.endswith(".lock"):
            return
        changes += 1
        if changes == number:
            os.write(2, f"Killed before {event} {arguments[0]}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
