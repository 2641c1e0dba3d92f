"""What is made of the libraries of servers."""

import gc
from collections.abc import AsyncIterator
from pathlib import Path
from weakref import ref

import pytest

from bot.answering.library import Library
from bot.updating.corpora import Derived
from tests.bot.updating.fakes import ServersBench

HERE = 10


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[ServersBench]:
    bench = ServersBench(tmp_path)
    async with bench.service, bench.corpora:
        yield bench


async def test_what_is_made_of_a_library_is_made_once_and_anew_after_a_switch(bench: ServersBench) -> None:
    made: list[str] = []
    derived = Derived(bench.corpora, lambda library: made.append(library.version) or library)  # type: ignore[func-returns-value]
    assert (await derived(40)) is (await derived(None)) is bench.updates.live.now
    await bench.change(HERE, "260")
    mine = await derived(HERE)
    assert (await derived(HERE)) is mine
    assert mine is await bench.corpora.library(HERE)
    assert made == ["v0001", "v0002"]
    await bench.change(HERE, "280", "250")
    assert (await derived(HERE)) is not mine


async def test_what_is_made_of_a_library_is_kept_no_longer_than_that_is_open(tmp_path: Path) -> None:
    class Made:
        """What was made of a library."""

        def __init__(self, library: Library) -> None:
            made.append((library.version, ref(self)))

    made: list[tuple[str, ref[Made]]] = []
    bench = ServersBench(tmp_path, kept_open=2)
    async with bench.service, bench.corpora:
        derived = Derived(bench.corpora, Made)
        for server in range(100, 105):
            await bench.change(server, "270")
            await derived(server)
        await bench.change(104, "280", "250")
        await derived(104)
        gc.collect()
        kept = [version for version, still in made if still() is not None]
    assert kept == ["v0001", "v0002", "v0003"]  # of home, and of the two that are open
