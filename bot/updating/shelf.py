"""The interface to the servers' own corpora on disk, as `bot.updating.corpora.Corpora` uses it."""

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from bot.updating.leftovers import removed_leftovers
from bot.updating.updates import Updates
from config.errors import IndexStoreError
from index.borrowing import BorrowingStore
from index.candidates import Candidates, Leftover
from index.pointer import Pointer
from index.versions import IndexStore, version_name

_log = logging.getLogger(__name__)


class ServerShelf(Protocol):
    """The servers' own corpora on disk (`bot.opening.ServerIndexes`)."""

    def corpus_of(self, server_id: int | None) -> int | None:
        """The server whose corpus answers in `server_id`, None for the home corpus."""
        ...

    def store_of(self, corpus: int) -> BorrowingStore:
        """The versions of a server."""
        ...

    def open(self, corpus: int) -> Updates:
        """A server's corpus, opened. Blocks. Raises HaetaeError where it cannot be used."""
        ...

    def remove_leftovers(self) -> Mapping[int, tuple[Leftover, ...]]:
        """Removes the unfinished updates that a crash left, logs whose they were, and returns them. Blocks."""
        ...

    def moved(self) -> Mapping[int, Pointer | None]:
        """The servers whose current version became another one since the last call, None where they have none any more.

        The first call names all that have any. Cheap where nothing moved. Blocks. Raises IndexStoreError.
        """
        ...


def leftovers_of(servers: Iterable[int], store_of: Callable[[int], IndexStore]) -> Mapping[int, tuple[Leftover, ...]]:
    """What `ServerShelf.remove_leftovers` does for `servers`; a store that cannot be read is logged."""
    found = {}
    for server_id in servers:
        store = store_of(server_id)
        try:
            found[server_id] = removed_leftovers(Candidates(store), version_name(store.current() or 0))
        except IndexStoreError as error:
            _log.warning("The versions of server %d cannot be used: %s", server_id, error)
    return {server_id: leftovers for server_id, leftovers in found.items() if leftovers}
