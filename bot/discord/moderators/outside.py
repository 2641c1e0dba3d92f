"""What happened to the article where nobody pressed anything: on the command line, or through an interruption."""

import asyncio
import logging

import discord

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.updating.switching import Switch
from bot.updating.updates import Updates
from config.errors import HaetaeError
from index.pointer import Move
from index.provenance import Door, Provenance

_log = logging.getLogger(__name__)

_FROM_DISCORD = frozenset({"corpus_approved", "corpus_overridden", "corpus_returned", "corpus_reindexed"})
_AT_DOOR = {
    Door.COMMAND_LINE: "activated_on_command_line",
    Door.WATCH: "activated_by_watch",
    Door.DISCORD: "activated_unrecorded",
}
_UNKNOWN = "activated_somehow"
_SWITCHES = frozenset({*_FROM_DISCORD, *_AT_DOOR.values(), _UNKNOWN})


class OutsideNews:
    """Records leftovers and switches that no moderator's press recorded, and has the audit channel told of them.

    The record itself says which version was the last one known, so that nothing is told twice and what happened while
    the bot was away is told at its start.
    """

    def __init__(self, updates: Updates, auditor: Auditor, gate: Gate) -> None:
        self._updates = updates
        self._auditor = auditor
        self._gate = gate
        self._begun = False
        self._in_turn = asyncio.Lock()

    async def begin(self, client: discord.Client) -> None:
        """Records what the start found, and from now on what is followed. Once; where it cannot, the log says so."""
        if self._begun:
            return
        self._begun = True
        await self._record_leftovers(client)

        async def followed(_: Switch) -> None:
            await self._record_switch(client)

        self._updates.listen_outside(followed)
        await self._record_switch(client)

    async def _record_leftovers(self, client: discord.Client) -> None:
        version, itself = self._updates.live.now.version, client.user.id if client.user else None
        unfinished = [leftover.manifest for leftover in self._updates.leftovers if leftover.manifest]
        for manifest in unfinished:
            made_by = manifest.provenance
            details = {"author": _author(made_by), "reason": made_by.reason or "–", "version": version}
            await self._auditor.record_for(client, itself, None, "leftover_removed", **details)
        if self._updates.leftovers and not unfinished:
            await self._auditor.record_for(client, itself, None, "leftover_files_removed", version=version)

    async def _record_switch(self, client: discord.Client) -> None:
        async with self._in_turn:
            try:
                known = await self._auditor.log.newest_of(_SWITCHES, self._gate.home_server(client))
                move = await self._updates.last_move()
            except HaetaeError as error:
                _log.error("What became live outside Discord was not recorded: %s", error)
                return
            before, version = known.details.get("version") if known else None, self._updates.live.now.version
            if version == before or (known is None and move is None):
                return
            details = {"before": before or "–", "version": version, **_told(move)}
            action = _AT_DOOR[move.by.door] if move else _UNKNOWN
            await self._auditor.record_for(client, None, None, action, **details)


def _author(made_by: Provenance) -> str:
    """Who made a version: as Discord shows them, else by their name."""
    return f"<@{made_by.author_id}>" if made_by.author_id else made_by.author or "?"


def _told(move: Move | None) -> dict[str, str]:
    if move is None:
        return {}
    return {"author": _author(move.by), "reason": move.by.reason or "–", "at": f"{move.at:%Y-%m-%d %H:%M %Z}"}
