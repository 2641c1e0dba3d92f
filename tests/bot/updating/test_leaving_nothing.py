"""An update that is given up, interrupted, refused or old leaves nothing behind."""

import asyncio
from pathlib import Path

import pytest

from bot.updating.uploads import Upload
from config.errors import HaetaeError, UpdateError
from index.candidates import Candidates
from tests.bot.updating.fakes import MINJI, Bench, edited
from tests.index.fakes import BILINGUAL, build_beside, snapshot


async def test_a_discarded_update_leaves_nothing_and_its_buttons_say_so(bench: Bench) -> None:
    before = snapshot(bench.store.directory)
    pending = await bench.prepare(edited("920", "930"))
    await bench.updates.discard(pending.update_id)
    assert {**snapshot(bench.store.directory), ".update.lock": b""} == {**before, ".update.lock": b""}
    for act in (bench.updates.approve, bench.updates.discard, bench.updates.rehearse):
        with pytest.raises(UpdateError, match="no longer exists"):
            await act(pending.update_id)
    with pytest.raises(UpdateError, match="no longer exists"):
        bench.updates.stop_rehearsal(pending.update_id)


async def test_what_changes_nothing_is_no_update(bench: Bench) -> None:
    with pytest.raises(UpdateError, match="already says"):
        await bench.prepare(BILINGUAL)
    assert (await bench.updates.status()).under_way is None


async def test_an_upload_that_cannot_be_used_leaves_nothing(bench: Bench) -> None:
    before = snapshot(bench.store.directory)
    with pytest.raises(HaetaeError, match="empty"):
        await bench.updates.prepare([Upload("page.txt", b"")], MINJI)
    assert {**snapshot(bench.store.directory), ".update.lock": b""} == {**before, ".update.lock": b""}
    assert (await bench.updates.status()).under_way is None


async def test_old_versions_are_pruned_after_an_approval_but_the_previous_one_stays(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "indexes", kept_versions=1)
    async with bench.service, bench.updates:
        for length in ("930", "940", "950"):
            pending = await bench.prepare(edited("920", length))
            await bench.updates.approve(pending.update_id, "x")
        assert bench.store.numbers() == (3, 4)


async def test_what_a_crash_left_is_said_and_removed_at_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = Bench(tmp_path / "indexes")
    build_beside(first.store, edited("920", "930"))
    bench = Bench(tmp_path / "indexes")
    async with bench.service, bench.updates as updates:
        (leftover,) = updates.leftovers
        assert leftover.manifest is not None
        assert "An update by tester was left unfinished" in caplog.text
        assert Candidates(bench.store).remove_leftovers() == ()
        assert bench.updates.live.now.version == "v0001"


async def test_stopping_the_bot_discards_the_pending_update(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "indexes")
    async with bench.service, bench.updates:
        await bench.prepare(edited("920", "930"))
    assert not list(bench.store.directory.glob(".candidate-*"))


async def test_whoever_leaves_while_an_update_is_built_leaves_nothing(bench: Bench) -> None:
    preparing = asyncio.create_task(bench.prepare(edited("e", "é")))
    await asyncio.sleep(0)
    preparing.cancel()
    await asyncio.gather(preparing, return_exceptions=True)
    assert (await bench.updates.status()).under_way is None
    assert not list(bench.store.directory.glob(".candidate-*"))
    assert await bench.prepare(edited("920", "930"))
