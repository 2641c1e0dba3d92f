"""The bot as a process of its own over the shipped edition, its search and its writer scripted."""

import asyncio
import os

from bot.answering.about import About
from bot.answering.service import AnsweringService
from bot.assembly import describe
from bot.discord.run import run_discord
from bot.state.store import open_state
from bot.updating.corpora import Corpora
from config.settings import load_settings
from corpus.glossary import Glossary
from index.suggestions import Suggestions
from tests.bot.discord.moderators.builders import moderation_rooms
from tests.bot.discord.rooms import rooms_over
from tests.pictures.answering import scripted_corridor, scripted_library
from tests.pictures.updating import rehearsable_updates


async def serve() -> None:
    settings = load_settings()
    library = scripted_library(settings)
    suggestions = Suggestions(library.passages, Glossary.load(None))

    async def about(_: int | None) -> About:
        return describe(settings, library)

    async def offered(_: int | None) -> Suggestions:
        return suggestions

    async with (
        open_state("sqlite:///:memory:") as state,
        AnsweringService(scripted_corridor(library, settings), settings.answering) as service,
        rehearsable_updates() as updates,
    ):
        await run_discord(
            os.environ["DISCORD_TOKEN"],
            service,
            state,
            about=about,
            suggestions=offered,
            settings=settings.discord,
            moderation=moderation_rooms(state, Corpora(updates)),
            questions=rooms_over(state),
        )


if __name__ == "__main__":
    asyncio.run(serve())
