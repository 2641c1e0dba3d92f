"""Fixtures for tests with the whole bot process; a conftest imports what it offers."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.fakecord.cord import FakeDiscord
from tests.fakecord.journal import PATIENCE_S


@pytest_asyncio.fixture
async def cord() -> AsyncIterator[FakeDiscord]:
    """A Discord of its own on an ephemeral loopback port."""
    async with FakeDiscord() as discord:
        discord.interactions.deadline_s = PATIENCE_S  # on a busy machine a bot misses three seconds without a fault
        yield discord
