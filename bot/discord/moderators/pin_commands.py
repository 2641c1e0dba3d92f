"""The commands `/pin-answer` and `/pins …`, and the buttons under the preview of a draft."""

import re

import discord
from discord import app_commands

from bot.discord.moderators.gaps import GapHandlers
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.moderator_command import ModeratorCommand, command, command_group, subcommand
from bot.discord.moderators.pages import open_page
from bot.discord.moderators.pins import PinHandlers
from bot.discord.persistent_buttons import PersistentButton, persistent_button

QUESTION_CHARACTERS = 300
_TEMPLATE = r"haetae:pin:(?P<action>keep|rewrite|discard):(?P<draft>[0-9a-f]+)"


def pin_commands(gate: Gate, handlers: PinHandlers, gaps: GapHandlers) -> tuple[ModeratorCommand, ...]:
    """`/pin-answer` and the group `/pins`."""

    @command("pins", "pin", gate.default_permissions, "question")
    async def pin_answer(
        interaction: discord.Interaction, question: app_commands.Range[str, 1, QUESTION_CHARACTERS]
    ) -> None:
        await handlers.write(interaction, question)

    @pin_answer.autocomplete("question")
    async def open_questions(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await gaps.open_questions(interaction, typed)

    group = command_group("pins", gate.default_permissions)

    @subcommand(group, "pins", "list")
    async def list_(interaction: discord.Interaction) -> None:
        page = await handlers.turn(interaction, "", 1)
        if page is not None:
            await open_page(interaction, page)

    @subcommand(group, "pins", "edit", "pin")
    async def edit(interaction: discord.Interaction, pin: str) -> None:
        await handlers.edit(interaction, pin)

    @subcommand(group, "pins", "remove", "pin")
    async def remove(interaction: discord.Interaction, pin: str) -> None:
        await handlers.remove(interaction, pin)

    for picking in (edit, remove):
        picking.autocomplete("pin")(handlers.choices)
    return pin_answer, group


def draft_presses(handlers: PinHandlers) -> PersistentButton:
    """What handles the buttons under previews, for `discord.Client.add_dynamic_items`."""
    actions = {"keep": handlers.keep, "rewrite": handlers.rewrite, "discard": handlers.discard}

    async def press(interaction: discord.Interaction, match: re.Match[str]) -> None:
        await actions[match["action"]](interaction, match["draft"])

    return persistent_button(_TEMPLATE, press)
