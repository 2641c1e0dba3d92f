from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.state.rules import PauseNote, QuietHours, RuleBook, ServerRules
from bot.state.store import StateStore, open_state
from config.language import Language
from tests.languages import EACH_LANGUAGE

HOME, ELSEWHERE = 20, 21
MINJI, ALICE = 1, 2
TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture
def book(state: StateStore) -> RuleBook:
    return RuleBook(state.engine)


async def test_a_server_that_decided_nothing_has_the_default_rules(book: RuleBook) -> None:
    assert await book.of(HOME) == ServerRules()


async def test_each_change_leaves_the_other_rules_and_the_other_servers_as_they_were(book: RuleBook) -> None:
    quiet = QuietHours(time(23), time(7, 30))
    await book.change(HOME, channels=(1, 2), quiet_hours=quiet, time_zone="Asia/Seoul")
    changed = await book.change(HOME, pause=PauseNote(korean="점심시간이에요"))
    expected = ServerRules(
        channels=(1, 2), quiet_hours=quiet, time_zone="Asia/Seoul", pause=PauseNote(korean="점심시간이에요")
    )
    assert changed == await book.of(HOME) == expected
    assert await book.of(ELSEWHERE) == ServerRules()


async def test_rules_outlive_the_process(url: str) -> None:
    async with open_state(url) as first:
        await RuleBook(first.engine).change(HOME, daily_questions=3, moderator_role=5)
    async with open_state(url) as second:
        assert await RuleBook(second.engine).of(HOME) == ServerRules(daily_questions=3, moderator_role=5)


async def test_questions_are_counted_by_member_server_and_day_up_to_the_limit(url: str) -> None:
    async with open_state(url) as first:
        book = RuleBook(first.engine)
        assert await book.claim_question(HOME, MINJI, TODAY, 2)
        assert await book.claim_question(HOME, MINJI, TODAY, 2)
    async with open_state(url) as second:
        book = RuleBook(second.engine)
        assert not await book.claim_question(HOME, MINJI, TODAY, 2)
        assert not await book.claim_question(HOME, MINJI, TODAY, 2)
        assert await book.claim_question(HOME, MINJI, TODAY, 3)
        assert await book.claim_question(HOME, ALICE, TODAY, 2)
        assert await book.claim_question(ELSEWHERE, MINJI, TODAY, 2)
        assert await book.claim_question(HOME, MINJI, TOMORROW, 2)


@pytest.mark.parametrize("hours", [0, 11, 12, 48])
@pytest.mark.parametrize("forgotten", [None, MINJI, ALICE])
async def test_a_day_that_is_over_everywhere_is_counted_no_longer(
    state: StateStore, hours: int, forgotten: int | None
) -> None:
    book = RuleBook(state.engine)
    await book.claim_question(HOME, MINJI, TODAY, 1)
    later = StateStore(state.engine, now=lambda: datetime.combine(TOMORROW, time(), UTC) + timedelta(hours=hours))
    if forgotten is None:
        await later.prune(datetime.min.replace(tzinfo=UTC))
    else:
        await later.forget(forgotten)
    still_counted = not await book.claim_question(HOME, MINJI, TODAY, 1)
    assert still_counted == (hours < 12 or forgotten == ALICE)


@EACH_LANGUAGE
def test_a_note_is_read_in_the_askers_language_or_in_the_one_it_was_written_in(language: Language) -> None:
    both = PauseNote(korean="쉬어요", english="Resting")
    assert both.text(language) == {Language.KOREAN: "쉬어요", Language.ENGLISH: "Resting"}[language]
    assert PauseNote(korean="쉬어요").text(language) == "쉬어요"
    assert PauseNote(english="Resting").text(language) == "Resting"
    assert PauseNote().text(language) is None
