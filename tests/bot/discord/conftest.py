import sys
from pathlib import Path
from typing import Protocol

import pytest

from bot.discord.client import HaetaeClient
from bot.discord.responder import Responder
from bot.pins.pinned import PinnedAnswerer
from bot.state.store import StateStore
from config.settings import load_settings
from tests.bot.discord.moderators.builders import moderation_rooms
from tests.bot.discord.rooms import rooms_over
from tests.bot.fakes import FakeAnswerer, about_haetae, suggestions_here
from tests.fakecord.cord import FakeDiscord
from tests.fakecord.fixtures import cord
from tests.fakecord.process import BotProcess

__all__ = ["cord"]

# No faster than Discord would let a few answers be edited in one channel (5 edits in 5 s).
EDIT_INTERVAL_S = 0.2


class StartBot(Protocol):
    async def __call__(
        self, *options: str, pause_s: float = 0.0, grace_s: float = 4.0, edit_interval_s: float = EDIT_INTERVAL_S
    ) -> BotProcess: ...


@pytest.fixture
def start_bot(cord: FakeDiscord, tmp_path: Path) -> StartBot:
    """Starts the bot process; see its module for the options. All of a test share one state."""

    async def start(
        *options: str, pause_s: float = 0.0, grace_s: float = 4.0, edit_interval_s: float = EDIT_INTERVAL_S
    ) -> BotProcess:
        arguments = (str(pause_s), str(grace_s), str(edit_interval_s), str(tmp_path / "state.db"), *options)
        program = (sys.executable, "-m", "tests.bot.discord.bot_process", *arguments)
        return await cord.start_bot(*program, log=tmp_path / "bot.log")

    return start


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer()


@pytest.fixture
def simcord_bot(answerer: FakeAnswerer, state: StateStore) -> HaetaeClient:
    rooms = rooms_over(state)
    pinned = PinnedAnswerer(answerer, rooms.pins_of)
    return HaetaeClient(
        Responder(pinned, state, edit_interval_s=0.0, kept=rooms.answered),
        state,
        about=about_haetae,
        suggestions=suggestions_here,
        settings=load_settings().discord,
        moderation=moderation_rooms(state),
        questions=rooms,
    )
