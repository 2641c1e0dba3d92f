import tomllib
from importlib import resources

import pytest

from bot.meaning.aspects import Aspects

SHIPPED = tomllib.loads(resources.files("bot.meaning").joinpath("aspects.toml").read_text(encoding="utf-8"))
NEUTRAL = tomllib.loads(resources.files("bot.meaning").joinpath("neutral.toml").read_text(encoding="utf-8"))


def test_what_excludes_another_is_an_aspect_and_what_opposes_another_a_side() -> None:
    assert {name for group in SHIPPED["exclusive"] for name in group} <= set(SHIPPED["aspects"])
    assert {name for pair in SHIPPED["opposite"] for name in pair} <= set(SHIPPED["sides"])


@pytest.mark.parametrize("table", ["aspects", "sides"])
def test_every_entry_has_words_of_both_languages(table: str) -> None:
    for name, patterns in SHIPPED[table].items():
        assert any(pattern.isascii() for pattern in patterns), name
        assert any(not pattern.isascii() for pattern in patterns), name


def test_neutral_questions_are_as_many_in_both_languages() -> None:
    assert len(NEUTRAL["ko"]) == len(NEUTRAL["en"]) >= 20


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("더 싸요?", "Is it more expensive?", True),
        ("더 싸요?", "더 비싸요?", True),
        ("Is it cheaper?", "Is it more expensive?", True),
        ("더 싸요?", "Is it cheaper?", False),
        ("더 싸요?", "What does it cost?", False),
        ("늘어요, 줄어요? 늘었대요?", "Does it grow or shrink?", False),
        ("늘어났어요?", "Does it grow or shrink?", True),
    ],
)
def test_only_leaning_in_opposite_ways_excludes(one: str, other: str, opposed: bool) -> None:
    shipped = Aspects.load()
    assert shipped.oppose(shipped.sides(one), shipped.sides(other)) is opposed
    assert shipped.oppose(shipped.sides(other), shipped.sides(one)) is opposed


@pytest.mark.parametrize(
    ("korean", "english", "aspects"),
    [
        ("라이선스가 뭐예요?", "What is the licence?", {"licence"}),
        ("파라미터 수는?", "How many parameters are there?", {"parameters"}),
        ("서버 행사는 어디서 해요?", "Where is the server event?", {"event", "place"}),
        ("왜 느려요?", "Why is it slow?", {"reason", "speed"}),
        ("오픈소스 모델이 뭐가 좋아요?", "What are open-source models good for?", set()),
        ("요리하는 방법은?", "How do I cook it?", {"manner"}),
        ("보호법은 뭐라고 해요?", "What does that law say?", {"law"}),
        ("리더보드 순위는?", "The leaderboard ranking?", set()),
    ],
)
def test_both_languages_ask_about_the_same_things(korean: str, english: str, aspects: set[str]) -> None:
    shipped = Aspects.load()
    assert shipped.asked(korean) == shipped.asked(english) == aspects
