"""What was, and who asks about it."""

import pytest

from index.past import Asked, about_the_past, is_headed_by_the_past


@pytest.mark.parametrize(
    ("heading", "past"),
    [
        ("Previous Generation: 8K Tokens", True),
        ("The former tower", True),
        ("이전 세대: 8K 토큰", True),
        ("예전 등대", True),
        ("The tower", False),
        ("What comes next", False),
        ("등대의 탑", False),
        ("다음 세대", False),
    ],
)
def test_a_heading_says_that_what_is_below_it_held_before(heading: str, *, past: bool) -> None:
    assert is_headed_by_the_past(heading) is past


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("How tall was the tower?", Asked.PERHAPS),
        ("How tall is the old tower?", Asked.PERHAPS),
        ("탑은 높이가 얼마였어요?", Asked.PERHAPS),
        ("바꾸기 전에는 어땠나요?", Asked.PERHAPS),
        ("What did the former lamp burn?", Asked.SURELY),
        ("How bright is the last-gen lamp?", Asked.SURELY),
        ("이전 등불은 무엇을 태우나요?", Asked.SURELY),
        ("새 등불 나오기전 세대는 얼마나 밝아요?", Asked.SURELY),
        ("How tall is the tower?", Asked.NO),
        ("and its range?", Asked.NO),
        ("탑은 높이가 얼마예요?", Asked.NO),
        ("등불 밝기는?", Asked.NO),
        ("전망은 어때요?", Asked.NO),
        ("등대가 어디 있겠어요?", Asked.NO),
    ],
)
def test_a_question_asks_about_what_was(question: str, asked: Asked) -> None:
    assert about_the_past(question) is asked
