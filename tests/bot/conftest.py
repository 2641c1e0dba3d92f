from collections.abc import AsyncIterator

import pytest

from bot.state.store import StateStore, open_state


@pytest.fixture
async def state() -> AsyncIterator[StateStore]:
    """A state in memory."""
    async with open_state("sqlite:///:memory:") as store:
        yield store
