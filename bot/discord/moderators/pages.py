"""Private messages that are turned page by page. The buttons' ids carry what is shown, so they outlive a restart."""

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Self

import discord

from bot.discord.privately import respond, tell_fault
from config.language import Language
from config.messages import message

_TEMPLATE = r"haetae:pages:(?P<kind>[a-z]+):(?P<subject>[^:]*):(?P<page>\d+)"


class Page:
    """One page, ready to be sent: its content, with buttons where there are others."""

    def __init__(
        self, content: str, kind: str, number: int, pages: int, language: Language, *, subject: str = ""
    ) -> None:
        self.content = content
        self.view = discord.ui.View(timeout=None)
        for name, target in (("previous", number - 1), ("next", number + 1)) if pages > 1 else ():
            custom_id = f"haetae:pages:{kind}:{subject}:{target}"
            label = message(f"buttons.{name}", language)
            self.view.add_item(discord.ui.Button(label=label, custom_id=custom_id, disabled=not 1 <= target <= pages))
        self.view.stop()  # shown only; the turner of all pages hears it


Turn = Callable[[discord.Interaction, str, int], Awaitable[Page | None]]
"""The page of a subject with a number, to be shown to an interaction; None where that was refused."""


async def open_page(interaction: discord.Interaction, page: Page) -> None:
    """Shows a first page to whoever acts alone."""
    send = partial(interaction.response.send_message, page.content, view=page.view, ephemeral=True)
    await respond(partial(send, suppress_embeds=True))


def page_turner(turns: Mapping[str, Turn]) -> type[discord.ui.DynamicItem[discord.ui.Button[Any]]]:
    """The buttons that turn pages of each kind, for `discord.Client.add_dynamic_items`."""

    class PageTurner(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_TEMPLATE):
        def __init__(self, button: discord.ui.Button[Any], kind: str, subject: str, page: int) -> None:
            super().__init__(button)
            self._kind = kind
            self._subject = subject
            self._page = page

        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction,  # noqa: ARG003
            item: discord.ui.Item[Any],
            match: re.Match[str],
        ) -> Self:
            assert isinstance(item, discord.ui.Button)
            return cls(item, match["kind"], match["subject"], int(match["page"]))

        async def callback(self, interaction: discord.Interaction) -> None:
            try:
                page = await turns[self._kind](interaction, self._subject, self._page)
                if page is not None:
                    edit = interaction.response.edit_message
                    await respond(partial(edit, content=page.content, view=page.view))
            except Exception as error:  # noqa: BLE001  the last one who can tell the presser
                await tell_fault(interaction, error)

    return PageTurner
