"""The commands `/pin-answer` and `/pins …`, and the buttons under the preview of a draft."""

import re
from typing import Any, Self

import discord
from discord import app_commands

from bot.discord.moderators.gaps import GapRoom
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.naming import ModeratorCommand, command, command_group, subcommand
from bot.discord.moderators.pages import open_page
from bot.discord.moderators.pins import PinRoom
from bot.discord.privately import tell_fault

QUESTION_CHARACTERS = 300
_TEMPLATE = r"haetae:pin:(?P<deed>keep|rewrite|discard):(?P<draft>[0-9a-f]+)"


def pin_commands(gate: Gate, room: PinRoom, gaps: GapRoom) -> tuple[ModeratorCommand, ...]:
    """`/pin-answer` and the group `/pins`."""

    @command("pins", "pin", gate.default_permissions, "question")
    async def pin_answer(
        interaction: discord.Interaction, question: app_commands.Range[str, 1, QUESTION_CHARACTERS]
    ) -> None:
        await room.write(interaction, question)

    @pin_answer.autocomplete("question")
    async def open_questions(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await gaps.open_questions(interaction, typed)

    group = command_group("pins", gate.default_permissions)

    @subcommand(group, "pins", "list")
    async def list_(interaction: discord.Interaction) -> None:
        page = await room.turn(interaction, "", 1)
        if page is not None:
            await open_page(interaction, page)

    @subcommand(group, "pins", "edit", "pin")
    async def edit(interaction: discord.Interaction, pin: str) -> None:
        await room.edit(interaction, pin)

    @subcommand(group, "pins", "remove", "pin")
    async def remove(interaction: discord.Interaction, pin: str) -> None:
        await room.remove(interaction, pin)

    for picking in (edit, remove):
        picking.autocomplete("pin")(room.choices)
    return pin_answer, group


def draft_presses(room: PinRoom) -> type[discord.ui.DynamicItem[discord.ui.Button[Any]]]:
    """What hears the buttons under previews, for `discord.Client.add_dynamic_items`."""
    deeds = {"keep": room.keep, "rewrite": room.rewrite, "discard": room.discard}

    class DraftPress(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_TEMPLATE):
        def __init__(self, button: discord.ui.Button[Any], deed: str, draft_id: str) -> None:
            super().__init__(button)
            self._deed = deed
            self._draft_id = draft_id

        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction,  # noqa: ARG003
            item: discord.ui.Item[Any],
            match: re.Match[str],
        ) -> Self:
            assert isinstance(item, discord.ui.Button)
            return cls(item, match["deed"], match["draft"])

        async def callback(self, interaction: discord.Interaction) -> None:
            try:
                await deeds[self._deed](interaction, self._draft_id)
            except Exception as error:  # noqa: BLE001  the last one who can tell the presser
                await tell_fault(interaction, error)

    return DraftPress
