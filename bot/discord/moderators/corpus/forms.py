"""The forms in which moderators write: a section's text, and reasons."""

from collections.abc import Awaitable, Callable

import discord

from bot.discord.forms import Form
from bot.discord.markdown import shortened
from bot.updating.sections import MAX_CHARACTERS, SectionText
from config.language import Language
from config.messages import message

REASON_CHARACTERS = 300
LABEL_CHARACTERS = 45

SubmitReason = Callable[[discord.Interaction, str], Awaitable[None]]
SubmitSection = Callable[[discord.Interaction, SectionText, str, str], Awaitable[None]]


class ReasonForm(Form):
    """Asks why an update is approved although it loses answers or was not rehearsed to the end."""

    def __init__(self, language: Language, submit: SubmitReason) -> None:
        super().__init__(message("corpus_commands.override_title", language))
        self._submit = submit
        self._reason = _reason_input()
        label = message("corpus_commands.override_label", language)
        self.add_item(discord.ui.Label(text=label, component=self._reason))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hands the reason on."""
        await self._submit(interaction, self._reason.value.strip())


class SectionForm(Form):
    """Shows the text of a section to be changed, and asks why."""

    def __init__(self, seen: SectionText, language: Language, submit: SubmitSection) -> None:
        super().__init__(message("corpus_commands.section_title", language))
        self._seen = seen
        self._submit = submit
        self._text: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            default=seen.text,
            required=False,
            max_length=MAX_CHARACTERS,
            custom_id="haetae:section",
        )
        self._reason = _reason_input()
        self.add_item(
            discord.ui.Label(
                text=shortened(seen.heading_path[-1], LABEL_CHARACTERS),
                description=message("corpus_commands.section_hint", language),
                component=self._text,
            )
        )
        self.add_item(
            discord.ui.Label(text=message("corpus_commands.section_reason", language), component=self._reason)
        )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hands text and reason on."""
        await self._submit(interaction, self._seen, self._text.value, self._reason.value.strip())


def _reason_input() -> discord.ui.TextInput[discord.ui.Modal]:
    return discord.ui.TextInput(
        style=discord.TextStyle.paragraph, min_length=3, max_length=REASON_CHARACTERS, custom_id="haetae:reason"
    )
