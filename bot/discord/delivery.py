"""Calls to Discord that may fail: tried once where a later call replaces them, else repeated with growing waits."""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import discord
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_exponential

from bot.discord.streaming import Sleep

Call = Callable[[], Awaitable[object]]

FAILURES = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, TimeoutError)
ATTEMPTS = 6
TOO_MANY_REQUESTS = 429
SERVER_ERRORS = 500
LONGEST_WAIT_S = 8.0


class LostReplyError(Exception):
    """The message, its channel or the right to write there is gone: nobody is left to be told."""


async def attempt(call: Call) -> bool:
    """Makes `call` once and says whether it worked. Raises LostReplyError where no repetition would."""
    try:
        await call()
    except FAILURES as failure:
        if not is_passing(failure):
            raise LostReplyError from failure
        return False
    return True


async def persist(call: Call, *, first_wait_s: float = 1.0, sleep: Sleep = asyncio.sleep) -> None:
    """Makes `call` until it works, waiting twice as long each time. Raises LostReplyError in the end.

    discord.py has its own patience below this one: it waits out rate limits and repeats after most server errors,
    but not after a dropped connection.
    """

    async def awaited() -> None:  # tenacity does not await what a plain callable returns
        await call()

    retrying = AsyncRetrying(
        retry=retry_if_exception(is_passing),
        wait=wait_exponential(multiplier=first_wait_s, max=LONGEST_WAIT_S),
        stop=stop_after_attempt(ATTEMPTS),
        sleep=sleep,
        reraise=True,
    )
    try:
        await retrying(awaited)
    except FAILURES as failure:
        raise LostReplyError from failure


def is_passing(failure: BaseException) -> bool:
    """Whether the same call may work a little later."""
    if isinstance(failure, discord.HTTPException):
        return failure.status == TOO_MANY_REQUESTS or failure.status >= SERVER_ERRORS
    return isinstance(failure, FAILURES)
