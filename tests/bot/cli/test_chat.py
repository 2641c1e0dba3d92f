"""The chat in the terminal."""

import asyncio
import io

import pytest

from bot.cli.answering import converse
from config.errors import BusyError, GenerationError, HaetaeError, QuestionError
from config.language import Language
from tests.bot.cli.terminals import terminal, written
from tests.bot.fakes import FakeAnswerer
from tests.languages import EACH_LANGUAGE


def test_a_line_that_is_no_text_is_one_question_and_the_talk_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n\nhi\nand then?\n"), "utf-8"))
    answerer, screen = FakeAnswerer(), terminal(Language.ENGLISH)
    answerer.enqueue(QuestionError("answering.empty"))
    with asyncio.Runner() as runner:
        converse(screen, answerer, runner)
    assert [question.text for question in answerer.history] == ["\ufffd", "hi", "and then?"]
    assert [turn.question for turn in answerer.history[-1].history] == ["hi"]
    assert QuestionError("answering.empty").sentence(Language.ENGLISH) in written(screen.err)
    assert "41 billion" in written(screen.out)


@EACH_LANGUAGE
@pytest.mark.parametrize(
    "error",
    [
        BusyError("answering.busy", waiting=8),
        GenerationError("generation.prompt_too_long", tokens=5000, room=4096),
        QuestionError("answering.empty"),
    ],
    ids=lambda error: error.key,
)
def test_a_question_that_fails_is_told_of_in_a_sentence_and_the_talk_goes_on(
    monkeypatch: pytest.MonkeyPatch, error: HaetaeError, language: Language
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hi\nand then?\n"))
    answerer, screen = FakeAnswerer(), terminal(language)
    answerer.enqueue(error)
    with asyncio.Runner() as runner:
        converse(screen, answerer, runner)
    assert [question.text for question in answerer.history] == ["hi", "and then?"]
    assert answerer.history[-1].history == ()
    assert error.sentence(language) in written(screen.err)
    assert "41 billion" in written(screen.out)
