"""The chat in the terminal."""

import io

import pytest

from bot.cli.answering import converse
from config.errors import QuestionError
from config.language import Language
from tests.bot.cli.terminals import terminal, written
from tests.bot.fakes import FakeAnswerer


async def test_a_line_that_is_no_text_is_one_question_and_the_talk_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n\nhi\nand then?\n"), "utf-8"))
    answerer, screen = FakeAnswerer(), terminal(Language.ENGLISH)
    answerer.enqueue(QuestionError("answering.empty"))
    await converse(screen, answerer)
    assert [question.text for question in answerer.history] == ["\ufffd", "hi", "and then?"]
    assert [turn.question for turn in answerer.history[-1].history] == ["hi"]
    assert QuestionError("answering.empty").sentence(Language.ENGLISH) in written(screen.err)
    assert "41 billion" in written(screen.out)
