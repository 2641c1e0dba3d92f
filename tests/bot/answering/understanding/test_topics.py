"""What a question asks to be told about as a whole."""

import pytest

from bot.answering.understanding.topics import thing_to_define, topic_of


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is the lamp?", "lamp"),
        ("등불이 뭐예요?", "등불"),
        ("what's a beam exactly?", "beam"),
        ("불빛이란 정확히 뭔가요?", "불빛"),
        ("explain the old lamp", "old lamp"),
        ("옛 등불이 뭔지 설명해줘", "옛 등불"),
        ("What is the difference between Corvin and Marlow?", ""),
        ("코빈이랑 말로 사이에 서로 다른 점이 뭐야?", ""),
        ("How tall is Marlow?", ""),
        ("말로는 얼마나 높아?", ""),
        ("What is lit, and by whom?", ""),
        ("뭐가 켜져, 누가 켜?", ""),
    ],
)
def test_only_a_whole_question_asks_for_a_definition(question: str, thing: str) -> None:
    assert thing_to_define(question) == thing


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Tell me about Corvin", "Corvin"),
        ("코빈에 대해 알려줘", "코빈"),
        ("hey, can you tell me a bit about the old lamp please?", "old lamp"),
        ("옛 등불에 대해서 좀 알려 주실 수 있나요?", "옛 등불"),
        ("Summarise Corvin", "Corvin"),
        ("코빈 요약해줘", "코빈"),
        ("give me a quick overview of Corvin", "Corvin"),
        ("코빈 간단히 설명 부탁드려요", "코빈"),
        ("What does the article say about Corvin?", "Corvin"),
        ("글은 코빈에 대해 뭐라고 하나요?", "코빈"),
        ("이 글에서 코빈에 대해 뭐라고 말해요?", "코빈"),
        ("I'd like to know more about Corvin", "Corvin"),
        ("코빈에 관한 얘기 더 들려줘", "코빈"),
        ("What is Corvin?", "Corvin"),
        ("코빈이 뭐예요?", "코빈"),
        ("Corvin?", "Corvin"),
        ("코빈은요?", "코빈"),
        ("what about Corvin", "Corvin"),
        ("old lamp", "old lamp"),
        ("옛 등불", "옛 등불"),
    ],
)
def test_a_topic_can_be_asked_about_in_many_ways(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    "question",
    [
        "Why Corvin?",
        "왜 코빈?",
        "Is Corvin?",
        "How far, Corvin?",
        "코빈은 얼마나?",
        "Which lamp of Corvin",
        "코빈의 어떤 등불",
        "Tell me about the lamp of Corvin, its beam, and who lights it at night",
        "코빈의 등불이랑 불빛이랑 밤에 누가 켜는지까지 전부 다 나한테 알려줘",
        "Corvin " * 200,
        "코빈 " * 200,
        "?",
    ],
)
def test_a_question_that_asks_more_has_no_topic(question: str) -> None:
    assert topic_of(question) == ""
