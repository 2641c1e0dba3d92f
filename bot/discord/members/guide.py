"""The commands `/help` and `/about`."""

import discord

from bot.answering.about import About
from bot.discord.markdown import literal
from bot.discord.members.languages import MemberLanguages
from bot.discord.members.member_command import MemberCommand, member_command
from bot.discord.per_server import PerServer
from bot.discord.privately import tell
from config.language import Language
from config.messages import message

_NAMES = {
    "ask": "discord.ask_name",
    "menu": "discord.ask_about_name",
    "language": "members.language_name",
    "privacy": "members.privacy_name",
    "forget": "members.forget_name",
    "about": "members.about_name",
}


def help_command(languages: MemberLanguages, about: PerServer[About]) -> MemberCommand:
    """`/help`: the ways to ask, and the commands."""

    @member_command("help")
    async def help_(interaction: discord.Interaction) -> None:
        language = await languages.spoken(interaction)
        bot = interaction.client.user
        await tell(interaction, guide(await about(interaction.guild_id), bot.mention if bot else "", language))

    return help_


def about_command(languages: MemberLanguages, about: PerServer[About]) -> MemberCommand:
    """`/about`: the article, its index, the models, and that all runs offline."""

    @member_command("about")
    async def about_(interaction: discord.Interaction) -> None:
        described = await about(interaction.guild_id)
        await tell(interaction, self_description(described, await languages.spoken(interaction)))

    return about_


def guide(about: About, mention: str, language: Language) -> str:
    """How to ask, and what else there is. `mention` is how a message mentions the bot."""
    names = {field: message(key, language) for field, key in _NAMES.items()}
    return message("members.guide", language, title=literal(about.titles[language]), mention=mention, **names)


def self_description(about: About, language: Language) -> str:
    """What the bot is made of."""
    edition = literal(about.edition) if about.edition else message("members.edition_shipped", language)
    return message(
        "members.self_description",
        language,
        title=literal(about.titles[language]),
        edition=edition,
        version=about.index_version,
        passages=about.passages,
        generator=literal(about.generator),
        encoder=literal(about.encoder),
    )
