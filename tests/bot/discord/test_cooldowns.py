import pytest

from bot.discord.cooldowns import Cooldowns, Pause, Scope
from config.language import Language
from config.settings import load_settings

MINJI, ALICE = 1, 2
GENERAL, RANDOM = 10, 11


class Clock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cooldowns(clock: Clock) -> Cooldowns:
    """Two questions a member in 10 seconds, three a channel in 30."""
    rules = {"member_questions": 2, "member_period_s": 10, "channel_questions": 3, "channel_period_s": 30}
    return Cooldowns(load_settings({"discord": rules}).discord, clock)


def test_a_member_may_ask_a_few_times_in_a_row_then_waits_for_the_rest_of_the_period(
    cooldowns: Cooldowns, clock: Clock
) -> None:
    assert cooldowns.claim(MINJI, GENERAL) is None
    clock.now_s += 3.5
    assert cooldowns.claim(MINJI, RANDOM) is None
    assert cooldowns.claim(MINJI, RANDOM) == Pause(Scope.MEMBER, 7)
    clock.now_s += 6.6
    assert cooldowns.claim(MINJI, RANDOM) is None


def test_one_member_does_not_slow_another(cooldowns: Cooldowns) -> None:
    for _ in range(3):
        cooldowns.claim(MINJI, GENERAL)
    assert cooldowns.claim(ALICE, GENERAL) is None


def test_a_channel_waits_whoever_asks_and_other_channels_do_not(cooldowns: Cooldowns, clock: Clock) -> None:
    for member in (MINJI, ALICE, 3):
        assert cooldowns.claim(member, GENERAL) is None
    clock.now_s += 20
    assert cooldowns.claim(4, GENERAL) == Pause(Scope.CHANNEL, 10)
    assert cooldowns.claim(4, RANDOM) is None


def test_a_question_that_must_wait_does_not_count(cooldowns: Cooldowns, clock: Clock) -> None:
    for _ in range(20):
        cooldowns.claim(MINJI, GENERAL)
    assert cooldowns.claim(ALICE, GENERAL) is None
    clock.now_s += 10.5
    assert cooldowns.claim(MINJI, RANDOM) is None


def test_nobody_waits_zero_seconds(cooldowns: Cooldowns, clock: Clock) -> None:
    for _ in range(2):
        cooldowns.claim(MINJI, GENERAL)
    clock.now_s += 10
    assert cooldowns.claim(MINJI, GENERAL) == Pause(Scope.MEMBER, 1)


@pytest.mark.parametrize(
    ("language", "member", "channel"),
    [
        (Language.KOREAN, "질문이 조금 빨라요. 7초 뒤에", "이 채널에 질문이 몰렸어요. 7초 뒤에"),
        (
            Language.ENGLISH,
            "faster than I can read; please ask again in 7 s",
            "from this channel; please ask again in 7 s",
        ),
    ],
)
def test_the_note_names_the_seconds(language: Language, member: str, channel: str) -> None:
    assert member in Pause(Scope.MEMBER, 7).note(language)
    assert channel in Pause(Scope.CHANNEL, 7).note(language)
