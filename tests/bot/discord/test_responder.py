import asyncio
import logging

import pytest

from bot.answering.answer import Event, Finished, PassagesFound, TextGrew, Waiting
from bot.answering.question import Question
from bot.discord.delivery import LostReplyError
from bot.discord.rendering import render_answer
from bot.discord.responder import Responder
from config.errors import BusyError, GenerationError, QuestionError
from config.language import Language
from tests.bot.fakes import FakeAnswerer, answer, hit

# Messages of another area stand in for the corridor's own, which this test does not depend on.
KEY = "discord.unreachable"
BOTH = pytest.mark.parametrize("language", list(Language))


class FakeReply:
    def __init__(self, lost: bool = False) -> None:
        self.contents: list[str] = []
        self.added: list[str] = []
        self.begun = False
        self._lost = lost

    async def begin(self) -> None:
        self.begun = True

    async def place(self, content: str) -> None:
        if self._lost:
            raise LostReplyError
        self.contents.append(content)

    async def add(self, content: str, page: int) -> None:
        assert page == len(self.added) + 1
        self.added.append(content)


@pytest.fixture
def answerer() -> FakeAnswerer:
    return FakeAnswerer()


@pytest.fixture
def responder(answerer: FakeAnswerer) -> Responder:
    return Responder(answerer, edit_interval_s=0.001)


@BOTH
async def test_the_way_of_a_question_is_shown_and_ends_with_the_answer(
    answerer: FakeAnswerer, responder: Responder, language: Language
) -> None:
    final = answer("q", language)
    steps: list[Event] = [Waiting(1), PassagesFound(language, (hit(language),)), TextGrew("So far"), Finished(final)]
    answerer.enqueue(*steps)
    answerer.pause_s = 0.02
    reply = FakeReply()
    await responder.respond(Question("q"), reply, language)
    assert reply.begun
    assert len(reply.contents) == 4
    assert reply.contents[2] == "So far …"
    assert reply.contents[3] == render_answer(final)[0]


async def test_a_long_answer_continues_in_further_messages(answerer: FakeAnswerer, responder: Responder) -> None:
    final = answer("q", Language.KOREAN, "긴 문장이에요. " * 400)
    answerer.enqueue(Finished(final))
    reply = FakeReply()
    await responder.respond(Question("q"), reply, Language.KOREAN)
    assert (reply.contents[-1], *reply.added) == render_answer(final)


@BOTH
@pytest.mark.parametrize("kind", [BusyError, QuestionError, GenerationError])
async def test_an_error_becomes_its_sentence_in_the_language_of_the_asker(
    answerer: FakeAnswerer,
    responder: Responder,
    language: Language,
    kind: type[BusyError | QuestionError | GenerationError],
) -> None:
    error = kind(KEY, problem="x")
    answerer.enqueue(error)
    reply = FakeReply()
    await responder.respond(Question("q"), reply, language)
    assert reply.contents == ["⚠️ " + error.sentence(language).replace("https", "https")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [(Language.ENGLISH, "Something went wrong"), (Language.KOREAN, "문제가 생겨")],
    ids=["en", "ko"],
)
async def test_a_fault_is_logged_and_apologised_for(
    answerer: FakeAnswerer,
    responder: Responder,
    caplog: pytest.LogCaptureFixture,
    language: Language,
    sentence: str,
) -> None:
    answerer.enqueue(TextGrew("So far"), ZeroDivisionError("a bug"))
    reply = FakeReply()
    await responder.respond(Question("q"), reply, language)
    assert sentence in reply.contents[-1]
    assert "a bug" not in reply.contents[-1]
    assert [record.levelno for record in caplog.records if record.exc_info] == [logging.ERROR]


async def test_a_lost_reply_stops_the_work_quietly(answerer: FakeAnswerer, responder: Responder) -> None:
    answerer.enqueue(TextGrew("So far"), TextGrew("So far so good"), Finished(answer("q", Language.ENGLISH)))
    answerer.pause_s = 0.05
    await responder.respond(Question("q"), FakeReply(lost=True), Language.ENGLISH)
    assert answerer.closed_early == 1


@pytest.mark.parametrize(
    ("language", "stopped", "stopping"),
    [(Language.ENGLISH, "I was stopped", "restarted"), (Language.KOREAN, "멈췄어요", "다시 시작하고")],
    ids=["en", "ko"],
)
async def test_stopping_frees_the_model_and_says_so(
    answerer: FakeAnswerer, responder: Responder, language: Language, stopped: str, stopping: str
) -> None:
    answerer.pause_s = 30.0
    reply, late = FakeReply(), FakeReply()
    asked = asyncio.create_task(responder.respond(Question("q"), reply, language))
    await asyncio.sleep(0.01)
    await responder.stop(grace_s=0.1)
    await asked
    assert stopped in reply.contents[-1]
    assert answerer.closed_early == 1
    await responder.respond(Question("q"), late, language)
    assert stopping in late.contents[-1]
    assert len(answerer.history) == 1


async def test_a_cancelled_asker_frees_the_model(answerer: FakeAnswerer, responder: Responder) -> None:
    answerer.pause_s = 30.0
    asked = asyncio.create_task(responder.respond(Question("q"), FakeReply(), Language.ENGLISH))
    await asyncio.sleep(0.01)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await asyncio.sleep(0.01)
    assert answerer.closed_early == 1
