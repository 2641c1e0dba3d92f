"""Messages for one person alone, where Discord does not take them."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import discord
import pytest

from bot.discord.delivery import LostReplyError
from bot.discord.privately import replace_message, tell, tell_fault
from bot.discord.rendering import PAGE_CHARACTERS
from tests.bot.discord.fakes import refusal


def interaction(*, done: bool, locale: str = "en-US") -> Any:
    response = SimpleNamespace(
        is_done=lambda: done,
        send_message=AsyncMock(side_effect=refusal(403)),
        edit_message=AsyncMock(side_effect=refusal(403)),
    )
    followup = SimpleNamespace(send=AsyncMock())
    return SimpleNamespace(response=response, followup=followup, locale=discord.Locale(locale))


async def test_a_response_that_discord_refuses_is_logged_and_what_was_done_stays_done(
    caplog: pytest.LogCaptureFixture,
) -> None:
    await tell(interaction(done=False), "Removed.")
    await replace_message(interaction(done=False), "Kept.")
    assert [record.message.count("did not take") for record in caplog.records] == [1, 1]


async def test_no_text_is_longer_than_a_message() -> None:
    press = interaction(done=True)
    await tell(press, "a line\n" * 500)
    (text,) = press.followup.send.await_args.args
    assert text.endswith("a line")
    assert PAGE_CHARACTERS - 10 <= len(text) <= PAGE_CHARACTERS


async def test_what_follows_a_first_response_is_private_too() -> None:
    press = interaction(done=True)
    await tell(press, "one", "two")
    assert [call.args for call in press.followup.send.await_args_list] == [("one",), ("two",)]
    assert all(call.kwargs["ephemeral"] for call in press.followup.send.await_args_list)


@pytest.mark.parametrize(("locale", "said"), [("ko", "문제가 생겨서"), ("en-US", "Something went wrong")])
@pytest.mark.parametrize("fault", [refusal(400), refusal(404), TimeoutError(), ZeroDivisionError("a bug")], ids=repr)
async def test_what_nobody_foresaw_is_told_without_a_word_of_it_and_logged_in_full(
    locale: str, said: str, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    press = interaction(done=True, locale=locale)
    await tell_fault(press, fault)
    (text,) = press.followup.send.await_args.args
    assert said in text
    assert "refused" not in text
    assert "a bug" not in text
    assert [record.exc_info is not None for record in caplog.records] == [True]


async def test_a_response_that_was_lost_is_not_followed_by_another() -> None:
    press = interaction(done=True)
    await tell_fault(press, LostReplyError())
    press.followup.send.assert_not_awaited()
