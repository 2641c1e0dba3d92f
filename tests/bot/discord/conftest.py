import sys
from pathlib import Path
from typing import Protocol

import pytest

from bot.discord.client import HaetaeClient
from bot.discord.responder import Responder
from tests.bot.fakes import FakeAnswerer
from tests.fakecord.cord import FakeDiscord
from tests.fakecord.fixtures import cord
from tests.fakecord.process import BotProcess

__all__ = ["cord"]


class StartBot(Protocol):
    async def __call__(self, *, pause_s: float = 0.0, grace_s: float = 4.0) -> BotProcess: ...


@pytest.fixture
def start_bot(cord: FakeDiscord, tmp_path: Path) -> StartBot:
    """Starts the bot process, answering with FakeAnswerer."""

    async def start(*, pause_s: float = 0.0, grace_s: float = 4.0) -> BotProcess:
        program = (sys.executable, "-m", "tests.bot.discord.bot_process", str(pause_s), str(grace_s))
        return await cord.start_bot(*program, log=tmp_path / "bot.log")

    return start


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer()


@pytest.fixture
def simcord_bot(answerer: FakeAnswerer) -> HaetaeClient:
    return HaetaeClient(Responder(answerer, edit_interval_s=0.0))
