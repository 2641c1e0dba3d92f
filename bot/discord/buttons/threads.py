"""Opening a thread on an answer, so that a conversation has a place of its own."""

import logging
from functools import partial

import discord

from bot.discord.delivery import FAILURES
from bot.discord.markdown import shortened
from bot.discord.privately import respond, tell
from bot.discord.translator import interface_language
from config.messages import message as sentence

NAME_CHARACTERS = 100
THREAD_EXISTS = 160004

_log = logging.getLogger(__name__)


def may_hold_threads(channel: object) -> bool:
    """Whether threads can be opened on messages of `channel` at all."""
    return isinstance(channel, discord.TextChannel)


async def open_thread(interaction: discord.Interaction, question: str, *, listens: bool) -> None:
    """Opens a thread named after `question` on the message whose button was pressed; says privately where it is.

    It asks for the right to open threads twice: the bot's own, and that of the member, who gets none through it.
    """
    message, language = interaction.message, interface_language(interaction.locale)
    assert message is not None, "buttons are pressed on messages"
    link = f"<#{message.id}>"  # a thread has the id of the message it was opened on
    await respond(partial(interaction.response.defer, ephemeral=True, thinking=True))
    if not interaction.permissions.create_public_threads:
        text = sentence("buttons.thread_not_yours", language)
    elif not interaction.app_permissions.create_public_threads:
        text = sentence("buttons.thread_forbidden", language)
    else:
        try:
            await message.create_thread(name=shortened(question, NAME_CHARACTERS))
        except discord.Forbidden:
            text = sentence("buttons.thread_forbidden", language)
        except FAILURES as failure:
            if isinstance(failure, discord.HTTPException) and failure.code == THREAD_EXISTS:
                text = sentence("buttons.thread_exists", language, thread=link)
            else:
                _log.warning("A thread could not be opened: %r", failure)
                text = sentence("buttons.thread_failed", language)
        else:
            key = "buttons.thread_opened_listening" if listens else "buttons.thread_opened"
            text = sentence(key, language, thread=link)
    await tell(interaction, text)
