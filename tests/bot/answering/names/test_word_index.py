import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.names.word_index import WordIndex

KOREAN = "컨텍스트를 늘려 온프레미스 배포를 돕습니다. 오픈 소스 생태계와 별하 자전거."
ENGLISH = "Faster inference on devices, and the Narae bicycles."
KNOWN = WordIndex([KOREAN, ENGLISH])


@pytest.mark.parametrize("word", ["컨텍스트", "오픈소스", "생태계", "Narae", "devices"])
def test_a_word_stands_however_it_is_spaced_or_ended(word: str) -> None:
    assert word in KNOWN


@pytest.mark.parametrize("word", ["컨택스트", "온프렘", "inferense", "Naraes", "별하랑"])
def test_a_word_stands_nearly_or_with_something_behind_it(word: str) -> None:
    assert word in KNOWN


@pytest.mark.parametrize("word", ["인퍼런스", "context"])
def test_a_word_in_the_other_script_stands_by_its_sound(word: str) -> None:
    assert word in WordIndex([KOREAN if word.isascii() else ENGLISH])


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("zephyrnet", "The sum was spent."),
        ("zephyrnet", "자전거를 더 줍니다."),
        ("스푸른트", "별을 스퍼른다면 좋습니다."),
    ],
)
def test_neither_the_same_script_nor_a_verb_nor_another_length_is_known_by_its_sound(word: str, text: str) -> None:
    assert word not in WordIndex([text])


@pytest.mark.parametrize("word", ["솔라", "엑사원", "태계", "네모트론", "exaone", "wheels"])
def test_other_words_and_the_insides_of_words_do_not(word: str) -> None:
    assert word not in KNOWN


@given(
    st.text(
        st.characters(codec="ascii", categories=["L", "P"]) | st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        min_size=1,
    )
)
def test_no_word_stands_in_no_text_and_any_stands_in_itself(word: str) -> None:
    assert word not in WordIndex([])
    assert word in WordIndex([f"see {word}"]) or not word.isalpha()
