"""A running bot notices what the command line made current."""

import asyncio
import logging

import pytest

from bot.answering.corridor import Library
from bot.updating.following import following_disk
from bot.updating.switching import Switch
from config.errors import IndexStoreError
from tests.bot.answering.fakes import PASSAGES, FakeSearcher

SWITCH = Switch(*(Library(PASSAGES, FakeSearcher(), version, "shipped") for version in ("v0001", "v0002")))
FAULT = IndexStoreError("index.no_such_version", version=3)


class Scripted:
    """Does what it was told to, look by look; then nobody looks any more."""

    def __init__(self, *looks: Switch | IndexStoreError | None) -> None:
        self.looks = list(looks)
        self.pauses: list[float] = []
        self.done = asyncio.Event()

    async def follow(self) -> Switch | None:
        look = self.looks.pop(0)
        if isinstance(look, IndexStoreError):
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
