"""How moderators' commands are made: named in both languages, in servers only, shown to moderators first."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.discord.translator import localised

ModeratorCommand = app_commands.Command[Any, ..., None] | app_commands.Group
_Callback = Callable[..., Coroutine[Any, Any, None]]
_Command = app_commands.Command[Any, ..., None]

_IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_BY_SERVERS = app_commands.AppInstallationType(guild=True, user=False)


def command_group(area: str, permissions: discord.Permissions) -> app_commands.Group:
    """An empty group of the messages `group_name` and `group_description` of an area."""
    key = f"{area}.group"
    return app_commands.Group(
        name=localised(f"{key}_name"),
        description=localised(f"{key}_description"),
        allowed_contexts=_IN_SERVERS,
        allowed_installs=_BY_SERVERS,
        default_permissions=permissions,
    )


def subcommand(group: app_commands.Group, area: str, name: str, *options: str) -> Callable[[_Callback], _Command]:
    """Makes a coroutine the subcommand of the messages `<name>_name` and `<name>_description` of an area."""
    key = f"{area}.{name}"

    def decorate(callback: _Callback) -> _Command:
        return group.command(name=localised(f"{key}_name"), description=localised(f"{key}_description"))(
            _with_options(callback, key, options)
        )

    return decorate


def command(area: str, name: str, permissions: discord.Permissions, *options: str) -> Callable[[_Callback], _Command]:
    """The same for a command that belongs to no group."""
    key = f"{area}.{name}"

    def decorate(callback: _Callback) -> _Command:
        made: _Command = app_commands.Command(
            name=localised(f"{key}_name"),
            description=localised(f"{key}_description"),
            callback=_with_options(callback, key, options),
            allowed_contexts=_IN_SERVERS,
            allowed_installs=_BY_SERVERS,
        )
        made.default_permissions = permissions
        return made

    return decorate


def _with_options(callback: _Callback, key: str, options: tuple[str, ...]) -> _Callback:
    """Each option has the messages `<name>_<option>_name` and `_description`."""
    if not options:
        return callback
    names = {option: localised(f"{key}_{option}_name") for option in options}
    descriptions = {option: localised(f"{key}_{option}_description") for option in options}
    return app_commands.rename(**names)(app_commands.describe(**descriptions)(callback))
