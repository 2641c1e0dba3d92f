"""The buttons of an update and of going back. Their ids say all, so that they outlive a restart."""

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

import discord

from bot.discord.persistent_buttons import PersistentButton, persistent_button
from config.language import Language
from config.messages import message
from index.versions import version_name


class Step(StrEnum):
    """What a button does with an update. Its value is part of the button's id and the name of its label."""

    CHANGES = "changes"
    WARNINGS = "warnings"
    REHEARSE = "rehearse"
    STOP = "stop"
    ANSWERS = "answers"
    APPROVE = "approve"
    OVERRIDE = "override"
    DISCARD = "discard"


_SECONDARY, _PRIMARY = discord.ButtonStyle.secondary, discord.ButtonStyle.primary
_SUCCESS, _DANGER = discord.ButtonStyle.success, discord.ButtonStyle.danger
_LOOKS = {
    Step.CHANGES: (_SECONDARY, "📝"),
    Step.WARNINGS: (_SECONDARY, "⚖️"),
    Step.REHEARSE: (_PRIMARY, "🎭"),
    Step.STOP: (_SECONDARY, "⏹️"),
    Step.ANSWERS: (_SECONDARY, "💬"),
    Step.APPROVE: (_SUCCESS, "✅"),
    Step.OVERRIDE: (_DANGER, "⚠️"),
    Step.DISCARD: (_SECONDARY, "🗑️"),
}
_UPDATE = r"haetae:update:(?P<step>[a-z]+):(?P<language>ko|en):(?P<update_id>[\w-]{1,40})"
_RETURN = r"haetae:return:(?P<live>\d{1,9}):(?P<version>\d{1,9})"
_BUTTONS_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press on the message of an update, which is written in `language`."""

    step: Step
    language: Language
    update_id: str


PressedUpdate = Callable[[discord.Interaction, Pressed], Awaitable[None]]
PressedReturn = Callable[[discord.Interaction, int, int], Awaitable[None]]
"""Goes back: the version that must still be live, then the one to go back to."""


def update_buttons(steps: Iterable[Step], update_id: str, language: Language) -> discord.ui.View:
    """Buttons to put under the message of an update."""
    view = discord.ui.View(timeout=None)
    for number, step in enumerate(steps):
        style, emoji = _LOOKS[step]
        view.add_item(
            discord.ui.Button(
                style=style,
                emoji=emoji,
                label=message(f"corpus_commands.{step.value}", language),
                custom_id=f"haetae:update:{step.value}:{language.value}:{update_id}",
                row=number // _BUTTONS_A_ROW,
            )
        )
    view.stop()  # only shown; `heard_buttons` handles the presses
    return view


def return_button(live: int, version: int, language: Language) -> discord.ui.View:
    """The button that goes back from `live` to `version`."""
    view = discord.ui.View(timeout=None)
    label = message("corpus_commands.go_back", language, version=version_name(version))
    view.add_item(discord.ui.Button(style=_DANGER, emoji="↩️", label=label, custom_id=f"haetae:return:{live}:{version}"))
    view.stop()
    return view


def heard_buttons(update: PressedUpdate, going_back: PressedReturn) -> tuple[PersistentButton, ...]:
    """What handles these buttons on all messages, for `discord.Client.add_dynamic_items`."""

    async def press_update(interaction: discord.Interaction, match: re.Match[str]) -> None:
        await update(interaction, Pressed(Step(match["step"]), Language(match["language"]), match["update_id"]))

    async def press_return(interaction: discord.Interaction, match: re.Match[str]) -> None:
        await going_back(interaction, int(match["live"]), int(match["version"]))

    return persistent_button(_UPDATE, press_update), persistent_button(_RETURN, press_return)
