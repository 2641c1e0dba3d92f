import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.loanwords import sound_key


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("컨텍스트", "context"),
        ("토큰", "token"),
        ("벤치마크", "benchmark"),
        ("오픈소스", "opensource"),
        ("커스터마이징", "customization"),
        ("파라미터", "parameters"),
        ("클라우드", "cloud"),
        ("인터페이스", "interface"),
        ("프라이버시", "privacy"),
        ("어텐션", "attention"),
        ("트렌드", "Trend"),
    ],
)
def test_a_loanword_sounds_like_its_original(korean: str, english: str) -> None:
    assert sound_key(korean) == sound_key(english) != ""
    assert sound_key(unicodedata.normalize("NFD", korean)) == sound_key(korean)


@pytest.mark.parametrize("word", ["", "a", "data", "데이터", "가", "41b", "라마4", "naïve", "?"])
def test_short_words_and_others_than_letters_have_no_key(word: str) -> None:
    assert sound_key(word) == ""


@given(st.text())
def test_any_text_has_a_short_key_or_none(text: str) -> None:
    assert len(sound_key(text)) in {0, 3, 4}
