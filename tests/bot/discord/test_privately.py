"""Messages for one person alone, where Discord does not take them."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import pytest

from bot.discord.privately import replace_message, tell
from bot.discord.rendering import PAGE_CHARACTERS
from tests.bot.discord.fakes import refusal


def interaction(*, done: bool) -> Any:
    response = SimpleNamespace(
        is_done=lambda: done,
        send_message=AsyncMock(side_effect=refusal(403)),
        edit_message=AsyncMock(side_effect=refusal(403)),
    )
    return SimpleNamespace(response=response, followup=SimpleNamespace(send=AsyncMock()))


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
