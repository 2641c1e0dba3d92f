from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.moderators.pause_commands import note_of
from bot.discord.moderators.rule_texts import described, hours_of, zone_of, zones_like
from bot.state.rules import PauseNote, QuietHours, ServerRules
from config.errors import ModerationError
from config.language import Language
from tests.languages import EACH_LANGUAGE


@given(st.times(), st.times())
def test_hours_are_read_as_they_are_written(since: time, until: time) -> None:
    since, until = (one.replace(second=0, microsecond=0) for one in (since, until))
    if since != until:
        assert hours_of(f"{since:%H:%M}", f" {until:%H:%M} ") == QuietHours(since, until)


def test_no_times_are_no_quiet_hours() -> None:
    assert hours_of(None, None) is None
    assert hours_of("9:00", "18:05") == QuietHours(time(9), time(18, 5))


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("since", "until", "key"),
    [
        ("23:00", None, "rules.half_hours"),
        (None, "07:00", "rules.half_hours"),
        ("07:00", "7:00", "rules.half_hours"),
        ("25:00", "07:00", "rules.bad_time"),
        ("11pm", "07:00", "rules.bad_time"),
        ("23:0٣", "07:00", "rules.bad_time"),
    ],
)
def test_times_that_cannot_be_used_are_named_with_the_remedy(
    since: str | None, until: str | None, key: str, language: Language
) -> None:
    with pytest.raises(ModerationError) as caught:
        hours_of(since, until)
    assert caught.value.key == key
    assert "07:30" in caught.value.sentence(language)


def test_a_time_zone_is_found_however_it_is_typed() -> None:
    assert zone_of(None) is None
    assert zone_of(" asia/seoul ") == "Asia/Seoul"
    assert zone_of("America/new york") == "America/New_York"


@pytest.mark.parametrize("typed", ["Mars/Olympus", "../../etc/passwd", "Seoul "])
def test_a_time_zone_there_is_none_of_is_named(typed: str) -> None:
    with pytest.raises(ModerationError) as caught:
        zone_of(typed)
    assert caught.value.key == "rules.unknown_zone"


def test_zones_are_offered_by_city_first_and_every_one_is_usable() -> None:
    assert zones_like("seo")[0] == "Asia/Seoul"
    offered = zones_like("")
    assert len(offered) == 25
    assert all(ZoneInfo(zone).key == zone for zone in offered)
    assert zones_like("nowhere at all") == []


@EACH_LANGUAGE
def test_all_rules_of_a_server_are_listed(language: Language) -> None:
    rules = ServerRules(
        moderator_role=5,
        audit_channel=6,
        channels=(7, 8),
        roles=(9,),
        daily_questions=3,
        quiet_hours=QuietHours(time(23), time(7, 30)),
        time_zone="Asia/Seoul",
        pause=PauseNote(),
    )
    text = described(rules, language)
    assert all(part in text for part in ("<@&5>", "<#6>", "<#7>, <#8>", "<@&9>", "3", "23:00", "07:30", "Asia/Seoul"))
    assert {Language.KOREAN: "일시정지", Language.ENGLISH: "paused"}[language] in text
    assert described(ServerRules(), language) != text


def test_the_longest_rules_fit_a_message() -> None:
    many = tuple(range(2**63, 2**63 + 25))
    rules = ServerRules(channels=many, roles=many)
    assert all(len(described(rules, language)) < 1800 for language in Language)


def test_a_note_is_kept_by_the_language_it_is_written_in() -> None:
    assert note_of("점심 먹고 올게요", None) == PauseNote(korean="점심 먹고 올게요")
    assert note_of("Back soon", "곧 올게요") == PauseNote(korean="곧 올게요", english="Back soon")
    assert note_of("곧 올게요", "Back soon") == PauseNote(korean="곧 올게요", english="Back soon")
    assert note_of(None, "Back soon") == PauseNote(english="Back soon")
    assert note_of(None, None) == PauseNote()
