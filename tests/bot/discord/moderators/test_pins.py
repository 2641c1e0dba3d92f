"""What becomes of a draft when it is kept; writing and previewing are tried on the whole process."""

from types import SimpleNamespace
from typing import cast
from unittest.mock import AsyncMock

import discord
import pytest

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.pins import Draft, PinHandlers
from bot.discord.questions import QuestionUpkeep
from bot.pins.pin import Pin, PinText
from config.errors import StateError
from config.language import Language
from tests.bot.discord.moderators.fakes import NOW

TEXT = PinText(("When is the next event?",), {Language.KOREAN: "12월이에요.", Language.ENGLISH: "In December."})


class Book:
    """Keeps pins; with `broken`, as a full disk would."""

    def __init__(self) -> None:
        self.broken = False
        self.pins: list[Pin] = []

    async def add(self, text: PinText, member_id: int) -> Pin:
        if self.broken:
            raise StateError("state.disk_full", place="state.db")
        self.pins.append(Pin(len(self.pins) + 1, text, member_id, NOW))
        return self.pins[-1]


@pytest.mark.parametrize(("locale", "gone"), [("ko", "이 초안은 없어요"), ("en-US", "This draft is gone")])
async def test_a_draft_that_could_not_be_kept_can_be_kept_later_and_only_once(locale: str, gone: str) -> None:
    book, edit = Book(), AsyncMock()
    rooms = SimpleNamespace(
        pins_of=lambda _: book, gaps_of=lambda _: SimpleNamespace(reopen_for=AsyncMock(return_value=0))
    )
    upkeep = cast(QuestionUpkeep, SimpleNamespace(rooms=rooms, ask_again=lambda: None))
    gate = cast(Gate, SimpleNamespace(refuses_corpus=AsyncMock(return_value=False)))
    auditor = cast(Auditor, SimpleNamespace(record=AsyncMock()))
    handlers = PinHandlers(gate, auditor, upkeep, AsyncMock())
    handlers._drafts["ab"] = Draft(TEXT, None, server_id=7)
    press = cast(
        discord.Interaction,
        SimpleNamespace(
            user=SimpleNamespace(id=1),
            guild_id=7,
            locale=discord.Locale(locale),
            response=SimpleNamespace(edit_message=edit),
        ),
    )

    book.broken = True
    with pytest.raises(StateError):
        await handlers.keep(press, "ab")
    book.broken = False
    await handlers.keep(press, "ab")
    await handlers.keep(press, "ab")

    assert [pin.text for pin in book.pins] == [TEXT]
    assert gone in edit.call_args.kwargs["content"]
