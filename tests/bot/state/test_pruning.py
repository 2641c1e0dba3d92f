import asyncio
import logging
from datetime import datetime, timedelta

import pytest

from bot.state.pruning import DAY_S, pruned_daily
from config.errors import StateError
from tests.bot.state.builders import NOW


class FakeState:
    """Says that it deleted two answers, or fails; keeps what it was asked."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.history: list[datetime] = []

    async def prune(self, before: datetime) -> int:
        self.history.append(before)
        if self.fault is not None:
            raise self.fault
        return 2


class Sleep:
    """Lets a number of days pass at once, then waits for ever."""

    def __init__(self, days: int) -> None:
        self.left = days
        self.history: list[float] = []
        self.over = asyncio.Event()

    async def __call__(self, wait_s: float) -> None:
        self.history.append(wait_s)
        self.left -= 1
        if self.left <= 0:
            self.over.set()
            await asyncio.Event().wait()


async def test_old_answers_are_deleted_at_the_start_and_every_day() -> None:
    state, sleep = FakeState(), Sleep(days=3)
    async with pruned_daily(state, 30, now=lambda: NOW, sleep=sleep):
        await sleep.over.wait()
    assert state.history == [NOW - timedelta(days=30)] * 3
    assert sleep.history == [DAY_S] * 3


@pytest.mark.parametrize(
    ("fault", "said"),
    [(StateError("state.disk_full", place="state.db"), "the disk is full"), (ZeroDivisionError("a bug"), "a bug")],
)
async def test_a_state_that_cannot_be_written_is_logged_and_tried_again_the_next_day(
    fault: Exception, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    state, sleep = FakeState(fault), Sleep(days=2)
    with caplog.at_level(logging.WARNING):
        async with pruned_daily(state, 30, now=lambda: NOW, sleep=sleep):
            await sleep.over.wait()
    assert len(state.history) == 2
    assert said in caplog.text
