import aiohttp
import discord
import pytest

from bot.discord.delivery import ATTEMPTS, LostReplyError, attempt, persist
from tests.bot.discord.fakes import refusal

PASSING = [refusal(503), refusal(429), discord.RateLimited(1.0), aiohttp.ServerDisconnectedError(), TimeoutError()]
LASTING = [refusal(400), refusal(403), refusal(404)]


class FakeCall:
    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.count = 0
        self.slept_s: list[float] = []

    async def __call__(self) -> None:
        self.count += 1
        if self.failures:
            raise self.failures.pop(0)

    async def sleep(self, wait_s: float) -> None:
        self.slept_s.append(wait_s)


@pytest.mark.parametrize("failure", PASSING, ids=repr)
async def test_one_attempt_says_that_it_failed_for_now(failure: Exception) -> None:
    assert not await attempt(FakeCall(failure))
    assert await attempt(FakeCall())


@pytest.mark.parametrize("failure", LASTING, ids=repr)
async def test_what_will_never_work_is_not_repeated(failure: Exception) -> None:
    for deliver in (attempt, persist):
        call = FakeCall(failure)
        with pytest.raises(LostReplyError):
            await deliver(call)
        assert call.count == 1


@pytest.mark.parametrize("failure", PASSING, ids=repr)
async def test_persisting_waits_longer_each_time_until_it_works(failure: Exception) -> None:
    call = FakeCall(failure, failure, failure)
    await persist(call, sleep=call.sleep)
    assert call.count == 4
    assert call.slept_s == [1.0, 2.0, 4.0]


async def test_a_plain_function_that_returns_an_awaitable_is_awaited() -> None:
    call = FakeCall(refusal(503))
    await persist(lambda: call(), sleep=call.sleep)  # noqa: PLW0108
    assert call.count == 2


async def test_persisting_ends() -> None:
    call = FakeCall(*[refusal(503)] * 20)
    with pytest.raises(LostReplyError):
        await persist(call, sleep=call.sleep)
    assert call.count == ATTEMPTS


async def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        await attempt(FakeCall(ZeroDivisionError()))
