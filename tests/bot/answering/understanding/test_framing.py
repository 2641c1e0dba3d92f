"""What a message says beside its question is not asked about."""

import pytest

from bot.answering.understanding.framing import unframed
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask
from tests.bot.answering.understanding.builders import understood


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Hey Haetae, how far does Corvin reach?", "how far does Corvin reach?"),
        ("Haetae: how far does Corvin reach?", "how far does Corvin reach?"),
        ("@Haetae how far does Corvin reach?", "how far does Corvin reach?"),
        ("How far does Corvin reach, Haetae?", "How far does Corvin reach?"),
        ("해태야 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("안녕하세요 해태님, 코빈은 어디까지 닿나요?", "코빈은 어디까지 닿나요?"),
        ("해태, 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("코빈은 어디까지 닿아, 해태야?", "코빈은 어디까지 닿아?"),
        ("haetae how far does Corvin reach?", "how far does Corvin reach?"),
        ("Haetae can you tell how far Corvin reaches?", "can you tell how far Corvin reaches?"),
        ("Good morning Haetae, how far does Corvin reach?", "how far does Corvin reach?"),
        ("hey bot how far does Corvin reach?", "how far does Corvin reach?"),
        ("thanks Haetae, and Marlow?", "Marlow?"),
        ("해태 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("하이 해태 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("ㅎㅇ 해태야 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("고마워 해태야, 말로는?", "말로는?"),
    ],
)
def test_the_bots_name_is_left_out_where_it_is_spoken_to(message: str, question: str) -> None:
    assert unframed(message).text == question


@pytest.mark.parametrize(
    "message",
    [
        "Haetae is offline?",
        "Haetae runs offline?",
        "What is Haetae?",
        "haetae?",
        "Hey Haetae!",
        "해태는 누가 만들었어?",
        "해태 누가 만들었어?",
        "해태 뭐야?",
        "해태",
        "해태빵 있어?",
    ],
)
def test_a_question_about_the_bots_name_is_left_as_it_is(message: str) -> None:
    found = unframed(message)
    assert found.openers + found.text == message


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("코빈은 어디까지 닿아?ㅋㅋ", "코빈은 어디까지 닿아?"),
        ("코빈은 어디까지 닿아ㅠㅠ?", "코빈은 어디까지 닿아?"),
        ("ㅋㅋ 코빈은 어디까지 닿아 ^^", "코빈은 어디까지 닿아"),
        ("코빈은 어디까지 닿나요~~ 😊", "코빈은 어디까지 닿나요"),
        ("how far does Corvin reach? lol", "how far does Corvin reach?"),
        ("haha how far does Corvin reach :)", "how far does Corvin reach"),
        ("how far does Corvin reach 😂😂", "how far does Corvin reach"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("lol", "lol"),
        ("ㅋㅋ가 뭐야?", "ㅋㅋ가 뭐야?"),
        ("ㅇㅋ", "ㅇㅋ"),
        ("What does lol mean?", "What does lol mean?"),
    ],
)
def test_laughter_around_a_question_is_left_out(message: str, question: str) -> None:
    assert understood(message).asked == question


@pytest.mark.parametrize("message", ["Hey Haetae, how far does Corvin reach?", "해태야, 코빈은 어디까지 닿아?"])
def test_what_is_searched_is_the_question_alone(generator: FakeGenerator, message: str) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    answer = ask(generator, message, searcher)
    (query,) = searcher.history
    assert not any("aetae" in text or "해태" in text for text in (query.text, *query.variants))
    assert answer.question == message
