"""What must agree between two wordings of one question, whatever the encoder thinks of them."""

from collections.abc import Sequence

import numpy as np
import pytest

from bot.answering.question import Question, Turn
from bot.meaning.reading import QuestionReader
from config.errors import QuestionError
from config.language import Language
from corpus.glossary import Glossary
from index.encoder import Vectors

NEUTRAL: dict[Language, Sequence[str]] = {language: ["neutral"] for language in Language}


class AlikeEncoder:
    """Finds all questions alike: only what is compared besides tells them apart. Counts what it embeds."""

    def __init__(self) -> None:
        self.history: list[str] = []

    def embed_query(self, text: str) -> Vectors:
        self.history.append(text)
        return np.array([0.0, 1.0] if text == "neutral" else [0.6, 0.8], dtype=np.float32)


@pytest.fixture
def encoder() -> AlikeEncoder:
    return AlikeEncoder()


@pytest.fixture
def reader(encoder: AlikeEncoder) -> QuestionReader:
    return QuestionReader(encoder, Glossary.load(None), max_characters=100, neutral=NEUTRAL)


def nearness(reader: QuestionReader, one: str, other: str) -> float:
    return reader.nearness(reader.read(one), reader.read(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("라마 4 가격이 얼마야?", "Llama4 쓰는 비용이 얼마예요?"),
        ("How much does Llama 4 cost?", "What is the price of llama 4?"),
        ("라마 4 가격이 얼마야?", "What is the price of Llama 4?"),
        ("미스트랄 대표가 누구야?", "Who is Mistral's CEO?"),
        ("올라마 윈도우에서 돼요?", "Does Ollama work on Windows?"),
        ("GPU 8장이 필요해?", "Do I need eight GPUs?"),
        ("팔콘은 누가 만들었어?", "Who made Falcon?"),
        ("H200은 얼마예요?", "What do H200s cost?"),
        ("딥시크 V3 가격은?", "What is the price of DeepSeek-V3?"),
    ],
)
def test_wordings_of_one_question_are_as_near_as_the_encoder_finds_them(
    reader: QuestionReader, one: str, other: str
) -> None:
    assert nearness(reader, one, other) == nearness(reader, other, one) > 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("라마 4 가격은?", "젬마 3 가격은?"),
        ("What is the price of Llama 4?", "What is the price of Gemma 3?"),
        ("라마 4 가격은?", "What is the price of Gemma 3?"),
        ("70B 모델은 메모리가 얼마나 필요해?", "How much memory does an 8B model need?"),
        ("Does the 70B model run here?", "Does the 8B model run here?"),
        ("라마 4를 상업적으로 쓸 수 있어?", "라마 4를 상업적으로 쓸 수 없어?"),
        ("Can I use Llama 4 commercially?", "Can I not use Llama 4 commercially?"),
        ("라마 4를 상업적으로 쓸 수 있어?", "Can I not use Llama 4 commercially?"),
        ("오픈 모델이 더 싸요?", "오픈 모델이 더 비싸요?"),
        ("Are open models cheaper?", "Are open models more expensive?"),
        ("오픈 모델이 더 싸요?", "Are open models more expensive?"),
        ("다음 행사는 언제예요?", "다음 행사는 어디서 해요?"),
        ("When is the next event?", "Where is the next event?"),
        ("다음 행사는 언제예요?", "Where is the next event?"),
        ("올라마는 어떻게 설치해?", "올라마는 어떻게 삭제해?"),
        ("How do I install Ollama?", "How do I uninstall Ollama?"),
        ("What does an H100 cost?", "What does an H200 cost?"),
        ("Who made Falcon?", "Who made Grok?"),
        ("그 모델은 얼마예요?", "What does the H300 cost?"),
        ("젬마 4 가격은?", "What is the price of Gemma 5?"),
        ("Falcon은 누가 만들었어?", "Who made Grok?"),
    ],
)
def test_questions_that_differ_in_what_matters_are_never_the_same(reader: QuestionReader, one: str, other: str) -> None:
    assert nearness(reader, one, other) == nearness(reader, other, one) == 0.0


def test_words_of_the_same_meaning_make_two_languages_nearer(reader: QuestionReader) -> None:
    same = nearness(reader, "학습 데이터는 안전한 거예요?", "Is the training data safe?")
    other = nearness(reader, "학습 데이터는 안전한 거예요?", "Is the company policy safe?")
    assert same > other > 0


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("이건 안 돼요?", True),
        ("그런 기능은 없나요?", True),
        ("보안 인증이 필요해요?", False),
        ("GPU가 한 장밖에 없는데 돼요?", False),
        ("일자리가 없어질까요?", False),
        ("비슷해요, 아니면 달라요?", False),
        ("Can it not run?", True),
        ("Does it run?", False),
    ],
)
def test_whether_a_question_asks_about_what_is_not(reader: QuestionReader, text: str, negated: bool) -> None:
    assert reader.read(text).negated is negated


@pytest.mark.parametrize("text", ["공지는 누가 올려?", "who posts the news?"])
def test_the_very_same_words_are_the_same_question(reader: QuestionReader, text: str) -> None:
    assert nearness(reader, text, f"  {text.upper()} ") == 1.0


def test_questions_about_unknown_things_must_be_nearer(reader: QuestionReader) -> None:
    known = nearness(reader, "What is the price of it?", "How much does it cost?")
    unknown = nearness(reader, "Tell me of lighthouses", "Lighthouses, please")
    assert unknown < known


def test_a_text_is_embedded_once_it_may_be_the_same_and_once_only(
    reader: QuestionReader, encoder: AlikeEncoder
) -> None:
    assert nearness(reader, "라마 4 가격은?", "젬마 3 가격은?") == 0
    assert encoder.history == []
    for _ in range(3):
        nearness(reader, "라마 4 가격은?", "Llama 4 가격이 얼마예요?")
    assert encoder.history.count("Llama 4 가격은?") == 1


@pytest.mark.parametrize(
    ("before", "then", "whole"),
    [
        ("라마 4 가격은?", "젬마 3는?", "Gemma 3 가격은?"),
        ("What does Llama 4 cost?", "And Gemma 3?", "What does Gemma 3 cost?"),
    ],
)
def test_a_follow_up_is_read_with_the_turn_before(reader: QuestionReader, before: str, then: str, whole: str) -> None:
    alone = reader.standing_alone(Question(then, history=(Turn(before, "…"),)))
    assert alone.startswith(whole)
    assert reader.read(alone).names == {"gemma 3"}


@pytest.mark.parametrize("text", ["라마 4 가격이 얼마예요?", "What does Llama 4 cost?"])
def test_a_question_that_leaves_nothing_out_is_read_as_typed(reader: QuestionReader, text: str) -> None:
    assert reader.standing_alone(Question(text)) == text
    assert reader.standing_alone(Question(text, history=(Turn("안녕 GPU", "…"),))) == text
    with pytest.raises(QuestionError):
        reader.standing_alone(Question("…" * 200, history=(Turn("a", "b"),)))


@pytest.mark.parametrize(
    ("framed", "asked"),
    [
        ("해태야, 라마 4 가격이 얼마예요? 영어로 알려 줘", "라마 4 가격이 얼마예요?"),
        ("Hey Haetae, what does Llama 4 cost? Please answer in Korean.", "what does Llama 4 cost?"),
    ],
)
def test_what_a_message_says_beside_its_question_is_not_read(reader: QuestionReader, framed: str, asked: str) -> None:
    assert reader.standing_alone(Question(framed)) == asked
    assert reader.standing_alone(Question(framed, history=(Turn("안녕 GPU", "…"),))) == asked
