import asyncio

import pytest

from bot.discord.streaming import StreamingEditor


class FakeMessage:
    """Keeps what was placed and when, on a clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.placed: list[tuple[float, str]] = []
        self.failures = 0
        self.while_sleeping: list[str] = []
        self.while_failing: list[str] = []
        self.editor = StreamingEditor(self.place, interval_s=1.5, clock=lambda: self.now_s, sleep=self.sleep)

    async def place(self, content: str) -> bool:
        self.placed.append((self.now_s, content))
        self.failures -= 1
        if self.failures < 0:
            return True
        for newer in self.while_failing:
            self.editor.show(newer)
        return False

    async def sleep(self, wait_s: float) -> None:
        self.now_s += wait_s
        for content in self.while_sleeping:
            self.editor.show(content)
        self.while_sleeping = []
        await asyncio.sleep(0)


@pytest.fixture
def message() -> FakeMessage:
    return FakeMessage()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def run(message: FakeMessage, *contents: str) -> None:
    running = asyncio.create_task(message.editor.run())
    for content in contents:
        message.editor.show(content)
        await settle()
    message.editor.close()
    await running


async def test_the_first_content_is_shown_at_once_and_the_next_after_the_interval(message: FakeMessage) -> None:
    await run(message, "a", "ab")
    assert message.placed == [(100.0, "a"), (101.5, "ab")]


async def test_content_overtaken_during_the_interval_is_never_sent(message: FakeMessage) -> None:
    message.while_sleeping = ["abc", "abcd"]
    await run(message, "a", "ab")
    assert [content for _, content in message.placed] == ["a", "abcd"]


async def test_unchanged_content_is_not_sent_again(message: FakeMessage) -> None:
    await run(message, "a", "a", "a")
    assert [content for _, content in message.placed] == ["a"]


async def test_closing_waits_until_a_further_edit_may_be_made(message: FakeMessage) -> None:
    await run(message, "a")
    assert message.now_s == 101.5


async def test_what_could_not_be_placed_is_tried_at_the_next_turn(message: FakeMessage) -> None:
    message.failures = 1
    await run(message, "a")
    assert message.placed == [(100.0, "a"), (101.5, "a")]


async def test_after_a_failure_nobody_knows_what_is_shown(message: FakeMessage) -> None:
    message.while_failing = ["a"]
    running = asyncio.create_task(message.editor.run())
    message.editor.show("a")
    await settle()
    message.failures = 1
    message.editor.show("ab")
    await settle()
    message.editor.close()
    await running
    assert [content for _, content in message.placed] == ["a", "ab", "a"]
