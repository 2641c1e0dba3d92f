"""What happened to servers' own corpora where nobody pressed anything. Each server is told of its own alone."""

import asyncio
import logging
from collections.abc import Mapping

import discord

from bot.discord.moderators.outside_record import SWITCHES, OutsideRecord, is_removal, known_version
from bot.state.audit import AuditEntry
from bot.updating.corpora import Corpora
from config.errors import HaetaeError, IndexStoreError
from index.candidates import Leftover
from index.pointer import Pointer
from index.provenance import Door
from index.versions import version_name

_log = logging.getLogger(__name__)


class ServersNews:
    """Records it whether a server's corpus is open or not; a look where nothing moved asks the database nothing.

    A press moves a version a moment before it is recorded. So what a press may have done is left alone while the bot
    runs; the start, before anybody presses, records what an interruption kept from being recorded.
    """

    def __init__(self, corpora: Corpora, record: OutsideRecord) -> None:
        self._corpora = corpora
        self._record = record
        self._in_turn = asyncio.Lock()
        self._starting = True
        # What waits to be recorded; where that fails it is tried again at the next look.
        self._leftovers: dict[int, tuple[Leftover, ...]] = {}
        self._moved: dict[int, Pointer | None] = {}
        self._fault = ""

    async def begin(self, client: discord.Client) -> None:
        """Records what happened while the bot was away, and from now on what is found at each look at the disk."""

        async def looked() -> None:
            await self._look(client)

        self._corpora.listen_outside(looked)
        await self._look(client)

    async def _look(self, client: discord.Client) -> None:
        async with self._in_turn:
            try:
                await self._record_leftovers(client)
                await self._record_moves(client)
                self._fault = ""
            except HaetaeError as error:
                if self._fault != str(error):
                    self._fault = str(error)
                    _log.error("What became live in servers outside Discord is not recorded yet: %s", error)

    async def _record_leftovers(self, client: discord.Client) -> None:
        self._leftovers.update(self._corpora.take_leftovers())
        for server_id, leftovers in tuple(self._leftovers.items()):
            await self._record.leftovers(client, server_id, self._answering(server_id) or "–", leftovers)
            del self._leftovers[server_id]

    async def _record_moves(self, client: discord.Client) -> None:
        self._moved.update(await self._corpora.moved())
        known = await self._known()
        for server_id, pointer in tuple(self._moved.items()):
            await self._record_moved(client, server_id, pointer, known.get(server_id))
            del self._moved[server_id]
        self._starting = False

    async def _known(self) -> Mapping[int, AuditEntry]:
        """The last switches known, of all servers that may have moved; what a press may have done is dropped."""
        log = self._record.log
        if self._starting:
            known = await log.newest_by_server(SWITCHES)
            for server_id in known:
                if self._corpora.corpus_of(server_id) == server_id:
                    self._moved.setdefault(server_id, None)
            return known
        self._moved = {one: pointer for one, pointer in self._moved.items() if not _maybe_pressed(pointer)}
        newest = {one: await log.newest_of(SWITCHES, one) for one in self._moved}
        return {one: entry for one, entry in newest.items() if entry is not None}

    async def _record_moved(
        self, client: discord.Client, server_id: int, pointer: Pointer | None, known: AuditEntry | None
    ) -> None:
        if pointer is None:
            await self._record_removed(client, server_id, known)
            return
        version = version_name(pointer.current)
        if version != known_version(known) and not _is_copy(pointer) and (known or pointer.move):
            await self._record.move(client, server_id, known, version, pointer.move)

    async def _record_removed(self, client: discord.Client, server_id: int, known: AuditEntry | None) -> None:
        if known is None or is_removal(known):
            return
        version = self._answering(server_id)
        # At the start, a server that has nothing may have had nothing when the settings were others.
        same = self._starting and version == known_version(known)
        if version is not None and not same:
            await self._record.removal(client, server_id, known, version)

    def _answering(self, server_id: int) -> str | None:
        """The version that answers in a server, None where that cannot be read."""
        try:
            return self._corpora.version(server_id)
        except IndexStoreError:
            return None


def _maybe_pressed(pointer: Pointer | None) -> bool:
    return pointer is not None and (pointer.move is None or pointer.move.by.door is Door.DISCORD)


def _is_copy(pointer: Pointer) -> bool:
    """Whether a server has no more than its copy of what it began with: nothing became live by that."""
    return pointer.move is None and not pointer.earlier
