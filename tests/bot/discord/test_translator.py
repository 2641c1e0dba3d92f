import discord
import pytest
from discord import app_commands

from bot.discord.ask import ask_command
from bot.discord.cooldowns import Cooldowns
from bot.discord.moderators.house_rules import HouseRules
from bot.discord.reception import Reception
from bot.discord.responder import Responder
from bot.discord.translator import MessageTranslator, interface_language, localised
from config.language import Language
from config.messages import area
from config.settings import load_settings
from tests.bot.discord.fakes import FakeMemory, FakeRules
from tests.bot.fakes import FakeAnswerer, suggestions_here
from tests.fakecord.commands import check_commands


@pytest.mark.parametrize(
    ("locale", "text"),
    [(discord.Locale.korean, "질문"), (discord.Locale.american_english, None), (discord.Locale.german, None)],
)
async def test_korean_clients_read_korean_and_all_others_english(locale: discord.Locale, text: str | None) -> None:
    string = localised("discord.ask_name")
    memory = FakeMemory()
    responder = Responder(FakeAnswerer(), memory, edit_interval_s=1.0)
    reception = Reception(responder, memory, Cooldowns(load_settings().discord), HouseRules(FakeRules()))
    command = ask_command(reception, suggestions_here)
    context: app_commands.TranslationContextTypes = app_commands.TranslationContext(
        app_commands.TranslationContextLocation.command_name, command
    )
    assert string.message == "ask"
    assert await MessageTranslator().translate(string, locale, context) == text


def test_the_interface_is_korean_for_korean_clients_only() -> None:
    assert interface_language(discord.Locale.korean) is Language.KOREAN
    assert interface_language(discord.Locale.japanese) is Language.ENGLISH


def test_every_name_of_a_command_is_one_discord_takes_in_both_languages() -> None:
    names = [texts for key, texts in area("discord").items() if key.endswith("_name") and key != "ask_about_name"]
    assert len(names) == 4
    for texts in names:
        check_commands([{"name": name, "description": "x"} for name in texts.values()])
