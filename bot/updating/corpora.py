"""Which corpus answers where: the home corpus, and where the settings say so one a server, unseen by the others."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeVar
from weakref import WeakKeyDictionary

from bot.answering.library import Library
from bot.answering.question import Question
from bot.answering.service import BlockingAnswerer
from bot.background import log_fault
from bot.updating.shelf import ServerShelf
from bot.updating.switching import Following, LiveLibrary, Switch
from bot.updating.updates import Updates
from config.errors import HaetaeError, IndexStoreError
from index.borrowing import BorrowingStore
from index.candidates import Leftover
from index.pointer import Pointer
from index.versions import version_name

_log = logging.getLogger(__name__)

Made = TypeVar("Made")

Heard = Callable[[], Awaitable[None]]
"""Called, and waited for. Longer work belongs in its own task."""


@dataclass(slots=True)
class _Opened:
    updates: Updates
    store: BorrowingStore
    borrowed: bool


class Corpora:
    """Hands out what answers in a server and what changes it. Belongs to one event loop; open with `async with`.

    The home corpus is always open. Servers' own are opened when they are first needed; no more than `kept_open` stay so
    besides those at work. A server with nothing of its own costs nothing: `shared` answers there.
    """

    def __init__(
        self, home: Updates, shared: Updates | None = None, shelf: ServerShelf | None = None, *, kept_open: int = 1
    ) -> None:
        """Without a `shelf` the home corpus answers everywhere."""
        self.home = home
        self._shared = shared or home
        self._shelf = shelf
        self._kept_open = kept_open
        self._open: OrderedDict[int, _Opened] = OrderedDict()
        self._opening: dict[int, asyncio.Task[None]] = {}
        self._seen: set[int] = set()
        self._heard: list[Heard] = []
        self._looked: list[Heard] = []
        self._leftovers: dict[int, tuple[Leftover, ...]] = {}
        self._faults: dict[str, str] = {}
        for updates in {id(one): one for one in (home, self._shared)}.values():
            updates.live.listen(self._switched)

    async def __aenter__(self) -> Self:
        await self.home.__aenter__()
        if self._shared is not self.home:
            await self._shared.__aenter__()
        if self._shelf is not None:
            self._leftovers.update(await asyncio.to_thread(self._shelf.remove_leftovers))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._opening.values():
            task.cancel()
        if self._opening:
            await asyncio.wait(self._opening.values())
        updates = [opened.updates for opened in self._open.values()]
        for one in (*updates, self.home, *([] if self._shared is self.home else [self._shared])):
            await one.__aexit__(kind, error, trace)

    @property
    def each(self) -> bool:
        """Whether every server can have a corpus of its own."""
        return self._shelf is not None

    def listen(self, heard: Heard) -> None:
        """Have `heard` called after every switch, and when a server's own corpus is opened for the first time."""
        self._heard.append(heard)

    def corpus_of(self, server_id: int | None) -> int | None:
        """The server whose corpus answers in `server_id` (None: outside of servers); None for the home corpus."""
        return None if self._shelf is None else self._shelf.corpus_of(server_id)

    # ---- for moderators

    async def of(self, server_id: int | None) -> Updates:
        """What changes the corpus of a server. To be used at once: what is not at work may be closed again.

        Raises HaetaeError where it cannot be opened.
        """
        corpus = self.corpus_of(server_id)
        if corpus is None:
            return self.home
        while corpus not in self._open:
            await self._opened(corpus)
        self._open.move_to_end(corpus)
        return self._open[corpus].updates

    def borrows(self, server_id: int | None) -> bool:
        """Whether a server could have a corpus of its own and has none yet."""
        corpus = self.corpus_of(server_id)
        return corpus is not None and self._store(corpus).borrows

    # ---- for whoever asks

    async def corridor(self, question: Question) -> BlockingAnswerer:
        """What answers a question where it is asked. Raises IndexStoreError where that cannot be opened."""
        return (await self._answering(question.server_id)).corridor

    async def library(self, server_id: int | None) -> Library:
        """What is searched for the questions of a server. Raises IndexStoreError where it cannot be opened."""
        return (await self.live(server_id)).now

    async def live(self, server_id: int | None) -> LiveLibrary:
        """Where that is looked up for as long as it is open. Raises IndexStoreError where it cannot be opened."""
        return (await self._answering(server_id)).live

    def open_library(self, server_id: int | None) -> Library | None:
        """The same where it is open, None where it would have to be opened."""
        updates = self._answering_now(self.corpus_of(server_id))
        return updates.live.now if updates else None

    def version(self, server_id: int | None) -> str:
        """The name of the version that answers in a server, whether it is open or not."""
        corpus = self.corpus_of(server_id)
        updates = self._answering_now(corpus)
        if updates is not None:
            return updates.live.now.version
        return version_name(self._store(corpus).current() or 0) if corpus else self.home.live.now.version

    # ---- following the disk

    async def follow(self) -> Switch | None:
        """Switches all open corpora to the versions that are current on disk; returns the home corpus's switch.

        Raises IndexStoreError where the home corpus's cannot be used; what goes wrong elsewhere is logged.
        """
        for corpus, opened in tuple(self._open.items()):
            await self._logged(f"server {corpus}", self._follow(corpus, opened))
        if self._shared is not self.home:
            await self._logged("servers without their own", self._shared.follow())
        try:
            return await self.home.follow()
        finally:
            await _told(self._looked)

    def listen_outside(self, looked: Heard) -> None:
        """Have `looked` called after every look at the disk, for `moved` and `take_leftovers`."""
        self._looked.append(looked)

    async def moved(self) -> Mapping[int, Pointer | None]:
        """Whose current version became another one since the last call, open or not: `ServerShelf.moved`."""
        return {} if self._shelf is None else await asyncio.to_thread(self._shelf.moved)

    def take_leftovers(self) -> Mapping[int, tuple[Leftover, ...]]:
        """What interruptions left in servers' own corpora and was removed since the last call, by server."""
        taken, self._leftovers = self._leftovers, {}
        return taken

    async def _logged(self, whose: str, following: Coroutine[Any, Any, object]) -> None:
        """A fault is logged once, until it is another or mended."""
        try:
            await following
            self._faults.pop(whose, None)
        except Exception as error:  # noqa: BLE001  logged; the others are not to wait for it
            if self._faults.get(whose) != repr(error):
                self._faults[whose] = repr(error)
                log_fault(f"The current version of {whose} cannot be used", error)

    async def _follow(self, corpus: int, opened: _Opened) -> None:
        borrows = opened.store.borrows
        if borrows and not opened.borrowed and opened.updates.idle:
            del self._open[corpus]  # removed on the command line
            await _told(self._heard)
            return
        opened.borrowed = opened.borrowed and borrows
        if switch := await opened.updates.follow():
            _log.info("%s is live now in server %d, after %s.", switch.after.version, corpus, switch.before.version)

    # ---- parts

    async def _answering(self, server_id: int | None) -> Updates:
        try:
            return self._answering_now(self.corpus_of(server_id)) or await self.of(server_id)
        except HaetaeError as error:  # its own sentence is for whoever runs the bot
            _log.error("The corpus of server %s cannot be opened: %s", server_id, error)
            raise IndexStoreError("servers.unavailable") from error

    def _answering_now(self, corpus: int | None) -> Updates | None:
        """What answers for a corpus, None where it is not open."""
        if corpus is None:
            return self.home
        if corpus in self._open:
            self._open.move_to_end(corpus)
            return self._open[corpus].updates
        return self._shared if self._store(corpus).borrows else None

    def _store(self, corpus: int) -> BorrowingStore:
        assert self._shelf is not None, "only the shelf knows of other corpora"
        return self._shelf.store_of(corpus)

    async def _opened(self, corpus: int) -> None:
        """Ends once a server's corpus is open, however many want it. The work goes on where one of them leaves."""
        if corpus not in self._opening:
            task = self._opening[corpus] = asyncio.create_task(self._take(corpus))
            task.add_done_callback(lambda done: self._over(corpus, done))
        await asyncio.shield(self._opening[corpus])

    def _over(self, corpus: int, done: asyncio.Task[None]) -> None:
        del self._opening[corpus]
        if not done.cancelled():
            done.exception()  # looked at, so that nobody is warned of it

    async def _take(self, corpus: int) -> None:
        assert self._shelf is not None, "only the shelf knows of other corpora"
        updates = await asyncio.to_thread(self._shelf.open, corpus)
        await updates.__aenter__()
        if updates.leftovers:
            self._leftovers[corpus] = self._leftovers.get(corpus, ()) + updates.leftovers
        updates.live.listen(self._switched)
        store = self._store(corpus)
        self._open[corpus] = _Opened(updates, store, store.borrows)
        idle = [one for one, opened in self._open.items() if opened.updates.idle and one != corpus]
        for one in idle[: max(0, len(self._open) - self._kept_open)]:
            del self._open[one]
        if corpus not in self._seen:
            self._seen.add(corpus)
            await _told(self._heard)

    async def _switched(self, _: Switch) -> None:
        await _told(self._heard)


async def _told(listeners: Iterable[Heard]) -> None:
    """Calls each listener. One that fails is logged and keeps nobody else from hearing."""
    for heard in listeners:
        try:
            await heard()
        except Exception as error:  # noqa: BLE001  a listener is somebody else's
            log_fault("A listener failed", error)


class Derived(Generic[Made]):
    """What is made of the library of a server: once, and anew where another answers. That of home is always ready.

    It is kept for as long as the corpus is open.
    """

    def __init__(self, corpora: Corpora, make: Callable[[Library], Made]) -> None:
        self._corpora = corpora
        self._make = make
        self._home = Following(corpora.home.live, make)
        self._others: WeakKeyDictionary[LiveLibrary, tuple[str, Made]] = WeakKeyDictionary()

    async def __call__(self, server_id: int | None) -> Made:
        """What is made of the library that answers in a server. Raises IndexStoreError where that cannot be opened."""
        if self._corpora.corpus_of(server_id) is None:
            return self._home()
        live = await self._corpora.live(server_id)
        if live is self._corpora.home.live:
            return self._home()
        library, kept = live.now, self._others.get(live)
        if kept is None or kept[0] != library.version:
            kept = self._others[live] = library.version, await asyncio.to_thread(self._make, library)
        return kept[1]
