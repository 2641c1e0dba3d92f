"""Runs the bot in Discord, from its start to its shutdown."""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import aiohttp
import discord

from bot.answering.about import About
from bot.answering.answerer import Answerer
from bot.discord.client import HaetaeClient
from bot.discord.moderators.commands import ModerationRooms
from bot.discord.per_server import PerServer
from bot.discord.questions import QuestionRooms
from bot.discord.responder import Responder
from bot.pins.pinned import PinnedAnswerer
from bot.state.store import StateStore
from config.errors import DiscordError
from config.settings import DiscordSettings
from index.suggestions import Suggestions

AUTHENTICATION_FAILED = 4004

_log = logging.getLogger(__name__)


async def run_discord(
    token: str,
    answerer: Answerer,
    state: StateStore,
    *,
    about: PerServer[About],
    suggestions: PerServer[Suggestions],
    settings: DiscordSettings,
    moderation: ModerationRooms,
    questions: QuestionRooms,
) -> None:
    """Answers in Discord until SIGTERM or SIGINT; answers in progress then end or say that they stopped.

    Returns within `settings.stop_grace_s` of the signal, a moment for the connection to close aside. Raises
    DiscordError where Discord refuses the bot or cannot be reached at the start. Must run in the main thread.
    """
    pinned = PinnedAnswerer(answerer, questions.pins_of)
    responder = Responder(pinned, state, edit_interval_s=settings.edit_interval_s, kept=questions.answered)
    stopped = asyncio.Event()
    client = HaetaeClient(
        responder,
        state,
        about=about,
        suggestions=suggestions,
        settings=settings,
        moderation=moderation,
        questions=questions,
    )
    async with client:
        with _set_on_signals(stopped):
            connection = asyncio.create_task(_connect(client, token))
            signalled = asyncio.create_task(stopped.wait())
            await asyncio.wait({connection, signalled}, return_when=asyncio.FIRST_COMPLETED)
            signalled.cancel()
            if connection.done():
                connection.result()
            _log.info("Stopping.")
            await responder.stop(settings.stop_grace_s)
            await client.close()
            connection.cancel()
            await asyncio.wait({connection})


async def _connect(client: HaetaeClient, token: str) -> None:
    try:
        await client.start(token)
    except discord.LoginFailure as error:
        raise DiscordError("discord.bad_token") from error
    except discord.PrivilegedIntentsRequired as error:
        raise DiscordError("discord.privileged_intents") from error
    except discord.ConnectionClosed as error:
        key = "discord.bad_token" if error.code == AUTHENTICATION_FAILED else "discord.connection_refused"
        raise DiscordError(key, problem=error.code) from error
    except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        raise DiscordError("discord.unreachable", problem=error) from error


@contextmanager
def _set_on_signals(stopped: asyncio.Event) -> Iterator[None]:
    """Sets `stopped` at the first SIGTERM or SIGINT; a second SIGINT interrupts."""
    loop = asyncio.get_running_loop()

    def stop(number: int, _: FrameType | None) -> None:
        signal.signal(number, earlier[number])
        loop.call_soon_threadsafe(stopped.set)

    numbers = (signal.SIGTERM, signal.SIGINT)
    earlier = {int(number): signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, earlier[number])
