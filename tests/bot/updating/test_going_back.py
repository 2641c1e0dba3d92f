"""Going back to an earlier version, and where it is refused."""

import pytest

from config.errors import IndexStoreError, UpdateError
from tests.bot.updating.fakes import Bench, edited


async def test_going_back_is_refused_where_it_leads_nowhere(bench: Bench) -> None:
    with pytest.raises(UpdateError, match="already live"):
        await bench.updates.roll_back(1)
    with pytest.raises(IndexStoreError, match="no index version 9"):
        await bench.updates.roll_back(9)


async def test_a_damaged_version_is_not_gone_back_to(bench: Bench) -> None:
    pending = await bench.prepare(edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    (bench.store.folder(1) / "vectors.faiss").write_bytes(b"damaged")
    with pytest.raises(IndexStoreError, match="damaged"):
        await bench.updates.roll_back(1)
    assert (bench.store.current(), bench.updates.live.now.version) == (2, "v0002")


async def test_going_back_to_what_was_live_lately_opens_nothing_anew(bench: Bench) -> None:
    pending = await bench.prepare(edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    opened = len(bench.corridors)
    for version in (1, 2, 1):
        await bench.updates.roll_back(version)
    assert len(bench.corridors) == opened


async def test_the_status_names_the_live_version_and_the_history_those_to_go_back_to(bench: Bench) -> None:
    pending = await bench.prepare(edited("920", "930"))
    await bench.updates.approve(pending.update_id, "x")
    assert (await bench.updates.status()).live.version == 2
    assert [info.version for info in await bench.updates.history()] == [2, 1]
