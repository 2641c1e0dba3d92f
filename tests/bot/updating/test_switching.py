"""The library that answers now, and those who follow it."""

import pytest

from bot.answering.library import Library
from bot.answering.service import BlockingAnswerer
from bot.updating.switching import Following, LiveLibrary, Switch
from tests.bot.answering.fakes import PASSAGES, FakeGenerator, FakeSearcher, corridor

BEFORE = Library(PASSAGES, FakeSearcher(), "v0001", "shipped")
AFTER = Library(PASSAGES[:2], FakeSearcher(), "v0002", "page.txt")
CORRIDOR = corridor(FakeGenerator())


class Service:
    def __init__(self) -> None:
        self.used: list[BlockingAnswerer] = []

    def use(self, corridor: BlockingAnswerer) -> None:
        self.used.append(corridor)


async def test_after_a_switch_everybody_sees_the_new_library() -> None:
    live, service = LiveLibrary(BEFORE), Service()
    version = Following(live, lambda library: library.version)
    assert (live.now, version()) == (BEFORE, "v0001")
    assert await live.switch(AFTER, CORRIDOR, service) == Switch(BEFORE, AFTER)
    assert (live.now, version(), service.used) == (AFTER, "v0002", [CORRIDOR])


async def test_a_listener_that_fails_keeps_nobody_else_from_hearing(caplog: pytest.LogCaptureFixture) -> None:
    live, heard = LiveLibrary(BEFORE), list[str]()

    async def fail(_: Switch) -> None:
        raise RuntimeError("made to fail")

    async def hear(switch: Switch) -> None:
        heard.append(switch.after.version)

    live.listen(fail)
    live.listen(hear)
    await live.switch(AFTER, CORRIDOR, Service())
    assert heard == ["v0002"]
    assert "made to fail" in caplog.text
