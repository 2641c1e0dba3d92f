import tomllib
from importlib import resources

import pytest

from bot.meaning.aspects import Aspects

SHIPPED = tomllib.loads(resources.files("bot.meaning").joinpath("aspects.toml").read_text(encoding="utf-8"))
NEUTRAL = tomllib.loads(resources.files("bot.meaning").joinpath("neutral.toml").read_text(encoding="utf-8"))


def test_what_excludes_another_is_an_aspect() -> None:
    assert {name for group in SHIPPED["exclusive"] for name in group} <= set(SHIPPED["aspects"])


@pytest.mark.parametrize("table", ["aspects", "sides"])
def test_every_entry_has_words_of_both_languages(table: str) -> None:
    for name, patterns in SHIPPED[table].items():
        assert any(pattern.isascii() for pattern in patterns), name
        assert any(not pattern.isascii() for pattern in patterns), name


def test_neutral_questions_are_as_many_in_both_languages() -> None:
    assert len(NEUTRAL["ko"]) == len(NEUTRAL["en"]) >= 20


@pytest.mark.parametrize(
    ("korean", "english", "aspects"),
    [
        ("라이선스가 뭐예요?", "What is the licence?", {"licence"}),
        ("파라미터 수는?", "How many parameters are there?", {"parameters"}),
        ("서버 행사는 어디서 해요?", "Where is the server event?", {"event", "place"}),
        ("왜 느려요?", "Why is it slow?", {"reason", "speed"}),
    ],
)
def test_both_languages_ask_about_the_same_things(korean: str, english: str, aspects: set[str]) -> None:
    shipped = Aspects.load()
    assert shipped.asked(korean) == shipped.asked(english) == aspects
