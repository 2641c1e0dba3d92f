"""How long work says how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Gets how many are done and how many there are."""


def no_progress(_done: int, _total: int, /) -> None:
    """Say nothing."""
