import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.state.database import open_database
from bot.state.schema import metadata
from bot.state.store import StateStore, open_state

# A PostgreSQL of your own to run the tests of the store on; they empty its tables.
OTHER_DATABASE = os.environ.get("TEST_STATE_URL")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
async def url(file: Path) -> str:
    """An empty database."""
    if OTHER_DATABASE is None:
        return f"sqlite:///{file}"
    async with open_database(OTHER_DATABASE) as engine, engine.begin() as connection:
        await connection.run_sync(metadata.drop_all)
        await connection.execute(text("DROP TABLE alembic_version"))
    return OTHER_DATABASE


@pytest.fixture
async def state(url: str) -> AsyncIterator[StateStore]:
    async with open_state(url) as store:
        yield store
