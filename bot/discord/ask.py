"""The command `/ask`."""

from typing import Any

import discord
from discord import app_commands

from bot.answering.question import Question
from bot.discord.rendering import render_question
from bot.discord.reply import InteractionReply
from bot.discord.responder import Responder
from bot.discord.translator import localised
from config.language import Language
from index.language import detect_language

QUESTION_CHARACTERS = 2000

AskCommand = app_commands.Command[Any, ..., None]


def ask_command(responder: Responder) -> AskCommand:
    """`/ask question: language:`, in servers and in direct messages."""

    @app_commands.command(name=localised("discord.ask_name"), description=localised("discord.ask_description"))
    @app_commands.rename(
        question=localised("discord.ask_question_name"), language=localised("discord.ask_language_name")
    )
    @app_commands.describe(
        question=localised("discord.ask_question_description"),
        language=localised("discord.ask_language_description"),
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
    ) -> None:
        demanded = Language(language) if language else None
        await responder.respond(
            Question(question, demanded),
            InteractionReply(interaction),
            demanded or detect_language(question),
            head=render_question(question),
        )

    return ask
