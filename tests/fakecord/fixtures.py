"""Fixtures for tests with the whole bot process; a conftest imports what it offers."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.fakecord.cord import FakeDiscord


@pytest_asyncio.fixture
async def cord() -> AsyncIterator[FakeDiscord]:
    """A Discord of its own on an ephemeral loopback port."""
    async with FakeDiscord() as discord:
        yield discord
