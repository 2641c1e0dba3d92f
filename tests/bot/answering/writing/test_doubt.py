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
    ("draft", "stated", "doubtful"),
    [
        ("코빈은 시끄러웠습니다.", 0.35, True),
        ("코빈은 시끄러웠습니다.", 0.37, False),
        ("코빈의 불빛은 24 km까지 닿습니다.", 0.35, False),
    ],
)
def test_lines_that_korean_drafts_did_not_tell_are_quoted_with_a_doubt_where_they_hardly_state_it(
    generator: FakeGenerator, draft: str, stated: float, *, doubtful: bool
) -> None:
    generator.stated = stated
    generator.enqueue(draft)
    answer = ask(generator, "코빈 불빛은 얼마나 멀리 닿아요?", FakeSearcher((1,)))
    assert not answer.refused
    assert answer.text.startswith(message("answering.quote_preface_doubtful", answer.language)) is doubtful


@pytest.mark.parametrize("stated", [0.35, 0.37])
def test_english_lines_that_no_draft_told_answer_as_often_as_others(generator: FakeGenerator, stated: float) -> None:
    generator.stated = stated
    generator.enqueue("Corvin was loud.")
    answer = ask(generator, "How far does the beam of Corvin reach?", FakeSearcher((1,)))
    assert answer.text.startswith(message("answering.quote_preface", answer.language))


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
