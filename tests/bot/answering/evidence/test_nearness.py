"""What a refusal shows of the article, and how it is called."""

from dataclasses import replace

import pytest

from bot.answering.evidence.asked_words import AskedWords
from bot.answering.evidence.nearness import Nearness
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from config.messages import message
from config.settings import load_settings
from index.vocabulary import Vocabulary
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask, hit

SETTINGS = load_settings({}).answering.model_copy(update={"min_nearest_score": 0.8, "min_nearest_score_with_word": 0.6})


@pytest.mark.parametrize(
    ("question", "score", "is_near"),
    [
        ("What colour is the sky?", 0.8, True),
        ("하늘은 무슨 색이에요?", 0.8, True),
        ("What colour is the sky?", 0.7, False),
        ("하늘은 무슨 색이에요?", 0.7, False),
        ("What colour is the lamp?", 0.7, True),
        ("등불은 무슨 색이에요?", 0.7, True),
        ("What colour is the lamp?", 0.5, False),
        ("등불은 무슨 색이에요?", 0.5, False),
    ],
)
def test_a_passage_with_a_word_of_what_is_asked_may_be_farther(question: str, score: float, *, is_near: bool) -> None:
    nearness = Nearness(AskedWords(Vocabulary.load()), SETTINGS)
    found = replace(hit(1), dense=score)
    assert nearness.is_near(found, understand(Question(question), GLOSSARY, 200)) is is_near


@pytest.mark.parametrize(
    ("question", "key", "line"),
    [
        ("Who polished the granite of Marlow?", "not_stated_so", "Marlow is built of granite for strength."),
        ("말로의 화강암은 누가 닦았어요?", "not_stated_so", "Marlow는 튼튼하도록 화강암으로 지었습니다."),
        ("Who dusts Marlow?", "not_stated", "“"),
        ("말로는 누가 쓸어요?", "not_stated", "“"),
    ],
)
def test_a_refusal_beside_a_line_that_touches_on_what_is_asked_says_so(
    generator: FakeGenerator, question: str, key: str, line: str
) -> None:
    generator.stated = 0.1
    answer = ask(generator, question, FakeSearcher((2,)))
    assert answer.refused
    assert answer.text.startswith(message(f"answering.{key}", answer.language))
    assert line in answer.text
