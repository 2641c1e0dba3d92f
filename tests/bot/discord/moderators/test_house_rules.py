"""The house rules, applied to questions."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.moderators.house_rules import HouseRules, Refusal, Visitor, quiet_until
from bot.state.rules import PauseNote, QuietHours
from config.language import Language
from tests.bot.discord.fakes import FakeRules
from tests.languages import EACH_LANGUAGE

HOME, MINJI, ALICE = 20, 1, 2
GENERAL, THREAD, CATEGORY = 10, 11, 12
MODERATORS = 30
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def visitor(
    member_id: int = MINJI,
    guild_id: int | None = HOME,
    places: frozenset[int] = frozenset({GENERAL}),
    roles: frozenset[int] = frozenset(),
) -> Visitor:
    return Visitor(guild_id, member_id, places, roles)


def house(now: datetime = NOON, **rules: object) -> HouseRules:
    return HouseRules(FakeRules(**rules), lambda: now)


async def test_without_rules_everybody_is_answered() -> None:
    assert await house().refusal(visitor()) is None


@EACH_LANGUAGE
async def test_while_paused_everybody_reads_the_note_in_their_language(language: Language) -> None:
    refusal = await house(pause=PauseNote("곧 올게요", "Back soon")).refusal(visitor(roles=frozenset({MODERATORS})))
    assert refusal is not None
    assert refusal.paused
    lead = {Language.KOREAN: "답변을 멈춰 두었어요", Language.ENGLISH: "have paused my answers"}[language]
    note = {Language.KOREAN: "곧 올게요", Language.ENGLISH: "Back soon"}[language]
    assert lead in refusal.sentence(language)
    assert refusal.sentence(language).endswith(f"> {note}")


@EACH_LANGUAGE
async def test_a_note_cannot_ping_or_break_out_of_its_quote(language: Language) -> None:
    refusal = await house(pause=PauseNote(english="@everyone\n# **look** [here](https://x.example)")).refusal(visitor())
    assert refusal is not None
    shown = refusal.sentence(language)
    assert "@everyone" not in shown
    assert shown.count("\n") == 1
    assert "](" not in shown


@pytest.mark.parametrize(
    ("places", "answered"),
    [({GENERAL}, True), ({THREAD, GENERAL}, True), ({99, CATEGORY}, True), ({99}, False)],
)
async def test_allowed_channels_hold_for_their_threads_and_categories(places: set[int], answered: bool) -> None:
    refusal = await house(channels=(GENERAL, CATEGORY)).refusal(visitor(places=frozenset(places)))
    assert (refusal is None) is answered
    assert refusal is None or f"<#{GENERAL}>" in refusal.sentence(Language.ENGLISH)


async def test_where_roles_are_allowed_one_of_them_is_enough() -> None:
    allowed = house(roles=(MODERATORS, 31))
    assert await allowed.refusal(visitor(roles=frozenset({31, 99}))) is None
    assert await allowed.refusal(visitor(roles=frozenset({99}))) == Refusal("rules.not_you")


@pytest.mark.parametrize(
    ("since", "until", "clock", "quiet"),
    [
        (time(23), time(7), time(23), True),
        (time(23), time(7), time(3), True),
        (time(23), time(7), time(7), False),
        (time(23), time(7), time(12), False),
        (time(12), time(13), time(12, 30), True),
        (time(12), time(13), time(13), False),
        (time(12), time(13), time(11, 59), False),
    ],
)
def test_quiet_hours_may_pass_midnight(since: time, until: time, clock: time, quiet: bool) -> None:
    moment = datetime.combine(date(2026, 11, 22), clock, UTC)
    end = quiet_until(QuietHours(since, until), moment)
    assert (end is not None) is quiet
    assert end is None or moment < end <= moment + timedelta(days=1)
    assert end is None or end.time() == until


@given(st.times(), st.times(), st.datetimes(timezones=st.just(UTC), max_value=datetime(9000, 1, 1)))  # noqa: DTZ001
def test_once_quiet_hours_end_they_are_over(since: time, until: time, moment: datetime) -> None:
    if since == until:
        return
    hours = QuietHours(since, until)
    if (end := quiet_until(hours, moment)) is not None:
        assert quiet_until(hours, end) is None


@EACH_LANGUAGE
async def test_quiet_hours_are_those_of_the_servers_own_clock(language: Language) -> None:
    night = QuietHours(time(21), time(22))  # noon in UTC is 21:00 in Seoul
    refusal = await house(quiet_hours=night, time_zone="Asia/Seoul").refusal(visitor())
    assert refusal is not None
    assert f"<t:{int((NOON + timedelta(hours=1)).timestamp())}:t>" in refusal.sentence(language)
    assert await house(quiet_hours=night).refusal(visitor()) is None


@EACH_LANGUAGE
async def test_a_quota_is_a_members_own_and_begins_anew_with_the_servers_day(language: Language) -> None:
    rules = FakeRules(daily_questions=2, time_zone="Asia/Seoul")
    today = HouseRules(rules, lambda: NOON)
    assert await today.refusal(visitor()) is None
    assert await today.refusal(visitor()) is None
    refusal = await today.refusal(visitor())
    assert refusal is not None
    midnight = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    assert f"<t:{int(midnight.timestamp())}:f>" in refusal.sentence(language)
    assert "2" in refusal.sentence(language)
    assert await today.refusal(visitor(ALICE)) is None
    assert await HouseRules(rules, lambda: midnight).refusal(visitor()) is None


async def test_a_question_refused_for_another_reason_does_not_count() -> None:
    rules = FakeRules(daily_questions=1, channels=(99,))
    assert await HouseRules(rules).refusal(visitor()) is not None
    assert rules.counts == {}


async def test_direct_messages_have_no_rules() -> None:
    assert await house(pause=PauseNote(), channels=(99,), daily_questions=1).refusal(visitor(guild_id=None)) is None


async def test_while_rules_cannot_be_read_those_last_read_hold_and_nothing_is_counted() -> None:
    rules = FakeRules(pause=PauseNote())
    open_house = HouseRules(rules)
    assert await open_house.refusal(visitor()) is not None
    rules.broken = True
    assert await open_house.refusal(visitor()) is not None
    assert await HouseRules(rules).refusal(visitor()) is None
