import pytest

from index.hangul import initial, is_consonant, is_syllable, typed_keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("미스트", "ㅁㅣㅅㅡㅌㅡ"),
        ("미슽", "ㅁㅣㅅㅡㅌ"),
        ("값", "ㄱㅏㅂㅅ"),
        ("ㄳ", "ㄱㅅ"),
        ("원의", "ㅇㅜㅓㄴㅇㅡㅣ"),
        ("Llama 4는", "Llama 4ㄴㅡㄴ"),
    ],
)
def test_syllables_come_apart_into_the_keys_that_make_them(text: str, keys: str) -> None:
    assert typed_keys(text) == keys


def test_every_syllable_begins_with_its_initial() -> None:
    for code in range(ord("가"), ord("힣") + 1):
        keys = typed_keys(chr(code))
        assert is_syllable(chr(code))
        assert is_consonant(keys[0])
        assert initial(chr(code)) == keys[0]
        assert 2 <= len(keys) <= 5


def test_other_characters_are_their_own_initial() -> None:
    assert [initial(character) for character in "a4ㅏ"] == ["a", "4", "ㅏ"]
    assert not is_consonant("ㅏ")
