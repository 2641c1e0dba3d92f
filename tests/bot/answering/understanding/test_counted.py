"""What a question asks the number of."""

import pytest

from bot.answering.content_words import content_units
from bot.answering.understanding.counted import counted_in


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("How many lamps does Corvin have?", "lamps"),
        ("how many old oil lamps are lit", "old oil lamps"),
        ("Corvin has how many lamps?", "lamps"),
        ("How many of the lamps are lit?", ""),
        ("How many are there?", ""),
        ("How many kilometres does Corvin reach?", ""),
        ("How many visitors does Corvin have?", ""),
        ("How far does Corvin reach?", ""),
        ("코빈은 등불이 몇 개예요?", "등불"),
        ("코빈은 등불을 모두 몇 개 켜나요?", "등불"),
        ("코빈에는 몇 개의 등불이 있나요?", "등불"),
        ("코빈은 몇 가지 등불을 켜?", "등불"),
        ("등불 중 몇 개가 켜져 있어?", ""),
        ("몇 개야?", ""),
        ("코빈 불빛은 몇 킬로미터까지 닿아?", ""),
        ("코빈은 방문객이 몇 명이야?", ""),
        ("코빈 불빛은 어디까지 닿아요?", ""),
    ],
)
def test_what_is_counted_is_neither_measure_nor_people(question: str, counted: str) -> None:
    assert counted_in(question) == content_units(counted)
