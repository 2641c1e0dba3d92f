"""How fetching a model reports its progress."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from config.language import Language
from config.messages import message


class Step(StrEnum):
    """What a pull is doing."""

    WAIT = "wait"
    CHECK = "check"
    FETCH = "fetch"
    CONVERT = "convert"

    def label(self, language: Language) -> str:
        """The step in words."""
        return message(f"models.step_{self}", language)


class PullWatcher(Protocol):
    """Watches a pull. Called from the pulling thread, several times a second."""

    def begin(self, name: str, step: Step, total_bytes: int | None) -> None:
        """Model `name` enters `step`, which handles `total_bytes` (None: unknown)."""
        ...

    def advance(self, name: str, done_bytes: int) -> None:
        """`done_bytes` of the step are done, counted from its beginning; a resumed fetch begins above 0."""
        ...


class Unwatched:
    """A `PullWatcher` that shows nothing."""

    def begin(self, name: str, step: Step, total_bytes: int | None) -> None:
        """Nothing is shown."""

    def advance(self, name: str, done_bytes: int) -> None:
        """Nothing is shown."""


def byte_counter(name: str, progress: PullWatcher) -> Callable[[int], None]:
    """A function that adds up the sizes it is told and passes the sum on as the progress of model `name`."""
    done_bytes = 0

    def count(size_bytes: int) -> None:
        nonlocal done_bytes
        done_bytes += size_bytes
        progress.advance(name, done_bytes)

    return count
