"""Which questions say themselves what they are about, and which lean on the turn before."""

import pytest

from bot.answering.question import Question, Turn
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "What is sea safety?"),
        ("How tall is the tower of Marlow?", "Why does sea safety matter?"),
        ("How tall is the tower of Marlow?", "What is sea safety and why is it important?"),
        ("How tall is the tower of Marlow?", "Why do keepers keep their logs?"),
        ("How tall is the tower of Marlow?", "What are the benefits of electric lamps?"),
        ("How tall is the tower of Marlow?", "Is my boat safe?"),
        ("How tall is the tower of Marlow?", "What does the article say about safety?"),
        ("How tall is the tower of Marlow?", "Is it true that Corvin is open?"),
        ("How tall is the tower of Marlow?", "What is Corvin?"),
        ("How tall is the tower of Marlow?", "What is Corvin and its use?"),
        ("How tall is the tower of Marlow?", "The lamp of Corvin?"),
        ("How tall is the tower of Marlow?", "Do electric lamps cut costs?"),
        ("How tall is the tower of Marlow?", "How do I find Corvin and climb it?"),
        ("How tall is the tower of Marlow?", "Corvin vs Zephyr?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 뭐예요?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 왜 중요해요?"),
        ("말로 탑은 높이가 얼마예요?", "바다 안전이 뭐고 그게 왜 중요해요?"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불의 장점 몇 가지 알려줘"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불을 쓰면 비용이 줄어요?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin은 왜 그래요?"),
        ("말로 탑은 높이가 얼마예요?", "내 배는 안전해요?"),
        ("말로 탑은 높이가 얼마예요?", "이 글에서 안전은?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin의 장점은?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin이 뭐예요?"),
        ("말로 탑은 높이가 얼마예요?", "Corvin 등불은 언제 바뀌었어요?"),
    ],
)
def test_a_question_that_says_what_it_is_about_stands_alone(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, "41 m"),)), GLOSSARY, 200)
    assert understood.text == question


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "needs a lot of oil?"),
        ("How tall is the tower of Marlow?", "and powered by what back then?"),
        ("How tall is the tower of Marlow?", "supports how many visitors daily?"),
        ("How tall is the tower of Marlow?", "any good in thick fog?"),
        ("How tall is the tower of Marlow?", "costs in winter?"),
        ("말로 탑은 높이가 얼마예요?", "성능은 안개 낀 밤에도 좋아?"),
        ("말로 탑은 높이가 얼마예요?", "비용은 겨울밤에 많이 늘어?"),
        ("말로 탑은 높이가 얼마예요?", "기름은 몇통까지 들어감?"),
        ("말로 탑은 높이가 얼마예요?", "기름은 많이먹어?"),
        ("말로 탑은 높이가 얼마예요?", "설계 도면은 공개됐어?"),
        ("말로 탑은 높이가 얼마예요?", "야간 방문은 허용되나요?"),
        ("말로 탑은 높이가 얼마예요?", "겨울 안개만 따지면?"),
    ],
)
def test_a_short_question_without_a_subject_takes_that_of_the_turn_before(before: str, question: str) -> None:
    assert understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200).names == ("Marlow",)


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How tall is the tower of Marlow?", "Towers the size of hills?"),
        ("How tall is the tower of Marlow?", "How big will future lighthouses get?"),
        ("How tall is the tower of Marlow?", "How do small lamps help?"),
        ("How tall is the tower of Marlow?", "Whats the best way to keep sailors safe?"),
        ("How tall is the tower of Marlow?", "Lamps powered by sunlight?"),
        ("말로 탑은 높이가 얼마예요?", "앞으로 지을 초대형 등대는 높이가 얼마나 될까요?"),
        ("말로 탑은 높이가 얼마예요?", "비용은 이 글에서 얼마라고 해요?"),
        ("말로 탑은 높이가 얼마예요?", "전기 등불은 앞으로 어떻게 돼요?"),
        ("말로 탑은 높이가 얼마예요?", "선원들은 왜 등대를 좋아해요?"),
        ("말로 탑은 높이가 얼마예요?", "겨울 바다를 건너려면 뭐가 필요해요?"),
    ],
)
def test_a_short_question_with_a_subject_of_its_own_stands_alone(before: str, question: str) -> None:
    assert understand(Question(question, history=(Turn(before, "41 m"),)), GLOSSARY, 200).text == question
