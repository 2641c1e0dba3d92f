from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.updating.fakes import Bench


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    made = Bench(tmp_path / "indexes")
    async with made.service, made.updates:
        yield made
