"""Spaces that Korean chat leaves out."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.understanding.spacing import spaced


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("탑높이얼마임", "탑높이 얼마임"),
        ("코빈은불빛몇킬로까지감", "코빈은불빛 몇 킬로까지감"),
        ("등불 몇토큰임?", "등불 몇 토큰임?"),
        ("코빈이랑 말로 차이가머야", "코빈이랑 말로 차이가 머야"),
        ("말로는뭐에쓰는거임", "말로는 뭐에쓰는거임"),
        ("코빈같은거 또 있음?", "코빈 같은거 또 있음?"),
        ("Corvin은어디에 있어", "Corvin은 어디에 있어"),
        ("GPU몇장", "GPU 몇장"),
        ("등대지기누구임?", "등대지기 누구임?"),
        ("점등언제부터야", "점등 언제부터야"),
        ("말로탑어디있어", "말로탑 어디있어"),
        ("총등대수는?", "총 등대수는?"),
    ],
)
def test_what_asks_stands_apart(typed: str, read: str) -> None:
    assert spaced(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "탑은 높이가 얼마예요?",
        "몇 년에 지었나요?",
        "몇년도에 지었나요?",
        "몇까지 늘어요?",
        "누구누구 살았어?",
        "말로에 뭐뭐 있어?",
        "몇몇 등대는 무인이죠?",
        "나머지는 언제 켜져?",
        "커스터머이저가 있나요?",
        "커리어디자인은 있어?",
        "비누구매는 어디서 해?",
        "리얼마켓은 열어?",
        "라이언제작은 누가 해?",
        "총무가 누구예요?",
        "How tall is it?",
        "",
    ],
)
def test_the_rest_stays_as_it_is(typed: str) -> None:
    assert spaced(typed) == typed


@example("3얼마몇")
@given(st.text("탑몇얼마뭐머야같은거총 는이가 Ab3?", max_size=20))
def test_only_spaces_are_added_and_once(text: str) -> None:
    read = spaced(text)
    assert read.replace(" ", "") == text.replace(" ", "")
    assert spaced(read) == read
