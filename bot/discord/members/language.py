"""The command `/language`."""

import logging

import discord
from discord import app_commands

from bot.discord.members.member_command import MemberCommand, member_command
from bot.discord.privately import tell
from bot.discord.translator import interface_language, localised
from bot.state.store import StateStore
from config.errors import StateError
from config.language import Language
from config.messages import message

AUTOMATIC = "auto"

_log = logging.getLogger(__name__)


def language_command(state: StateStore) -> MemberCommand:
    """`/language language:`, the language of a member's answers and of our words to them."""

    @member_command("language")
    @app_commands.rename(language=localised("members.language_option_name"))
    @app_commands.describe(language=localised("members.language_option_description"))
    @app_commands.choices(
        language=[
            app_commands.Choice(name=localised("members.language_auto"), value=AUTOMATIC),
            *(
                app_commands.Choice(name=localised(f"discord.language_{code.value}"), value=code.value)
                for code in (Language.KOREAN, Language.ENGLISH)
            ),
        ]
    )
    async def language(interaction: discord.Interaction, language: str) -> None:
        chosen = None if language == AUTOMATIC else Language(language)
        client = interface_language(interaction.locale)
        try:
            await state.set_language(interaction.user.id, chosen)
        except StateError as error:
            _log.warning("A member's language could not be kept: %s", error)
            await tell(interaction, message("members.unavailable", chosen or client))
        else:
            await tell(interaction, language_set(chosen, client))

    return language


def language_set(chosen: Language | None, client: Language) -> str:
    """What a member is told about the choice, in the chosen language or else in their client's."""
    if chosen is None:
        return message("members.language_follows", client)
    return message("members.language_kept", chosen, ask=message("discord.ask_name", chosen))
