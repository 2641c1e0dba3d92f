import asyncio
import logging
from dataclasses import replace

import pytest

from bot.answering.answer import Event, Finished, PassagesFound, Reason, TextGrew, Waiting
from bot.answering.question import Question
from bot.discord.incoming import IncomingQuestion
from bot.discord.rendering import render_answer
from bot.discord.reply import Buttons
from bot.discord.responder import Responder
from bot.remembered import AnswerRecord
from config.errors import BusyError, GenerationError, IndexStoreError, QuestionError
from config.language import Language
from config.messages import message
from tests.bot.discord.fakes import MESSAGE_ID, FakeMemory, FakeReply
from tests.bot.fakes import FakeAnswerer, answer, hit
from tests.languages import EACH_LANGUAGE

# Messages of another area stand in for the corridor's own, which this test does not depend on.
KEY = "discord.unreachable"


@pytest.fixture
def memory() -> FakeMemory:
    return FakeMemory()


@pytest.fixture
def responder(answerer: FakeAnswerer, memory: FakeMemory) -> Responder:
    return Responder(answerer, memory, edit_interval_s=0.001)


def asked(language: Language = Language.ENGLISH, *, threadable: bool = False) -> IncomingQuestion:
    return IncomingQuestion(
        Question("q"), language, asker_id=1, channel_id=2, guild_id=3, message_id=4, threadable=threadable
    )


@EACH_LANGUAGE
async def test_the_way_of_a_question_is_shown_and_ends_with_the_answer(
    answerer: FakeAnswerer, responder: Responder, language: Language
) -> None:
    final = answer("q", language)
    steps: list[Event] = [Waiting(1), PassagesFound(language, (hit(language),)), TextGrew("So far"), Finished(final)]
    answerer.enqueue(*steps)
    answerer.pause_s = 0.02
    reply = FakeReply()
    await responder.respond(asked(language), reply)
    assert reply.begun
    assert len(reply.contents) == 4
    assert reply.contents[2] == "So far …"
    assert reply.contents[3] == render_answer(final)[0]


class UnpostedReply(FakeReply):
    """A reply whose message is not known before its first page is placed."""

    def __init__(self, memory: FakeMemory) -> None:
        super().__init__()
        self.message_id = None  # type: ignore[assignment]
        self.remembered: list[bool] = []
        self._memory = memory

    async def place(self, content: str, buttons: Buttons) -> None:
        await super().place(content, buttons)
        self.message_id = MESSAGE_ID
        if buttons:
            self.remembered.append(MESSAGE_ID in self._memory.answers)


@EACH_LANGUAGE
async def test_an_answer_is_remembered_before_its_buttons_can_be_pressed(
    answerer: FakeAnswerer, responder: Responder, memory: FakeMemory, language: Language
) -> None:
    answerer.enqueue(Finished(answer("q", language)))
    reply = UnpostedReply(memory)
    await responder.respond(asked(language), reply)
    assert reply.remembered[-1]
    assert "Stop" not in str(reply.labels[-1])


async def test_a_long_answer_continues_in_further_messages(answerer: FakeAnswerer, responder: Responder) -> None:
    final = answer("q", Language.KOREAN, "긴 문장이에요. " * 400)
    answerer.enqueue(Finished(final))
    reply = FakeReply()
    await responder.respond(asked(Language.KOREAN), reply)
    assert (reply.contents[-1], *reply.added) == render_answer(final)


@EACH_LANGUAGE
@pytest.mark.parametrize("kind", [BusyError, QuestionError, IndexStoreError])
async def test_an_error_becomes_its_sentence_in_the_language_of_the_asker(
    answerer: FakeAnswerer,
    responder: Responder,
    language: Language,
    kind: type[BusyError | QuestionError | IndexStoreError],
) -> None:
    error = kind(KEY, problem="x")
    answerer.enqueue(error)
    reply = FakeReply()
    await responder.respond(asked(language), reply)
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
    await responder.respond(asked(language), reply)
    assert sentence in reply.contents[-1]
    assert "a bug" not in reply.contents[-1]
    assert [record.levelno for record in caplog.records if record.exc_info] == [logging.ERROR]


@EACH_LANGUAGE
@pytest.mark.parametrize("too_long", [False, True])
async def test_what_the_generator_says_is_for_the_log_and_members_read_what_they_can_do(
    answerer: FakeAnswerer,
    responder: Responder,
    caplog: pytest.LogCaptureFixture,
    language: Language,
    too_long: bool,
) -> None:
    error = GenerationError("generation.failed", status=1)
    if too_long:
        error = GenerationError("generation.prompt_too_long", tokens=5000, room=4096)
    answerer.enqueue(error)
    reply = FakeReply()
    await responder.respond(asked(language), reply)
    said = message("discord.too_much_to_read" if too_long else "discord.failed", language)
    assert reply.contents[-1] == f"⚠️ {said}"
    assert bool(reply.labels[-1]) is not too_long
    assert [f"{error}" in record.getMessage() for record in caplog.records] == [True]


async def test_a_lost_reply_stops_the_work_quietly(answerer: FakeAnswerer, responder: Responder) -> None:
    answerer.enqueue(TextGrew("So far"), TextGrew("So far so good"), Finished(answer("q", Language.ENGLISH)))
    answerer.pause_s = 0.05
    await responder.respond(asked(), FakeReply(lost=True))
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
    answering = asyncio.create_task(responder.respond(asked(language), reply))
    await asyncio.sleep(0.01)
    await responder.stop(grace_s=0.1)
    await answering
    assert stopped in reply.contents[-1]
    assert answerer.closed_early == 1
    await responder.respond(asked(language), late)
    assert stopping in late.contents[-1]
    assert len(answerer.history) == 1


