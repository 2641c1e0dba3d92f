"""Which part of the article a question names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.understanding.parts import part_named
from index.part import Part


@pytest.mark.parametrize(
    "question",
    [
        "What does the introduction say?",
        "In the intro, who is named?",
        "how does the article begin",
        "What is in the first paragraph?",
        "the beginning of the article, what does it say",
        "서론에서는 뭐라고 해요?",
        "도입부 내용 알려줘",
        "글 첫 부분에 누가 나와?",
        "기사의 서두에서 뭐라고 했죠?",
        "들어가는 말에는 무슨 얘기가 있어요?",
    ],
)
def test_the_opening(question: str) -> None:
    assert part_named(question) is Part.OPENING


@pytest.mark.parametrize(
    "question",
    [
        "What does the conclusion say about the lamp?",
        "what's the conclusion?",
        "In closing, what does it praise?",
        "How does it end?",
        "According to the closing part, who keeps the light?",
        "what does the article conclude",
        "at the end of the article, what is announced?",
        "결론이 뭐야",
        "그래서 결론은?",
        "맺음말에선 뭘 강조해?",
        "글의 마지막 부분에서 뭐라고 하나요?",
        "글 끝에 뭐라고 써 있어?",
        "결론에서 누구를 칭찬해요?",
    ],
)
def test_the_closing(question: str) -> None:
    assert part_named(question) is Part.CLOSING


@pytest.mark.parametrize(
    "question",
    [
        "What is the introduction of the lens about?",
        "Is there an introduction to sailing?",
        "What is the conclusion that can be drawn?",
        "What conclusion can be drawn from the storm?",
        "When does the season end?",
        "What should pupils be able to do by the end?",
        "At the end of the day, is it open?",
        "Who opened the tower?",
        "어떤 결론을 내릴 수 있나요?",
        "결론적으로 어느 등대가 높아?",
        "결론이 나지 않은 게 뭐야?",
        "마지막 등대지기는 누구예요?",
        "처음 켜진 때가 언제예요?",
        "",
    ],
)
def test_no_part(question: str) -> None:
    assert part_named(question) is None


@given(st.sampled_from(["what does the intro say", "서론에선 뭐래"]), st.text(" ?!.~ㅋ", max_size=4))
def test_signs_and_capitals_change_nothing(question: str, signs: str) -> None:
    assert part_named(question.upper() + signs) is Part.OPENING
