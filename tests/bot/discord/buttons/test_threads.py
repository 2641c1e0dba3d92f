"""A thread that Discord does not open; those that it opens are tried on the whole process."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import discord
import pytest

from bot.discord.buttons.threads import open_thread
from tests.bot.discord.fakes import refusal


def press(locale: str, failure: Exception) -> Any:
    """A press of the button where Discord opens no thread because of `failure`."""
    may_open = SimpleNamespace(create_public_threads=True)
    return SimpleNamespace(
        message=SimpleNamespace(id=1, create_thread=AsyncMock(side_effect=failure)),
        permissions=may_open,
        app_permissions=may_open,
        response=SimpleNamespace(defer=AsyncMock(), is_done=lambda: True),
        followup=SimpleNamespace(send=AsyncMock()),
        locale=discord.Locale(locale),
    )


@pytest.mark.parametrize(("locale", "said"), [("ko", "스레드를 열지 못했어요"), ("en-US", "could not be opened")])
@pytest.mark.parametrize("failure", [refusal(400), refusal(404), refusal(503), TimeoutError()], ids=repr)
async def test_whoever_pressed_is_told_that_no_thread_was_opened_and_the_log_says_why(
    locale: str, said: str, failure: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    pressed = press(locale, failure)
    await open_thread(pressed, "How far?", listens=False)
    (text,) = pressed.followup.send.await_args.args
    assert said in text
    assert len(caplog.records) == 1
