"""Buttons that outlive a restart: their ids say all that a press needs."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord

from bot.discord.privately import tell_fault
from config.language import Language
from config.messages import message

PersistentButton = type[discord.ui.DynamicItem[discord.ui.Button[Any]]]
Press = Callable[[discord.Interaction, re.Match[str]], Awaitable[None]]


def persistent_button(template: str, press: Press) -> PersistentButton:
    """What handles the presses of all buttons whose ids match `template`, for `discord.Client.add_dynamic_items`.

    `press` is given the match. Whoever pressed is told what goes wrong, since discord.py would only log it.
    """

    class Heard(discord.ui.DynamicItem[discord.ui.Button[Any]], template=template):
        def __init__(self, button: discord.ui.Button[Any], match: re.Match[str]) -> None:
            super().__init__(button)
            self._match = match

        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction,  # noqa: ARG003
            item: discord.ui.Item[Any],
            match: re.Match[str],
        ) -> Self:
            assert isinstance(item, discord.ui.Button)
            return cls(item, match)

        async def callback(self, interaction: discord.Interaction) -> None:
            try:
                await press(interaction, self._match)
            except Exception as error:  # noqa: BLE001  the last one who can tell the presser
                await tell_fault(interaction, error)

    return Heard


def page_buttons(page: int, pages: int, language: Language, custom_id: Callable[[int], str]) -> discord.ui.View:
    """The buttons to the pages before and after `page`, none where it is the only one.

    They are only shown: their presses are handled by whatever is registered for the ids that `custom_id` makes.
    """
    view = discord.ui.View(timeout=None)
    for name, target in (("previous", page - 1), ("next", page + 1)) if pages > 1 else ():
        label = message(f"buttons.{name}", language)
        view.add_item(discord.ui.Button(label=label, custom_id=custom_id(target), disabled=not 1 <= target <= pages))
    view.stop()
    return view
