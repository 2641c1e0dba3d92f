"""Commands and buttons that answer one member alone."""

import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ui import View
from discord.utils import MISSING

from bot.discord.delivery import Call, LostReplyError
from bot.discord.privately import respond
from bot.discord.translator import localised

MemberCommand = app_commands.Command[Any, ..., None]
_Callback = Callable[..., Coroutine[Any, Any, None]]

_log = logging.getLogger(__name__)


def member_command(name: str) -> Callable[[_Callback], MemberCommand]:
    """Makes a coroutine the command of messages `members.<name>_name` and `_description`, open to everyone."""

    def decorate(callback: _Callback) -> MemberCommand:
        callback = app_commands.allowed_installs(guilds=True, users=False)(callback)
        callback = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)(callback)
        return app_commands.command(
            name=localised(f"members.{name}_name"), description=localised(f"members.{name}_description")
        )(callback)

    return decorate


async def tell(interaction: discord.Interaction, text: str, view: View | None = None) -> None:
    """Answers a command or a button with `text` that nobody else sees."""
    send = partial(interaction.response.send_message, text, ephemeral=True, suppress_embeds=True)
    await _deliver(partial(send, view=view or MISSING))


async def retell(interaction: discord.Interaction, text: str) -> None:
    """Puts `text` in the place of the message whose button was pressed; its buttons go."""
    await _deliver(partial(interaction.response.edit_message, content=text, view=None))


async def _deliver(call: Call) -> None:
    try:
        await respond(call)
    except LostReplyError as lost:
        _log.warning("A private word could not be delivered: %s", lost.__cause__ or lost)
