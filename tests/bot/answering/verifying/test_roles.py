"""Two of a line that change places in a sentence."""

import pytest

from bot.answering.verifying.roles import changes_places

HANDED = "Ada Thorn, once a painter, took the keys over from Ben Hale in 1931."
HANDED_KO = "화가였던 정하늘이 1931년 고바다에게서 열쇠를 물려받았습니다."
BELL = "The bell was cast by the smith for the keeper."
RESCUED_KO = "등대지기가 어부를 구했습니다."


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Ben Hale took the keys over from Ada Thorn in 1931.", HANDED),
        ("In 1931 Ben Hale took the keys over from Ada Thorn.", HANDED),
        ("1931년 고바다가 정하늘에게서 열쇠를 물려받았습니다.", HANDED_KO),
        ("고바다는 정하늘에게서 열쇠를 물려받았습니다.", HANDED_KO),
        ("The smith was cast by the bell.", BELL),
        ("어부가 등대지기를 구했습니다.", RESCUED_KO),
    ],
)
def test_a_change_of_places_is_found(sentence: str, line: str) -> None:
    assert changes_places(sentence, [line])


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Ada Thorn took the keys over from Ben Hale.", HANDED),
        ("From Ben Hale, Ada Thorn took over the keys.", HANDED),
        ("The smith cast the bell for the keeper.", BELL),
        ("The bell was cast for the keeper by the smith.", BELL),
        ("정하늘은 고바다에게서 열쇠를 물려받았습니다.", HANDED_KO),
        ("고바다에게서 열쇠를 물려받은 사람은 정하늘입니다.", HANDED_KO),
        ("어부는 등대지기가 구했습니다.", RESCUED_KO),
        ("어부가 등대지기에게 구조되었습니다.", RESCUED_KO),
    ],
)
def test_another_order_of_the_same_is_not(sentence: str, line: str) -> None:
    assert not changes_places(sentence, [line])
