"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are in all; where an event loop waits for the work, in that loop."""


def no_progress(_done: int, _total: int, /) -> None:
    """Tell nobody."""
