"""The work on one message: who is told of its steps, who may stop it, and how long it takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.answering.answer import Event, TextGrew, Timings

Emit = Callable[[Event], None]
Cancelled = Callable[[], bool]


class Watch:
    """Times the work from its making on. The clock is a parameter, so that tests own it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._began = clock()
        self._retrieve_s: float | None = None
        self._first_token_s: float | None = None

    def retrieved(self) -> None:
        """Passages were found; the first time counts."""
        self._retrieve_s = self._retrieve_s or self._clock() - self._began

    def heard(self, pieces: Iterator[str]) -> Iterator[str]:
        """`pieces` as they come; the time of the first that is not blank is kept."""
        for piece in pieces:
            if piece.strip() and self._first_token_s is None:
                self._first_token_s = self._clock() - self._began
            yield piece

    def timings(self) -> Timings:
        """Timings up to now."""
        total = self._clock() - self._began
        return Timings(self._retrieve_s or 0.0, self._first_token_s or total, total)


@dataclass(frozen=True, slots=True)
class Work:
    """`emit` is told of every step; the work ends soon after `cancelled` turns true.

    With `surely`, only what the model is sure that a passage states is answered.
    """

    emit: Emit
    cancelled: Cancelled
    watch: Watch
    surely: bool = False

    def without_text(self) -> "Work":
        """The same work, whose text nobody sees before it is done."""

        def emit(event: Event) -> None:
            if not isinstance(event, TextGrew):
                self.emit(event)

        return replace(self, emit=emit)

    def silent(self) -> "Work":
        """The same work, of which nobody is told."""
        return replace(self, emit=lambda _: None)
