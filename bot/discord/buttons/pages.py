"""The private message that shows sources, page by page."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord

from bot.answering.answer import Answer
from bot.discord.buttons.sources import Source, page_count, page_line, sources_on_page
from bot.discord.delivery import LostReplyError
from bot.discord.privately import tell_fault
from bot.discord.rendering import PAGE_CHARACTERS, QUOTED, SMALL
from bot.discord.splitting import split
from config.errors import HaetaeError
from config.language import Language
from config.messages import message

_TEMPLATE = r"haetae:page:(?P<message_id>\d+):(?P<page>\d+)"

Turn = Callable[[discord.Interaction, int, int], Awaitable[None]]
"""Shows, to an interaction, the sources of the answer in a message: its id, then the page."""


class SourcesPage:
    """One page, ready to be sent: embeds where they may be shown, else the same as text."""

    def __init__(self, answer: Answer, message_id: int, page: int, language: Language, *, embeds: bool) -> None:
        page = min(page, page_count(answer))  # an answer written anew may cite less
        sources = sources_on_page(answer, page, language)
        line = f"{SMALL}{page_line(answer, page, language)}"
        self.embeds = [_embed(source) for source in sources] if embeds else []
        self.content = line if embeds else _text(sources, line, message("buttons.embeds_missing", language))
        self.view = _page_buttons(message_id, page, page_count(answer), language)


def page_turner(turn: Turn) -> type[discord.ui.DynamicItem[discord.ui.Button[Any]]]:
    """The buttons that turn pages, for `discord.Client.add_dynamic_items`: their ids carry answer and page."""

    class PageTurner(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_TEMPLATE):
        def __init__(self, button: discord.ui.Button[Any], message_id: int, page: int) -> None:
            super().__init__(button)
            self._message_id = message_id
            self._page = page

        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction,  # noqa: ARG003
            item: discord.ui.Item[Any],
            match: re.Match[str],
        ) -> Self:
            assert isinstance(item, discord.ui.Button)
            return cls(item, int(match["message_id"]), int(match["page"]))

        async def callback(self, interaction: discord.Interaction) -> None:
            try:
                await turn(interaction, self._message_id, self._page)
            except (HaetaeError, LostReplyError) as error:
                await tell_fault(interaction, error)

    return PageTurner


def _page_buttons(message_id: int, page: int, pages: int, language: Language) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    targets = (("previous", page - 1), ("next", page + 1)) if pages > 1 else ()
    for name, target in targets:
        label, custom_id = message(f"buttons.{name}", language), f"haetae:page:{message_id}:{target}"
        view.add_item(discord.ui.Button(label=label, custom_id=custom_id, disabled=not 1 <= target <= pages))
    view.stop()  # shown only; the turner of all pages hears it
    return view


def _embed(source: Source) -> discord.Embed:
    embed = discord.Embed(title=source.title)
    for side in source.sides:
        embed.add_field(name=side.heading, value=side.body, inline=True)
    return embed


def _text(sources: tuple[Source, ...], line: str, remedy: str) -> str:
    """The same one below the other, cut where it is too long for a message."""
    blocks = [
        "\n".join((f"**{source.title} · {side.heading}**", *(QUOTED + row for row in side.body.split("\n"))))
        for source in sources
        for side in source.sides
    ]
    last = f"{line}\n{SMALL}{remedy}"
    text = split("\n\n".join(blocks), PAGE_CHARACTERS - len(last) - 2)[0]
    return f"{text}\n\n{last}"
