"""What happened to the articles where nobody pressed anything: on the command line, or through an interruption."""

import asyncio
import logging

import discord

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.outside_record import SWITCHES, OutsideRecord, known_version
from bot.discord.moderators.outside_servers import ServersNews
from bot.updating.corpora import Corpora
from bot.updating.switching import Switch
from config.errors import HaetaeError

_log = logging.getLogger(__name__)


class OutsideNews:
    """Records leftovers and switches that no moderator's press recorded, and has the audit channel told of them.

    The record itself says which version was the last one known, so that nothing is told twice and what happened while
    the bot was away is told at its start.
    """

    def __init__(self, corpora: Corpora, auditor: Auditor, gate: Gate) -> None:
        self._corpora = corpora
        self._home = corpora.home
        self._record = OutsideRecord(auditor)
        self._servers = ServersNews(corpora, self._record)
        self._gate = gate
        self._begun = False
        self._in_turn = asyncio.Lock()

    async def begin(self, client: discord.Client) -> None:
        """Records what the start found, and from now on what is followed. Once; where it cannot, the log says so."""
        if self._begun:
            return
        self._begun = True
        await self._record.leftovers(client, None, self._home.live.now.version, self._home.leftovers)

        async def followed(_: Switch) -> None:
            await self._record_switch(client)

        self._home.listen_outside(followed)
        await self._record_switch(client)
        await self._servers.begin(client)

    async def _record_switch(self, client: discord.Client) -> None:
        async with self._in_turn:
            try:
                known = await self._record.log.newest_of(SWITCHES, self._owner(client), and_outside=True)
                move = await self._home.last_move()
            except HaetaeError as error:
                _log.error("What became live outside Discord was not recorded: %s", error)
                return
            version = self._home.live.now.version
            if version == known_version(known) or (known is None and move is None):
                return
            await self._record.move(client, None, known, version, move)

    def _owner(self, client: discord.Client) -> int | None:
        """The server whose moderators change the home corpus: not one that is home for want of others only."""
        home = self._gate.home_server(client)
        return home if self._corpora.corpus_of(home) is None else None
