"""The command `/ask`, and "Ask Haetae about this" on a message."""

import logging
import re
from typing import Any

import discord
from discord import app_commands

from bot.discord.choices import MAX_CHOICES
from bot.discord.conversation import bot_id_of, question_text
from bot.discord.per_server import PerServer
from bot.discord.privately import tell
from bot.discord.reception import Reception
from bot.discord.translator import interface_language, localised
from config.errors import HaetaeError
from config.language import Language
from config.messages import message as sentence
from index.suggestions import Suggestions

QUESTION_CHARACTERS = 2000
HANGUL = re.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]")

_log = logging.getLogger(__name__)

AskCommand = app_commands.Command[Any, ..., None]


def ask_command(reception: Reception, suggestions: PerServer[Suggestions]) -> AskCommand:
    """`/ask question: language: private:`, in servers and in direct messages; offers questions while one is typed."""

    @app_commands.command(name=localised("discord.ask_name"), description=localised("discord.ask_description"))
    @app_commands.rename(
        question=localised("discord.ask_question_name"),
        language=localised("discord.ask_language_name"),
        private=localised("discord.ask_private_name"),
    )
    @app_commands.describe(
        question=localised("discord.ask_question_description"),
        language=localised("discord.ask_language_description"),
        private=localised("discord.ask_private_description"),
    )
    @app_commands.choices(
        language=[
            app_commands.Choice(name=localised(f"discord.language_{code.value}"), value=code.value)
            for code in (Language.KOREAN, Language.ENGLISH)
        ]
    )
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def ask(
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, QUESTION_CHARACTERS],
        language: str | None = None,
        private: bool = False,
    ) -> None:
        await reception.take_command(
            interaction, question, language=Language(language) if language else None, private=private
        )

    @ask.autocomplete("question")
    async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        language = await reception.languages.spoken(interaction)
        try:
            known = await suggestions(interaction.guild_id)
        except HaetaeError as error:
            _log.warning("No questions could be offered: %s", error)
            return []
        return [app_commands.Choice(name=text, value=text) for text in offered(known, typed, language)]

    return ask


def offered(suggestions: Suggestions, typed: str, language: Language) -> tuple[str, ...]:
    """Questions that `typed` may become: Korean where it holds Hangul, else in `language`, else in the other one."""
    first = Language.KOREAN if HANGUL.search(typed) else language
    for one in (first, first.other):
        if found := suggestions.matching(typed, one, MAX_CHOICES):
            return found
    return ()


def ask_about_message(reception: Reception) -> app_commands.ContextMenu:
    """The entry in the menu of a message: what the message says is the question."""

    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def ask_about(interaction: discord.Interaction, message: discord.Message) -> None:
        text = question_text(message.content, bot_id_of(interaction))
        if text and message.author.id != bot_id_of(interaction):
            await reception.take_command(interaction, text)
        else:
            await tell(interaction, sentence("discord.nothing_to_ask", interface_language(interaction.locale)))

    return app_commands.ContextMenu(name=localised("discord.ask_about_name"), callback=ask_about)
