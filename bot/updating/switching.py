"""The library that answers now, exchanged for another while questions are asked."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from bot.answering.library import Library
from bot.answering.service import BlockingAnswerer

_log = logging.getLogger(__name__)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Switch:
    """A switch that has happened: what answered before, and what answers now."""

    before: Library
    after: Library


Listener = Callable[[Switch], Awaitable[None]]
"""Called after a switch; questions are answered from the new library already. Longer work belongs in its own task."""


class Switchable(Protocol):
    """What answers (`bot.answering.service.AnsweringService`)."""

    def use(self, corridor: BlockingAnswerer) -> None:
        """Answer from `corridor` from the next question on; one at work keeps the corridor it began with."""
        ...


class Unheard:
    """A `Switchable` that does nothing: for a library that is looked up anew for each question."""

    def use(self, corridor: BlockingAnswerer) -> None:
        """Does nothing."""


class LiveLibrary:
    """The library that answers now; whoever depends on it looks it up here each time. Belongs to one event loop."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._listeners: list[Listener] = []

    @property
    def now(self) -> Library:
        """The library that answers now."""
        return self._library

    def listen(self, listener: Listener) -> None:
        """Have `listener` called after every switch, one after the other, in the order they came."""
        self._listeners.append(listener)

    async def switch(self, library: Library, corridor: BlockingAnswerer, service: Switchable) -> Switch:
        """Answer from `library` by its `corridor` from now on, and tell the listeners.

        A listener that fails is logged and keeps nobody else from hearing.
        """
        switch = Switch(self._library, library)
        service.use(corridor)
        self._library = library
        for listener in self._listeners:
            try:
                await listener(switch)
            except Exception:  # noqa: BLE001  a listener is somebody else's; the switch has happened
                _log.exception("A listener failed after the switch to %s.", library.version)
        return switch


class Following(Generic[Made]):
    """A value made from the live library, and made again in a thread when another one goes live."""

    def __init__(self, live: LiveLibrary, make: Callable[[Library], Made]) -> None:
        self._make = make
        self._made = make(live.now)
        live.listen(self._follow)

    def __call__(self) -> Made:
        """The latest."""
        return self._made

    async def _follow(self, switch: Switch) -> None:
        self._made = await asyncio.to_thread(self._make, switch.after)
