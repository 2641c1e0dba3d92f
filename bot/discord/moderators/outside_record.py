"""How the record tells what nobody did by a press: switches on the command line, and what interruptions left."""

from collections.abc import Sequence

import discord

from bot.discord.moderators.auditing import Auditor
from bot.state.audit import AuditEntry, AuditLog
from index.candidates import Leftover
from index.pointer import Move
from index.provenance import Door, Provenance

_FROM_DISCORD = frozenset({"corpus_approved", "corpus_overridden", "corpus_returned", "corpus_reindexed"})
_AT_DOOR = {
    Door.COMMAND_LINE: "activated_on_command_line",
    Door.WATCH: "activated_by_watch",
    Door.DISCORD: "activated_unrecorded",
}
_UNKNOWN = "activated_somehow"
_REMOVED = "own_versions_removed"
SWITCHES = frozenset({*_FROM_DISCORD, *_AT_DOOR.values(), _UNKNOWN, _REMOVED})
"""The actions after which another version answers; the newest of them says which was the last one known."""


class OutsideRecord:
    """Writes down what concerns a server's own corpus there, and what concerns the home corpus without a server."""

    def __init__(self, auditor: Auditor) -> None:
        self._auditor = auditor

    @property
    def log(self) -> AuditLog:
        """What was recorded so far."""
        return self._auditor.log

    async def leftovers(
        self, client: discord.Client, server_id: int | None, version: str, leftovers: Sequence[Leftover]
    ) -> None:
        """What interruptions left and was removed, while `version` goes on answering."""
        itself = client.user.id if client.user else None
        unfinished = [leftover.manifest for leftover in leftovers if leftover.manifest]
        for manifest in unfinished:
            made_by = manifest.provenance
            details = {"author": _author(made_by), "reason": made_by.reason or "–", "version": version}
            await self._auditor.record_for(client, itself, server_id, "leftover_removed", **details)
        if leftovers and not unfinished:
            await self._auditor.record_for(client, itself, server_id, "leftover_files_removed", version=version)

    async def move(
        self, client: discord.Client, server_id: int | None, known: AuditEntry | None, version: str, move: Move | None
    ) -> None:
        """That after what was `known` another version is current, and how it became so, as far as that was noted."""
        details = {"before": known_version(known) or "–", "version": version, **_told(move)}
        await self._auditor.record_for(client, None, server_id, _AT_DOOR[move.by.door] if move else _UNKNOWN, **details)

    async def removal(self, client: discord.Client, server_id: int, known: AuditEntry, version: str) -> None:
        """That a server has no versions of its own any more, so that the one all servers begin with answers there."""
        before = known_version(known) or "–"
        await self._auditor.record_for(client, None, server_id, _REMOVED, before=before, version=version)


def known_version(known: AuditEntry | None) -> str | None:
    """The version that was current after an entry."""
    return known.details.get("version") if known else None


def is_removal(known: AuditEntry) -> bool:
    """Whether after an entry a server had no versions of its own."""
    return known.action == _REMOVED


def _author(made_by: Provenance) -> str:
    """Who made a version: as Discord shows them, else by their name."""
    return f"<@{made_by.author_id}>" if made_by.author_id else made_by.author or "?"


def _told(move: Move | None) -> dict[str, str]:
    if move is None:
        return {}
    return {"author": _author(move.by), "reason": move.by.reason or "–", "at": f"{move.at:%Y-%m-%d %H:%M %Z}"}
