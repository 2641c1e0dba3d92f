import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.completion import Fit, Target, fit

KOREAN = Target.of("미스트랄 라지 3의 “컨텍스트윈도우”에 대해 글은 뭐라고 하나요?")
ENGLISH = Target.of("On Llama 4, what is said about “open-source AI”?")


@pytest.mark.parametrize(
    "word",
    [
        "ㅁ",
        "ㅁㅅㅌㄹ",
        "ㅁㅅㅌㄹㄹㅈ",
        "미",
        "미스",
        "미슽",
        "미스트라",
        "미스ㅌ",
        "미ㅅㅌ",
        "미스트랄라지3",
        "라지",
        "3",
        "컨텍",
    ],
)
def test_korean_is_completed_by_syllables_unfinished_ones_and_first_consonants(word: str) -> None:
    assert fit(word, KOREAN) is Fit.AT_WORD


@pytest.mark.parametrize("word", ["l", "LLAMA", "llama4", "op", "source", "what", "ai?"])
def test_english_is_completed_by_the_beginnings_of_words(word: str) -> None:
    assert fit(word, ENGLISH) is Fit.AT_WORD


def test_two_consonants_that_a_keyboard_joins_still_begin_two_syllables() -> None:
    assert fit("ㄳ", Target.of("공공 부문과 구성")) is Fit.AT_WORD
    assert fit("ㄳ", Target.of("구름")) is Fit.NOWHERE


def test_korean_words_may_be_joined_to_others() -> None:
    assert fit("윈도우", KOREAN) is Fit.INSIDE


@pytest.mark.parametrize(("word", "target"), [("ㅅㅌㄹ", KOREAN), ("믹", KOREAN), ("lama", ENGLISH), ("zzz", ENGLISH)])
def test_the_middle_of_a_word_is_no_beginning(word: str, target: Target) -> None:
    assert fit(word, target) is Fit.NOWHERE


def test_nothing_typed_fits_everything() -> None:
    assert fit("…", KOREAN) is Fit.AT_WORD


@given(st.text(alphabet="가미스트라지ㅁㅅ abAB3 ,", max_size=20), st.integers(min_value=0, max_value=20))
def test_every_beginning_of_a_text_completes_to_it(text: str, length: int) -> None:
    assert all(fit(word, Target.of(text)) is Fit.AT_WORD for word in text[:length].split())
