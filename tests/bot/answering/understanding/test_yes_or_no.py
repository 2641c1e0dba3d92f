"""Which questions yes or no answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.understanding.yes_or_no import asks_yes_or_no


@pytest.mark.parametrize(
    "question",
    [
        "Can visitors climb the tower?",
        "is it open in winter",
        "so is it expensive to keep going?",
        "I bring a class. could they climb it?",
        "Isn't the lamp electric?",
        "The tower is granite, right?",
        "what about the lamp, does it still turn?",
        "Does it hold up when it storms?",
        "Is it open in summer or in winter?",
        "any guided walks at Corvin?",
        "they say the lamp is electric, right?",
        "the lamp went out in 1931, no?",
        "등불이 전기라며?",
        "등불은 1931년에 꺼졌다던데",
        "탑에 올라가도 되나요?",
        "겨울에도 열어요?",
        "유지비 많이 듦?",
        "등불이 아직 돌아?",
        "탑은 화강암이죠?",
        "표를 미리 사야 돼",
        "학생도 표 빌려줘?",
        "폭풍이 올 때도 버틸까요 ㅋㅋ",
        "여름에 열어요 겨울에 열어요?",
        "코빈보다 말로가 높은가요?",
        "코빈에 안내 산책도 있음??",
        "등불을 밤새 켜 두는 거 맞아?",
    ],
)
def test_a_question_of_yes_or_no_is_one(question: str) -> None:
    assert asks_yes_or_no(question)


@pytest.mark.parametrize(
    "question",
    [
        "How tall is the tower?",
        "who built it and is it granite?",
        "in which year was it lit?",
        "so what is it built of",
        "Can you tell me about the lamp?",
        "could you please explain the lamp",
        "The lamp.",
        "height of the tower?",
        "when does it open, and why?",
        "탑은 얼마나 높아요?",
        "누가 지었나요?",
        "몇 년에 켜졌어?",
        "등불에 대해 알려줘?",
        "등불을 설명해 줄래요?",
        "표 한 장 골라줘",
        "탑 높이는?",
        "등불은요?",
        "왜 화강암으로 지었나요?",
        "겨울에 여는 까닭이 있나요?",
        "",
        "???",
    ],
)
def test_any_other_is_none(question: str) -> None:
    assert not asks_yes_or_no(question)


@given(
    st.sampled_from(["Can visitors climb the tower", "탑에 올라가도 되나요", "How tall is it", "탑은 얼마나 높아요"]),
    st.text("?？!.~… ㅋㅎㅠㅜ", max_size=6),
)
def test_the_signs_behind_a_question_change_nothing(question: str, signs: str) -> None:
    assert asks_yes_or_no(question + signs) == asks_yes_or_no(question)


@given(
    st.sampled_from(["It is granite, right", "The tower is open, yes", "The tower is open"]),
    st.text("?!.~… ", max_size=6),
)
def test_the_signs_behind_a_tag_change_nothing(question: str, signs: str) -> None:
    assert asks_yes_or_no(question + signs) == asks_yes_or_no(question)
