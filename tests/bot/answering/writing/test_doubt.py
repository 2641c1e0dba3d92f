"""Quoted lines are called the nearest there is where neither the model nor their words are sure that they answer."""

import pytest

from config.messages import message
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("question", "draft", "stated", "doubtful"),
    [
        ("What surprised everyone about Corvin?", "Corvin was loud.", 0.45, True),
        ("코빈의 무엇에 모두가 놀랐어요?", "코빈은 시끄러웠습니다.", 0.45, True),
        ("What surprised everyone about Corvin?", "Corvin was loud.", 0.6, False),
        ("코빈의 무엇에 모두가 놀랐어요?", "코빈은 시끄러웠습니다.", 0.6, False),
        ("What surprised everyone about the beam of Corvin?", "Corvin was loud.", 0.45, False),
        ("코빈 불빛의 무엇에 모두가 놀랐어요?", "코빈은 시끄러웠습니다.", 0.45, False),
    ],
)
def test_lines_without_a_word_of_what_is_asked_are_quoted_with_a_doubt(
    generator: FakeGenerator, question: str, draft: str, stated: float, *, doubtful: bool
) -> None:
    generator.stated = stated
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((1,)))
    assert not answer.refused
    key = "answering.quote_preface_doubtful" if doubtful else "answering.quote_preface"
    assert answer.text.startswith(message(key, answer.language))


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("What surprised everyone about Corvin? Answer in Korean", "Corvin was loud."),
        ("코빈의 무엇에 모두가 놀랐어요? 영어로 답해줘", "코빈은 시끄러웠습니다."),
    ],
)
def test_the_doubt_is_told_in_the_language_of_the_answer(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.stated = 0.45
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((1,)))
    assert answer.text.startswith(message("answering.quote_preface_doubtful", answer.language))
