import asyncio

import pytest

from bot.background import BackgroundWork, finish, repeated
from config.errors import StateError


class Work:
    """Runs until it may end; counts how often."""

    def __init__(self) -> None:
        self.rounds = 0
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.fault: Exception | None = None

    async def __call__(self) -> None:
        self.rounds += 1
        self.begun.set()
        await self.may_end.wait()
        if self.fault is not None:
            raise self.fault


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_work_woken_meanwhile_is_done_once_more_and_never_twice_at_once() -> None:
    work = Work()
    background = BackgroundWork(work)
    background.wake()
    await work.begun.wait()
    for _ in range(3):
        background.wake()
    assert work.rounds == 1
    work.may_end.set()
    await settle()
    assert work.rounds == 2
    background.wake()
    await settle()
    assert work.rounds == 3


async def test_a_state_that_fails_is_logged_and_the_next_waking_tries_again(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()
    work.may_end.set()
    work.fault = StateError("state.disk_full", place="state.db")
    background = BackgroundWork(work)
    background.wake()
    await settle()
    assert "the disk is full" in caplog.text
    background.wake()
    await settle()
    assert work.rounds == 2


async def test_a_fault_nobody_thought_of_is_logged_with_its_place_and_loses_no_waking(
    caplog: pytest.LogCaptureFixture,
) -> None:
    work = Work()
    work.fault = ZeroDivisionError("a bug")
    background = BackgroundWork(work)
    background.wake()
    await work.begun.wait()
    background.wake()
    work.may_end.set()
    await settle()
    assert work.rounds == 2
    assert "a bug" in caplog.text
    assert "Traceback" in caplog.text
    background.wake()
    await settle()
    assert work.rounds == 3


async def test_repeated_work_names_a_fault_once_until_it_differs_or_is_mended(caplog: pytest.LogCaptureFixture) -> None:
    full = StateError("state.disk_full", place="state.db")
    faults: list[Exception | None] = [full, full, KeyError("a bug"), KeyError("a bug"), None, full]
    done = asyncio.Event()

    async def work() -> None:
        if fault := faults.pop(0):
            raise fault

    async def sleep(_: float) -> None:
        if not faults:
            done.set()
            await asyncio.Event().wait()

    async with repeated(work, 3.0, fault="It went wrong", at_once=True, sleep=sleep):
        await done.wait()
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR", "WARNING"]
    assert caplog.text.count("It went wrong: ") == 3
    assert caplog.text.count("Traceback") == 1


async def test_the_end_stops_work_at_once_and_may_come_before_any() -> None:
    work = Work()
    background = BackgroundWork(work)
    await background.end()
    background.wake()
    await work.begun.wait()
    await background.end()
    work.may_end.set()
    await settle()
    assert work.rounds == 1


@pytest.mark.parametrize("grace_s", [60.0, 0.0])
async def test_a_step_that_is_cut_short_still_ends_if_it_may(grace_s: float) -> None:
    work = Work()
    step = asyncio.create_task(finish(work(), grace_s=grace_s))
    await work.begun.wait()
    step.cancel()
    await settle()
    assert step.done() is (grace_s == 0.0)
    work.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await step
