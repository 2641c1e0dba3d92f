"""How commands for members are made: named in both languages, open to everyone, in servers and direct messages."""

from collections.abc import Callable, Coroutine
from typing import Any

from discord import app_commands

from bot.discord.translator import localised

MemberCommand = app_commands.Command[Any, ..., None]
_Callback = Callable[..., Coroutine[Any, Any, None]]


def member_command(name: str) -> Callable[[_Callback], MemberCommand]:
    """Makes a coroutine the command of messages `members.<name>_name` and `_description`, open to everyone."""

    def decorate(callback: _Callback) -> MemberCommand:
        callback = app_commands.allowed_installs(guilds=True, users=False)(callback)
        callback = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)(callback)
        return app_commands.command(
            name=localised(f"members.{name}_name"), description=localised(f"members.{name}_description")
        )(callback)

    return decorate
