from dataclasses import astuple

import pytest

from bot.meaning.words import SharedWords, comparable_words, shared_words
from index.vocabulary import Vocabulary

WORDS = Vocabulary({"가격": ["price", "cost"], "등대": ["lighthouse"]})


def shared(one: str, other: str) -> SharedWords:
    found = shared_words(comparable_words(one, WORDS), comparable_words(other, WORDS))
    assert found == shared_words(comparable_words(other, WORDS), comparable_words(one, WORDS))
    return found


@pytest.mark.parametrize(
    ("korean", "english", "found", "missing"),
    [
        ("가격은?", "the price", 1.0, 0.0),
        ("가격은?", "the prices", 1.0, 0.0),
        ("등대 가격은?", "the price", 2 / 3, 1 / 3),
        ("가격은?", "lighthouse prices", 2 / 3, 1 / 3),
        ("고래 가격은?", "the price", 2 / 3, 0.0),
        ("가격은?", "whale prices", 2 / 3, 0.0),
        ("컨텍스트는?", "the context", 1.0, 0.0),
        ("3,000은?", "3000 visitors", 2 / 3, 0.0),
        ("뭐예요?", "what is it", 0.0, 0.0),
    ],
)
def test_words_are_found_by_translation_stem_value_and_sound(
    korean: str, english: str, found: float, missing: float
) -> None:
    assert astuple(shared(korean, english)) == pytest.approx((found, missing))
