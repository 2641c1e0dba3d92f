"""Words that point back: picks among what was named, and pronouns."""

import pytest

from bot.answering.question import Question, Turn
from bot.answering.understanding.openers import split_openers
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Which lamps does Corvin have?", "and the brighter one is good at what?"),
        ("Which lamps does Corvin have?", "the smaller of the two?"),
        ("Which lamps does Corvin have?", "Which of the two can sailors on the open sea see in fog?"),
        ("Which lamps does Corvin have?", "What do sailors on the open sea use the latter for?"),
        ("Which lamps does Corvin have?", "and is the more powerful one lit all night for sailors at sea?"),
        ("Which lamps does Corvin have?", "how many of those actually burn at a time"),
        ("Which lamps does Corvin have?", "and the small one shines as far out at night right?"),
        ("Which lamps does Corvin have?", "are both bright enough for ships far out at sea?"),
        ("Which lamps does Corvin have?", "which one should I look for from a ship at night"),
        ("코빈에는 어떤 등불이 있어?", "둘중에 먼 바다에서 밤에 보이는건 뭐임"),
        ("코빈에는 어떤 등불이 있어?", "두 모델 중에 어떤 게 안개 낀 밤에 더 멀리 보여?"),
        ("코빈에는 어떤 등불이 있어?", "작은거는 먼 바다에서 밤에도 배까지 보임?"),
        ("코빈에는 어떤 등불이 있어?", "둘 중에 밝은놈은 뭐에 강해?"),
        ("코빈에는 어떤 등불이 있어?", "둘 다 안개 낀 밤바다에서 배까지 잘 보여?"),
        ("코빈에는 어떤 등불이 있어?", "안개 낀 밤에는 더 밝은 쪽이 배에서 잘 보이나요?"),
        ("코빈에는 어떤 등불이 있어?", "후자는 먼 바다의 선원들이 언제 보고 써?"),
        ("코빈에는 어떤 등불이 있어?", "그중에 실제로 켜는건?"),
        ("코빈에는 어떤 등불이 있어?", "실제로 밤마다 켜는 등불은 그 중에 몇 개야?"),
    ],
)
def test_a_pick_among_what_was_named_takes_its_name(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.text == f"Corvin: {split_openers(question)[1]}"


@pytest.mark.parametrize(
    "question",
    [
        "Do granite and slate both last, and which is the stronger of the two?",
        "Is the old lamp at the harbour brighter than the newer one?",
        "Are both granite and slate strong enough for the sea?",
        "Do old lighthouses shine as far as the newer ones in fog?",
        "What is the best one can do for safety at sea?",
        "두 가지 이유로 등대를 바닷가 높은 곳에 짓나요?",
        "Which of the two harbours is nearer to the open sea?",
        "Which of the two Corvin lamps was lit first?",
        "What is the better way of keeping a lamp clean at sea?",
        "화강암이랑 벽돌 둘 중에 뭐가 바닷바람에 더 오래 가?",
        "등대가 여러 곳 있는데 그중에 제일 오래된 건 어디예요?",
        "화강암 벽돌 둘 다 바닷바람에 오래 가나요?",
        "바다에서 더 밝은 불빛이 왜 늘 좋은 건 아니에요?",
    ],
)
def test_a_pick_among_what_the_question_itself_sets_side_by_side_stands_alone(question: str) -> None:
    before = "Which lamps does Corvin have?"
    assert understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200).text == question


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("Who built Corvin?", "so how many stairs and windows does that one have today"),
        ("Who built Corvin?", "what do sailors on the open sea say about that thing"),
        ("Who built Corvin?", "how far out at sea can this guy be seen at night"),
        ("Who built Corvin?", "would sailors still find the harbour without this thing one day"),
        ("코빈은 누가 지었어?", "걔 계단은 정확히 다 해서 몇개인데 그래서"),
        ("코빈은 누가 지었어?", "얘는 먼 바다에서 밤에도 배까지 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "쟤도 먼 바다에서 밤에 배까지 잘 보이나 궁금함"),
        ("코빈은 누가 지었어?", "먼 바다에서 밤에도 배까지 그놈이 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "그 녀석은 먼 바다에서 밤에도 배까지 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "먼 바다에서 밤에도 배까지 그 애가 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "거기서 먼 바다까지 밤에 배가 잘 보이는 편임?"),
        ("코빈은 누가 지었어?", "말로보다 얘가 먼 바다에서 밤에 더 잘 보임?"),
    ],
)
def test_an_informal_pronoun_takes_the_name_of_the_turn_before(before: str, question: str) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.names[0] == "Corvin"


@pytest.mark.parametrize(
    "question",
    [
        "What do keepers call that thing that glows at sea?",
        "Is there a tool that model keepers take out to sea?",
        "바다 얘기는 등대지기들이 왜 그리 많이 하나요?",
        "등대지기 녀석들은 밤에 언제 어디서 잠을 자나요?",
        "이 애플리케이션 화면은 밤에 어떻게 어둡게 하나요?",
        "등대의 설치 요건은 어느 법에 어떻게 나와 있나요?",
    ],
)
def test_what_only_looks_like_an_informal_pronoun_is_none(question: str) -> None:
    assert understand(Question(question, history=(Turn("Who built Corvin?", ""),)), GLOSSARY, 200).text == question
