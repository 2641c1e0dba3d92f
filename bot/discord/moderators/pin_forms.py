"""The form in which moderators write a pinned answer."""

from collections.abc import Awaitable, Callable

import discord

from bot.discord.forms import Form
from bot.pins.pin import PinText
from config.errors import ModerationError
from config.language import Language
from config.messages import message

ANSWER_CHARACTERS = 1500
WORDINGS_CHARACTERS = 1500
MAX_WORDINGS = 20

Submit = Callable[[discord.Interaction, PinText], Awaitable[None]]


class PinForm(Form):
    """Asks for the wordings of a question, one a line, and for its answer in both languages; hands them to `submit`."""

    def __init__(self, language: Language, given: PinText | None, question: str, submit: Submit) -> None:
        super().__init__(message("pins.form_title", language))
        self._submit = submit
        wordings = "\n".join(given.wordings) if given else question
        self._wordings = self._field(language, "wordings", wordings, WORDINGS_CHARACTERS)
        self._answers = {
            spoken: self._field(language, f"answer_{spoken}", given.answers[spoken] if given else "", ANSWER_CHARACTERS)
            for spoken in (Language.KOREAN, Language.ENGLISH)
        }

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Hands on what was written."""
        answers = {spoken: field.value for spoken, field in self._answers.items()}
        await self._submit(interaction, pin_text(self._wordings.value, answers))

    def _field(self, language: Language, name: str, text: str, limit: int) -> "discord.ui.TextInput[PinForm]":
        field: discord.ui.TextInput[PinForm] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            default=text[:limit] or None,
            max_length=limit,
            custom_id=f"haetae:{name}",
        )
        self.add_item(
            discord.ui.Label(
                text=message(f"pins.form_{name}", language),
                description=message(f"pins.form_{name}_hint", language),
                component=field,
            )
        )
        return field


def pin_text(wordings: str, answers: dict[Language, str]) -> PinText:
    """What was written, tidied. Raises ModerationError where something is missing or too much."""
    lines = tuple(dict.fromkeys(line for line in (" ".join(one.split()) for one in wordings.splitlines()) if line))
    if not any(character.isalpha() for line in lines for character in line):
        raise ModerationError("pins.no_wording")
    if len(lines) > MAX_WORDINGS:
        raise ModerationError("pins.too_many_wordings", limit=MAX_WORDINGS)
    tidied = {language: answer.strip() for language, answer in answers.items()}
    if not all(tidied.values()):
        raise ModerationError("pins.no_answer")
    return PinText(lines, tidied)
