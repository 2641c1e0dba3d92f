"""The private message that shows sources, page by page."""

import re
from collections.abc import Awaitable, Callable

import discord

from bot.answering.answer import Answer
from bot.discord.buttons.sources import Source, page_count, page_line, sources_on_page
from bot.discord.persistent_buttons import PersistentButton, page_buttons, persistent_button
from bot.discord.rendering import PAGE_CHARACTERS, QUOTED, SMALL
from bot.discord.splitting import first_page
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
        self.view = page_buttons(page, page_count(answer), language, lambda to: f"haetae:page:{message_id}:{to}")


def page_turner(turn: Turn) -> PersistentButton:
    """The buttons that turn pages, for `discord.Client.add_dynamic_items`: their ids carry answer and page."""

    async def press(interaction: discord.Interaction, match: re.Match[str]) -> None:
        await turn(interaction, int(match["message_id"]), int(match["page"]))

    return persistent_button(_TEMPLATE, press)


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
    text = first_page("\n\n".join(blocks), PAGE_CHARACTERS - len(last) - 2)
    return f"{text}\n\n{last}"
