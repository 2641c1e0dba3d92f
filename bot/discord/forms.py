"""Forms and views that tell whoever used them what went wrong, where discord.py would only log it."""

from typing import Any

import discord

from bot.discord.privately import tell_fault

# As long as Discord lets a form be answered.
OPEN_S = 900.0


class Form(discord.ui.Modal):
    """A form that can be answered for as long as Discord allows."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=OPEN_S)

    async def on_error(self, interaction: discord.Interaction, error: Exception, /) -> None:  # type: ignore[override]
        """Says privately what went wrong."""
        await tell_fault(interaction, error)


class PersistentView(discord.ui.View):
    """Buttons or menus without a time limit: registered with the client, they work after a restart, too."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    async def on_error(
        self,
        interaction: discord.Interaction,
        error: Exception,
        item: discord.ui.Item[Any],  # noqa: ARG002
        /,
    ) -> None:
        """Says privately what went wrong."""
        await tell_fault(interaction, error)
