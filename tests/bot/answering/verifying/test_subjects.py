"""What one line says of somebody is not said of another."""

import pytest

from bot.answering.verifying.subjects import swaps_subject
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask

LINES = (
    "직원 27명이 등대에서 일합니다.",
    "선장이던 배진서가 2017년 오해린에게서 등대장 자리를 물려받았습니다.",
    "기술자 탁윤호가 등불을 맡고 있습니다.",
    "그 뒤로 등불은 꺼진 적이 없습니다.",
)


@pytest.mark.parametrize(
    ("sentence", "swapped"),
    [
        ("탁윤호는 2017년 오해린에게서 등대장 자리를 물려받았습니다.", True),
        ("배진서가 등불을 맡고 있습니다.", True),
        ("배진서는 2017년 오해린에게서 등대장 자리를 물려받았습니다.", False),
        ("등대장은 배진서가 2017년에 물려받았습니다.", False),
        ("탁윤호가 등불을 맡고 있습니다.", False),
        ("말로 등대는 27명이 일합니다.", False),
        ("등불은 그 뒤로 꺼진 적이 없습니다.", False),
    ],
)
def test_a_sentence_about_another_than_its_line_is_found(sentence: str, *, swapped: bool) -> None:
    assert swaps_subject(sentence, LINES, "말로 등대 . 일하는 사람들") is swapped


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("What is lit?", "The beam of Corvin was electrified in 1931."),
        ("뭐가 바뀌었어?", "Corvin의 불빛은 1931년에 전기로 바뀌었습니다."),
    ],
)
def test_such_a_sentence_gives_way_to_the_articles_lines(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((1,)))
    assert draft not in answer.text
    assert "1931" in answer.text
