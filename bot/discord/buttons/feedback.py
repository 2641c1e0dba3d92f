"""The form that asks what was wrong with an answer."""

from collections.abc import Awaitable, Callable

import discord

from bot.discord.forms import Form
from config.language import Language
from config.messages import message

COMMENT_CHARACTERS = 1000

Submit = Callable[[discord.Interaction, str], Awaitable[None]]


class FeedbackForm(Form):
    """Asks for a comment and hands it to `submit`, without whitespace around it."""

    def __init__(self, language: Language, submit: Submit) -> None:
        super().__init__(message("buttons.feedback_title", language))
        self._submit = submit
        self._comment: discord.ui.TextInput[FeedbackForm] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            placeholder=message("buttons.feedback_placeholder", language),
            required=False,
            max_length=COMMENT_CHARACTERS,
            custom_id="haetae:comment",
        )
        self.add_item(discord.ui.Label(text=message("buttons.feedback_label", language), component=self._comment))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hands the comment on."""
        await self._submit(interaction, self._comment.value.strip())
