"""What keeps the gaps of one corpus, as `bot.state.gaps.GapStore` implements it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.gaps.gap import Asking, Gap, GapStatus, Wish


class GapMemory(Protocol):
    """Keeps gaps, their askings and the wishes to be told of them. All raise StateError."""

    async def add(self, asking: Asking, number: int | None) -> int:
        """Adds an asking to gap `number`, or to a new one; returns its number."""
        ...

    async def remove(self, message_id: int) -> None:
        """Takes back the asking of an answer, and the gap with its last one."""
        ...

    async def number_of(self, message_id: int) -> int | None:
        """The gap that an answer belongs to, None where it belongs to none."""
        ...

    async def wordings(self) -> Mapping[int, Sequence[str]]:
        """The newest wordings of every gap, by its number."""
        ...

    async def gap(self, number: int) -> Gap | None:
        """Gap `number`, None where there is none (any more)."""
        ...

    async def with_status(self, *statuses: GapStatus) -> tuple[Gap, ...]:
        """The gaps of these statuses, the most asked first, of those the newest."""
        ...

    async def set_status(
        self, number: int, status: GapStatus, *, only_from: Collection[GapStatus] = frozenset(GapStatus)
    ) -> bool:
        """Says what has become of a gap; False where it is gone or has none of the statuses `only_from`."""
        ...

    async def open_but_for(self, version: str) -> tuple[Gap, ...]:
        """The open gaps that have not been asked of index version `version` yet, oldest first."""
        ...

    async def put_to(self, number: int, version: str) -> None:
        """Notes that a gap was asked of index version `version`; with an empty one it will be asked again."""
        ...

    async def wish(self, wish: Wish) -> bool:
        """Notes a wish, or takes it back where it was there already; True where it is there now."""
        ...

    async def due_wishes(self) -> tuple[Wish, ...]:
        """The wishes of closed gaps."""
        ...

    async def grant(self, wish: Wish) -> None:
        """Deletes a wish: its member has been told."""
        ...
