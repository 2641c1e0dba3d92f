"""Private messages that are turned page by page. The buttons' ids carry what is shown, so they outlive a restart."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import discord

from bot.discord.persistent_buttons import PersistentButton, page_buttons, persistent_button
from bot.discord.privately import respond
from bot.discord.rendering import PAGE_CHARACTERS
from bot.discord.splitting import first_page
from config.language import Language

Item = TypeVar("Item")

_TEMPLATE = r"haetae:pages:(?P<kind>[a-z]+):(?P<subject>[^:]*):(?P<page>\d+)"


@dataclass(frozen=True, slots=True)
class PageItems(Generic[Item]):
    """The items on page `number`, from 1, of `pages` in all (at least 1)."""

    items: Sequence[Item]
    number: int
    pages: int


def page_items(items: Sequence[Item], number: int, page_size: int) -> PageItems[Item]:
    """What of `items` stands on page `number`, or on the nearest page that there is."""
    pages = max(1, -(-len(items) // page_size))
    number = min(max(1, number), pages)
    return PageItems(items[(number - 1) * page_size : number * page_size], number, pages)


def fitted(limits: Sequence[int], render: Callable[[int], str]) -> str:
    """What `render` makes of the first of `limits` with which it fits a page, else of the last one."""
    for limit in limits:
        text = render(limit)
        if len(text) <= PAGE_CHARACTERS:
            break
    return text


class Page:
    """One page, ready to be sent: as much of `content` as a message holds, with buttons where there are others."""

    def __init__(
        self, content: str, kind: str, number: int, pages: int, language: Language, *, subject: str = ""
    ) -> None:
        self.content = first_page(content, PAGE_CHARACTERS)
        self.view = page_buttons(number, pages, language, lambda to: f"haetae:pages:{kind}:{subject}:{to}")


Turn = Callable[[discord.Interaction, str, int], Awaitable[Page | None]]
"""The page of a subject with a number, to be shown to an interaction; None where that was refused."""


async def open_page(interaction: discord.Interaction, page: Page) -> None:
    """Shows a first page to whoever acts alone."""
    send = partial(interaction.response.send_message, page.content, view=page.view, ephemeral=True)
    await respond(partial(send, suppress_embeds=True))


def page_turner(turns: Mapping[str, Turn]) -> PersistentButton:
    """The buttons that turn pages of each kind, for `discord.Client.add_dynamic_items`."""

    async def press(interaction: discord.Interaction, match: re.Match[str]) -> None:
        page = await turns[match["kind"]](interaction, match["subject"], int(match["page"]))
        if page is not None:
            await respond(partial(interaction.response.edit_message, content=page.content, view=page.view))

    return persistent_button(_TEMPLATE, press)
