"""Recording what moderators did, and posting it in the audit channel."""

import asyncio
import logging
import re
from functools import partial

import discord
from discord.utils import format_dt

from bot.discord.delivery import LostReplyError, persist
from bot.discord.markdown import literal, shortened
from bot.discord.moderators.gate import Gate, ServerRulesReader
from bot.discord.rendering import SMALL
from bot.discord.translator import interface_language
from bot.state.audit import AuditEntry, AuditLog
from config.errors import StateError
from config.language import Language
from config.messages import message
from config.settings import ModerationSettings

DETAIL_CHARACTERS = 300
# Channels, roles and members, which Discord shows by their names; the client pings nobody.
_MENTIONS = re.compile(r"<(?:#|@&?)\d+>(?:, <(?:#|@&?)\d+>)*")

_log = logging.getLogger(__name__)


class Auditor:
    """Records actions. They are posted in the audit channel in the background."""

    def __init__(self, log: AuditLog, rules: ServerRulesReader, gate: Gate, settings: ModerationSettings) -> None:
        self.log = log
        self._rules = rules
        self._gate = gate
        self._settings = settings
        self._told: set[asyncio.Task[None]] = set()
        self._in_turn = asyncio.Lock()

    async def record(self, interaction: discord.Interaction, action: str, **details: object) -> None:
        """Records that whoever acts has done `action`, a message of area `audit` with `details` as its fields.

        The action has happened already: where it cannot be recorded, that is logged and nobody is stopped.
        """
        await self.record_for(interaction.client, interaction.user.id, interaction.guild_id, action, **details)

    async def record_for(
        self, client: discord.Client, actor_id: int | None, guild_id: int | None, action: str, **details: object
    ) -> None:
        """The same for an action without an interaction; without a server it is posted in the home server."""
        try:
            entry = await self.log.record(actor_id, guild_id, action, details)
        except StateError as error:
            _log.error("A deed of %s was not recorded (%s): %s", actor_id, action, error)
            return
        task = asyncio.create_task(self._announce(client, entry))
        self._told.add(task)
        task.add_done_callback(self._told.discard)

    async def _announce(self, client: discord.Client, entry: AuditEntry) -> None:
        async with self._in_turn:
            channel = await self._channel(client, entry)
            if channel is None:
                return
            text = audit_line(entry, interface_language(channel.guild.preferred_locale))
            try:
                await persist(partial(channel.send, text, suppress_embeds=True))
            except LostReplyError as lost:
                _log.warning("The audit channel could not be told: %s", lost.__cause__)

    async def _channel(self, client: discord.Client, entry: AuditEntry) -> discord.TextChannel | discord.Thread | None:
        """The channel of the entry's own server, and never one of another."""
        guild = client.get_guild(entry.guild_id or self._gate.home_server(client) or 0)
        if guild is None:
            return None
        try:
            chosen = (await self._rules.of(guild.id)).audit_channel
        except StateError as error:
            _log.warning("The audit channel could not be looked up: %s", error)
            return None
        if chosen is None and self._gate.is_home(client, guild.id):
            chosen = self._settings.audit_channel
        channel = guild.get_channel_or_thread(chosen) if chosen else None
        if isinstance(channel, discord.TextChannel | discord.Thread):
            return channel
        if chosen:
            _log.warning("The audit channel %d is none that the bot can write in.", chosen)
        return None


def audit_line(entry: AuditEntry, language: Language, detail_characters: int = DETAIL_CHARACTERS) -> str:
    """Who did what when, in small print; no detail is longer than `detail_characters`."""
    actor = f"<@{entry.actor_id}>" if entry.actor_id else message("audit.outside", language)
    details = {name: _shown(value, detail_characters) for name, value in entry.details.items()}
    return f"{SMALL}{format_dt(entry.at, 'f')} · {actor} · {message(f'audit.{entry.action}', language, **details)}"


def _shown(detail: str, limit: int) -> str:
    if not _MENTIONS.fullmatch(detail):
        return literal(shortened(detail, limit))
    return detail if len(detail) <= limit else f"{detail[:limit].rpartition(', ')[0]}, …"
