"""What was, and who asks about it."""

import pytest

from index.past import asks_about_the_past, is_headed_by_the_past


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
    ("question", "past"),
    [
        ("How tall was the tower?", True),
        ("What did the former lamp burn?", True),
        ("How tall is the old tower?", True),
        ("탑은 높이가 얼마였어요?", True),
        ("이전 등불은 무엇을 태우나요?", True),
        ("바꾸기 전에는 어땠나요?", True),
        ("How tall is the tower?", False),
        ("and its range?", False),
        ("탑은 높이가 얼마예요?", False),
        ("등불 밝기는?", False),
        ("전망은 어때요?", False),
    ],
)
def test_a_question_asks_about_what_was(question: str, *, past: bool) -> None:
    assert asks_about_the_past(question) is past
