"""What becomes of a draft when it is kept; writing and previewing are tried on the whole process."""

from types import SimpleNamespace
from typing import cast
from unittest.mock import AsyncMock

import discord
import pytest

from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.pages import page_items
from bot.discord.moderators.pin_texts import render_pins
from bot.discord.moderators.pins import PINS_PER_PAGE, Draft, PinHandlers
from bot.discord.questions import QuestionUpkeep
from bot.discord.rendering import PAGE_CHARACTERS
from bot.pins.pin import Pin, PinText
from config.errors import StateError
from config.language import Language
from tests.bot.discord.moderators.fakes import NOW
from tests.languages import EACH_LANGUAGE

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


class Desk:
    """A draft, and the button under its preview."""

    def __init__(self, locale: str) -> None:
        self.book, self.reopen_for, self.record, self.edit = Book(), AsyncMock(return_value=2), AsyncMock(), AsyncMock()
        self.defer = AsyncMock()
        rooms = SimpleNamespace(
            pins_of=lambda _: self.book, gaps_of=lambda _: SimpleNamespace(reopen_for=self.reopen_for)
        )
        upkeep = cast(QuestionUpkeep, SimpleNamespace(rooms=rooms, ask_again=lambda: None))
        gate = cast(Gate, SimpleNamespace(refuses_corpus=AsyncMock(return_value=False)))
        self._handlers = PinHandlers(gate, cast(Auditor, SimpleNamespace(record=self.record)), upkeep, AsyncMock())
        self._handlers._drafts["ab"] = Draft(TEXT, None, server_id=7)
        self._press = SimpleNamespace(
            user=SimpleNamespace(id=1),
            guild_id=7,
            locale=discord.Locale(locale),
            response=SimpleNamespace(defer=self.defer, edit_message=self.edit),
            edit_original_response=self.edit,
        )

    async def keep(self) -> str:
        """Presses the button; what stands in the place of the preview."""
        await self._handlers.keep(cast(discord.Interaction, self._press), "ab")
        return str(self.edit.call_args.kwargs["content"])


@pytest.mark.parametrize(("locale", "gone"), [("ko", "이 초안은 없어요"), ("en-US", "This draft is gone")])
async def test_a_draft_that_could_not_be_kept_can_be_kept_later_and_only_once(locale: str, gone: str) -> None:
    desk = Desk(locale)
    desk.book.broken = True
    with pytest.raises(StateError):
        await desk.keep()
    desk.book.broken = False
    await desk.keep()
    assert gone in await desk.keep()
    assert [pin.text for pin in desk.book.pins] == [TEXT]


@pytest.mark.parametrize("fault", [StateError("state.disk_full", place="state.db"), ZeroDivisionError()])
@pytest.mark.parametrize(("locale", "kept"), [("ko", "#1번으로 고정했어요"), ("en-US", "Kept as #1.")])
async def test_a_pin_that_is_kept_is_recorded_and_said_to_be_although_no_question_can_be_asked_again(
    locale: str, kept: str, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(locale)
    desk.reopen_for.side_effect = fault
    said = await desk.keep()
    assert kept in said
    assert "0" in said
    assert desk.record.call_args.args[1] == "pin_added"
    assert "pin 1 answers were not asked again" in caplog.text


async def test_discord_is_told_to_wait_before_questions_are_read() -> None:
    desk = Desk("en-US")
    desk.reopen_for.side_effect = lambda _: desk.defer.assert_awaited_once()
    await desk.keep()
    desk.reopen_for.assert_awaited_once()


@EACH_LANGUAGE
@pytest.mark.parametrize("filling", ["*", "_ ", "가 ", "plain "])
def test_a_page_shows_all_its_pins_whatever_moderators_wrote(language: Language, filling: str) -> None:
    text = PinText((filling * 400,), dict.fromkeys(Language, filling * 400))
    pins = [Pin(number, text, 1, NOW) for number in range(1, PINS_PER_PAGE + 1)]
    page = render_pins(page_items(pins, 1, PINS_PER_PAGE), language)
    assert len(page) <= PAGE_CHARACTERS
    assert [page.count(f"**#{pin.number}**") for pin in pins] == [1] * len(pins)
    assert page.count("<@1>") == len(pins)