async def test_a_cancelled_asker_frees_the_model(answerer: FakeAnswerer, responder: Responder) -> None:
    answerer.pause_s = 30.0
    answering = asyncio.create_task(responder.respond(asked(), FakeReply()))
    await asyncio.sleep(0.01)
    answering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await answering
    await asyncio.sleep(0.01)
    assert answerer.closed_early == 1


@pytest.mark.parametrize(
    ("language", "stop", "labels"),
    [
        (
            Language.ENGLISH,
            "Stop",
            ["Sources", "한국어로", "Helpful", "Not helpful", "Ask again", "Open a thread"],
        ),
        (Language.KOREAN, "멈추기", ["출처", "In English", "도움돼요", "아쉬워요", "다시 묻기", "스레드 열기"]),
    ],
    ids=["en", "ko"],
)
async def test_an_answer_can_be_stopped_while_it_is_written_and_carries_its_buttons_at_the_end(
    answerer: FakeAnswerer, responder: Responder, language: Language, stop: str, labels: list[str]
) -> None:
    answerer.enqueue(TextGrew("So far"), Finished(answer("q", language)))
    answerer.pause_s = 0.02
    reply = FakeReply()
    await responder.respond(asked(language, threadable=True), reply)
    assert reply.labels == [[stop], labels]


@EACH_LANGUAGE
async def test_an_answer_is_remembered_by_the_message_that_shows_it(
    responder: Responder, memory: FakeMemory, language: Language
) -> None:
    question = Question("q", language)
    await responder.respond(IncomingQuestion(question, language, asker_id=1, channel_id=2, message_id=4), FakeReply())
    (record,) = memory.answers.values()
    assert (record.message_id, record.channel_id, record.guild_id) == (MESSAGE_ID, 2, None)
    assert (record.asker_id, record.question_message_id, record.question) == (1, 4, "q")
    assert record.language is language
    assert record.answer == answer("q", language)


async def test_an_answer_that_cannot_be_remembered_is_given_all_the_same(
    responder: Responder, memory: FakeMemory, caplog: pytest.LogCaptureFixture
) -> None:
    memory.broken = True
    reply = FakeReply()
    await responder.respond(asked(), reply)
    assert reply.contents[-1] == render_answer(answer("q", Language.ENGLISH))[0]
    assert "buttons will not work" in caplog.text


@EACH_LANGUAGE
async def test_a_fault_in_remembering_costs_the_buttons_that_would_need_it_and_no_answer(
    answerer: FakeAnswerer,
    responder: Responder,
    memory: FakeMemory,
    caplog: pytest.LogCaptureFixture,
    language: Language,
) -> None:
    memory.faulty = True
    final = answer("q", language, "긴 문장이에요. " * 400)
    answerer.enqueue(Finished(final))
    reply = FakeReply()
    await responder.respond(asked(language), reply)
    assert (reply.contents[-1], *reply.added) == render_answer(final)
    assert reply.labels[-1] == []
    assert [record.levelno for record in caplog.records if record.exc_info] == [logging.ERROR]


@EACH_LANGUAGE
async def test_a_fault_in_what_follows_from_an_answer_costs_neither_it_nor_its_buttons(
    answerer: FakeAnswerer, memory: FakeMemory, caplog: pytest.LogCaptureFixture, language: Language
) -> None:
    async def follow(record: AnswerRecord, question: Question) -> None:
        raise ZeroDivisionError("a bug")

    final = answer("q", language)
    answerer.enqueue(Finished(final))
    responder = Responder(answerer, memory, edit_interval_s=0.001, kept=follow)
    reply = FakeReply()
    await responder.respond(asked(language), reply)
    assert reply.contents[-1] == render_answer(final)[0]
    assert reply.labels[-1]
    assert [record.levelno for record in caplog.records if record.exc_info] == [logging.ERROR]


async def test_a_greeting_has_no_buttons_and_is_not_remembered(
    answerer: FakeAnswerer, responder: Responder, memory: FakeMemory
) -> None:
    answerer.enqueue(Finished(replace(answer("hi", Language.ENGLISH, cited=False), reason=Reason.GREETING)))
    reply = FakeReply()
    await responder.respond(asked(), reply)
    assert reply.labels == [[]]
    assert memory.answers == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ENGLISH, ("Stopped, as you asked", "Ask again")),
        (Language.KOREAN, ("요청하신 대로 멈췄어요", "다시 묻기")),
    ],
    ids=["en", "ko"],
)
async def test_a_halted_answer_frees_the_model_and_can_be_asked_again(
    answerer: FakeAnswerer, responder: Responder, memory: FakeMemory, language: Language, said: tuple[str, str]
) -> None:
    answerer.enqueue(TextGrew("So far"), TextGrew("So far so good"), Finished(answer("q", language)))
    answerer.pause_s = 0.1
    reply = FakeReply()
    answering = asyncio.create_task(responder.respond(asked(language), reply))
    await asyncio.sleep(0.15)
    response = responder.writing(MESSAGE_ID)
    assert response is not None
    assert response.halt("buttons.halted")
    await answering
    sentence, label = said
    assert sentence in reply.contents[-1]
    assert reply.labels[-1] == [label]
    assert answerer.closed_early == 1
    assert memory.answers[MESSAGE_ID].answer.reason is Reason.STOPPED
    assert responder.writing(MESSAGE_ID) is None
    assert not response.halt("buttons.halted")


async def test_a_question_that_cannot_be_used_cannot_be_asked_again(
    answerer: FakeAnswerer, responder: Responder, memory: FakeMemory
) -> None:
    answerer.enqueue(QuestionError(KEY, problem="x"))
    reply = FakeReply()
    await responder.respond(asked(), reply)
    assert reply.labels == [[]]
    assert memory.answers == {}
