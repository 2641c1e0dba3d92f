"""What a moderator hands in, fetched from Discord."""

import logging

import discord

from bot.discord.delivery import FAILURES
from bot.updating.uploads import Upload
from config.errors import ModerationError
from index.provenance import Door, Provenance

_log = logging.getLogger(__name__)


async def fetched(attachment: discord.Attachment) -> Upload:
    """An attachment with its bytes. Raises ModerationError where Discord does not hand them out."""
    try:
        return Upload(attachment.filename, await attachment.read())
    except FAILURES as failure:
        _log.warning("An attachment could not be fetched: %s", failure)
        raise ModerationError("corpus_commands.not_fetched", name=attachment.filename) from failure


def provenance_of(interaction: discord.Interaction, reason: str) -> Provenance:
    """Whoever acts, as the author of a version."""
    return Provenance(interaction.user.display_name, interaction.user.id, reason, Door.DISCORD)
