"""Words for one person alone: in a response nobody else sees, or in a direct message."""

import logging
from functools import partial

import discord

from bot.discord.delivery import Call, LostReplyError, attempt, persist
from bot.discord.rendering import PAGE_CHARACTERS, render_notice
from bot.discord.reply import ACKNOWLEDGE_WAIT_S, ACKNOWLEDGED_ALREADY
from bot.discord.splitting import split
from bot.discord.translator import interface_language
from config.errors import HaetaeError, StateError
from config.messages import message as sentence

_log = logging.getLogger(__name__)


async def respond(call: Call) -> None:
    """Responds to an interaction by `call`, however often it takes: one that seemed to fail may have arrived.

    Raises LostReplyError.
    """

    async def once() -> None:
        try:
            await call()
        except discord.HTTPException as refusal:
            if refusal.code != ACKNOWLEDGED_ALREADY:
                raise

    await persist(once, first_wait_s=ACKNOWLEDGE_WAIT_S)


async def tell(interaction: discord.Interaction, *texts: str) -> None:
    """Shows `texts` to whoever pressed or typed, and to nobody else. Raises LostReplyError."""
    for text in texts:
        response = interaction.response
        send = interaction.followup.send if response.is_done() else response.send_message
        await respond(partial(send, text, ephemeral=True, suppress_embeds=True))


async def tell_fault(interaction: discord.Interaction, fault: Exception) -> None:
    """Says privately what went wrong: an error's own sentence, or that it is our fault.

    A response that Discord did not take is logged.
    """
    language = interface_language(interaction.locale)
    match fault:
        case StateError():  # its own sentence is for whoever runs the bot
            _log.error("An interaction needed the state: %s", fault)
            text = sentence("members.unavailable", language)
        case HaetaeError():
            text = fault.sentence(language)
        case LostReplyError() | discord.HTTPException() | TimeoutError():
            _log.warning("Discord did not take a response: %s", fault.__cause__ or fault)
            return
        case _:
            _log.error("An interaction failed.", exc_info=fault)
            text = sentence("discord.failed", language)
    try:
        await tell(interaction, split(render_notice(text), PAGE_CHARACTERS)[0])
    except LostReplyError as lost:
        _log.warning("Discord did not take a response: %s", lost.__cause__)


async def write_to(person: discord.User | discord.Member, text: str) -> bool:
    """Sends a direct message, once, and says whether it arrived; people may refuse those."""
    try:
        return await attempt(lambda: person.send(text, suppress_embeds=True))
    except LostReplyError as refusal:
        _log.info("A direct message was refused: %s", refusal.__cause__)
        return False
