"""Messages for one person alone: ephemeral responses to interactions, and direct messages."""

import logging
from functools import partial

import discord
from discord.ui import View
from discord.utils import MISSING

from bot.discord.delivery import Call, LostReplyError, attempt, persist
from bot.discord.faults import told
from bot.discord.rendering import PAGE_CHARACTERS, render_notice
from bot.discord.reply import ACKNOWLEDGE_WAIT_S, ACKNOWLEDGED_ALREADY
from bot.discord.splitting import first_page
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


async def tell(interaction: discord.Interaction, *texts: str, view: View | None = None) -> None:
    """Shows `texts`, of each as much as a message holds, with `view`, to whoever pressed or typed and nobody else.

    A response that Discord does not take is logged: what was done stays done.
    """
    for text in texts:
        response = interaction.response
        send = interaction.followup.send if response.is_done() else response.send_message
        content = first_page(text, PAGE_CHARACTERS)
        await _deliver(partial(send, content, view=view or MISSING, ephemeral=True, suppress_embeds=True))


async def replace_message(interaction: discord.Interaction, text: str) -> None:
    """Puts `text` in the place of the message whose button was pressed, without buttons. Failures as in `tell`."""
    await _deliver(partial(interaction.response.edit_message, content=text, view=None))


async def tell_fault(interaction: discord.Interaction, fault: Exception) -> None:
    """Says privately what went wrong, as `told` words an error, or that it is the bot's fault.

    Nothing is said where a response was lost: another one would be, too.
    """
    language = interface_language(interaction.locale)
    match fault:
        case StateError():  # its own sentence is for whoever runs the bot
            _log.error("An interaction needed the state: %s", fault)
            text = sentence("members.unavailable", language)
        case HaetaeError():
            text = told(fault, language)
        case LostReplyError():
            _log.warning("Discord did not take a response: %s", fault.__cause__ or fault)
            return
        case _:
            _log.error("An interaction failed.", exc_info=fault)
            text = sentence("discord.fault", language)
    await tell(interaction, render_notice(text))


async def write_to(person: discord.User | discord.Member, text: str) -> bool:
    """Sends a direct message, once, and says whether it arrived; people may refuse those."""
    try:
        return await attempt(lambda: person.send(text, suppress_embeds=True))
    except LostReplyError as refusal:
        _log.info("A direct message was refused: %s", refusal.__cause__)
        return False


async def _deliver(call: Call) -> None:
    try:
        await respond(call)
    except LostReplyError as lost:
        _log.warning("Discord did not take a response: %s", lost.__cause__ or lost)
