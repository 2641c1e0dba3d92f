"""A running bot notices what the command line made current."""

import asyncio
import logging
import threading

import pytest

from bot.answering.library import Library
from bot.updating.following import following_disk
from bot.updating.switching import Switch
from config.errors import IndexStoreError
from corpus.document import Corpus
from index.pointer import Move
from tests.bot.answering.fakes import PASSAGES, FakeSearcher
from tests.bot.updating.fakes import ALICE, Bench, edited
from tests.index.fakes import ENGLISH, NOW, TESTER, build

SWITCH = Switch(*(Library(PASSAGES, FakeSearcher(), version, "shipped") for version in ("v0001", "v0002")))
FAULT = IndexStoreError("index.no_such_version", version=3)


class Scripted:
    """Does what it was told to, look by look; then nobody looks any more."""

    def __init__(self, *looks: Switch | Exception | None) -> None:
        self.looks = list(looks)
        self.pauses: list[float] = []
        self.done = asyncio.Event()

    async def follow(self) -> Switch | None:
        look = self.looks.pop(0)
        if isinstance(look, Exception):
            raise look
        return look

    async def sleep(self, pause_s: float) -> None:
        self.pauses.append(pause_s)
        if not self.looks:
            self.done.set()
            await asyncio.Event().wait()


async def test_every_switch_is_said_and_a_fault_once_until_it_is_mended(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    scripted = Scripted(None, SWITCH, FAULT, FAULT, None, FAULT)
    async with following_disk(scripted, 3.0, sleep=scripted.sleep):
        await scripted.done.wait()
    assert scripted.pauses == [3.0] * 7
    said = [record.getMessage() for record in caplog.records]
    assert [line.split()[0] for line in said] == ["v0002", "The", "The"]


async def test_a_fault_nobody_thought_of_does_not_end_the_following(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    scripted = Scripted(OSError("the disk went away"), SWITCH)
    async with following_disk(scripted, 3.0, sleep=scripted.sleep):
        await scripted.done.wait()
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]


async def test_a_version_activated_from_the_command_line_is_followed_and_told_with_who_did_it(bench: Bench) -> None:
    heard: list[str] = []

    async def hear(switch: Switch) -> None:
        heard.append(switch.after.version)

    bench.updates.listen_outside(hear)
    assert await bench.updates.follow() is None
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    switch = await bench.updates.follow()
    assert switch is not None
    assert switch.after.version == bench.updates.live.now.version == "v0002"
    assert await bench.updates.last_move() == Move(TESTER, NOW)
    bench.store.activate(1, Move(ALICE, NOW))
    await bench.updates.follow()
    assert await bench.updates.last_move() == Move(ALICE, NOW)
    await bench.updates.roll_back(2)
    assert await bench.updates.last_move() is None
    assert heard == ["v0002", "v0001"]


async def test_nobody_is_refused_because_the_bot_looks_at_the_disk_at_that_moment(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = await bench.prepare(edited("250", "260"))
    seen, looked, go_on = bench.store.current(), threading.Event(), threading.Event()

    def look_slowly() -> int | None:
        looked.set()
        go_on.wait()
        return seen

    with monkeypatch.context() as slow:
        slow.setattr(bench.store, "current", look_slowly)
        looking = asyncio.create_task(bench.updates.follow())
        await asyncio.to_thread(looked.wait)
    approving = asyncio.create_task(bench.updates.approve(pending.update_id, "a test"))
    await asyncio.wait({approving})
    go_on.set()
    assert await looking is None
    assert (await approving).switch.after.version == bench.updates.live.now.version == "v0002"


async def test_a_current_version_that_cannot_be_used_is_not_followed(bench: Bench) -> None:
    build(bench.store, Corpus((ENGLISH,)), bench.encoder)
    (bench.store.folder(2) / "ko.md").unlink(missing_ok=True)
    (bench.store.folder(2) / "en.md").unlink()
    with pytest.raises(IndexStoreError, match="cannot be read"):
        await bench.updates.follow()
    assert bench.updates.live.now.version == "v0001"
