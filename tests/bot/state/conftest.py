from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.state.store import StateStore, open_state


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
async def state(file: Path) -> AsyncIterator[StateStore]:
    async with open_state(f"sqlite:///{file}") as store:
        yield store
