"""Names and descriptions of commands in the member's language."""

import discord
from discord import app_commands

from config.language import Language
from config.messages import message

_KEY = "message"


def localised(key: str) -> app_commands.locale_str:
    """Message `key` for a command: English, and Korean for Korean clients."""
    return app_commands.locale_str(message(key, Language.ENGLISH), **{_KEY: key})


def interface_language(locale: discord.Locale) -> Language:
    """The language of a client's own interface."""
    return Language.KOREAN if locale is discord.Locale.korean else Language.ENGLISH


class MessageTranslator(app_commands.Translator):
    """Finds the texts of `localised` strings in `config.messages`."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002
    ) -> str | None:
        """The text for `locale`, or None where the English one serves."""
        key = string.extras.get(_KEY)
        if key is None or interface_language(locale) is Language.ENGLISH:
            return None
        return message(key, Language.KOREAN)
