"""One owner of the model: a line, its bound, and leaving it."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import aclosing

import pytest

from bot.answering.answer import Answer, Event, Finished, PassagesFound, Waiting
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from config.errors import BusyError, GenerationError, QuestionError
from config.language import Language
from config.settings import load_settings
from tests.bot.fakes import answer as finished
from tests.bot.fakes import hit


class SlowCorridor:
    """Works on a question until it is released or cancelled."""

    def __init__(self) -> None:
        self.release = threading.Event()
        self.history: list[str] = []
        self.cancelled: list[str] = []
        self.at_work = 0
        self.most_at_work = 0

    def check(self, question: Question) -> None:
        if not question.text:
            raise QuestionError("answering.empty")

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        try:
            self.history.append(question.text)
            emit(PassagesFound(Language.ENGLISH, (hit(Language.ENGLISH),)))
            if question.text == "fail":
                raise GenerationError("generation.failed", status=1)
            while not self.release.wait(0.005):
                if cancelled():
                    self.cancelled.append(question.text)
                    break
            return finished(question.text, Language.ENGLISH)
        finally:
            self.at_work -= 1


async def events_of(service: Answerer, text: str) -> list[Event]:
    async with aclosing(service.answer(Question(text))) as events:
        return [event async for event in events]


def service(corridor: SlowCorridor, **changes: object) -> AnsweringService:
    settings = load_settings({"answering": changes}).answering
    return AnsweringService(corridor, settings)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110  what is waited for happens in a thread
            await asyncio.sleep(0.005)


async def test_questions_are_answered_one_at_a_time_in_order_and_told_how_many_are_before_them() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        asked = []
        for text in ("a", "b", "c"):
            asked.append(asyncio.create_task(events_of(line, text)))
            await asyncio.sleep(0.02)
        corridor.release.set()
        replies = await asyncio.gather(*asked)
    assert corridor.history == ["a", "b", "c"]
    assert corridor.most_at_work == 1
    assert [event for event in replies[2] if isinstance(event, Waiting)] == [Waiting(2), Waiting(1)]
    assert all(isinstance(reply[-1], Finished) for reply in replies)


async def test_a_question_beyond_the_bound_is_turned_down_at_once() -> None:
    corridor = SlowCorridor()
    async with service(corridor, max_waiting=1) as line:
        asked = [asyncio.create_task(events_of(line, text)) for text in ("a", "b")]
        await until(lambda: corridor.history == ["a"])
        with pytest.raises(BusyError):
            await events_of(line, "c")
        corridor.release.set()
        await asyncio.gather(*asked)
    assert corridor.history == ["a", "b"]


async def test_leaving_frees_the_model_for_the_next() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        first = asyncio.create_task(events_of(line, "a"))
        await until(lambda: corridor.history == ["a"])
        second = asyncio.create_task(events_of(line, "b"))
        first.cancel()
        await until(lambda: corridor.history == ["a", "b"])
        assert corridor.cancelled == ["a"]
        corridor.release.set()
        assert isinstance((await second)[-1], Finished)


async def test_one_who_waits_may_leave_without_being_worked_on() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        first = asyncio.create_task(events_of(line, "a"))
        await until(lambda: corridor.history == ["a"])
        second = asyncio.create_task(events_of(line, "b"))
        await asyncio.sleep(0.02)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        corridor.release.set()
        await first
    assert corridor.history == ["a"]


async def test_waiting_too_long_ends_with_a_sentence() -> None:
    corridor = SlowCorridor()
    async with service(corridor, max_wait_s=0.05) as line:
        first = asyncio.create_task(events_of(line, "a"))
        await until(lambda: corridor.history == ["a"])
        with pytest.raises(BusyError) as caught:
            await events_of(line, "b")
        assert caught.value.key == "answering.waited_too_long"
        corridor.release.set()
        await first


async def test_a_fault_reaches_its_asker_and_the_next_is_answered() -> None:
    corridor = SlowCorridor()
    corridor.release.set()
    async with service(corridor) as line:
        with pytest.raises(GenerationError):
            await events_of(line, "fail")
        assert isinstance((await events_of(line, "b"))[-1], Finished)


async def test_an_unusable_question_never_waits() -> None:
    async with service(SlowCorridor()) as line:
        with pytest.raises(QuestionError):
            await events_of(line, "")


async def test_the_event_loop_stays_free_while_the_model_works() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        asked = asyncio.create_task(events_of(line, "a"))
        await until(lambda: corridor.history == ["a"])
        steps = 0
        for _ in range(10):
            await asyncio.sleep(0)
            steps += 1
        assert steps == 10
        assert not asked.done()
        corridor.release.set()
        await asked


async def test_what_is_asked_idly_lets_every_member_go_first() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        first = asyncio.create_task(line.answer_idly(Question("idle 1")))
        await until(lambda: corridor.history == ["idle 1"])
        second = asyncio.create_task(line.answer_idly(Question("idle 2")))
        await asyncio.sleep(0)
        members = [asyncio.create_task(events_of(line, text)) for text in ("a", "b")]
        await asyncio.sleep(0)
        corridor.release.set()
        await asyncio.gather(first, second, *members)
    assert corridor.history == ["idle 1", "a", "b", "idle 2"]


async def test_idle_questions_take_no_members_place_in_the_line() -> None:
    corridor = SlowCorridor()
    async with service(corridor, max_waiting=1) as line:
        idle = [asyncio.create_task(line.answer_idly(Question(f"idle {number}"))) for number in range(5)]
        await until(lambda: corridor.history == ["idle 0"])
        member = asyncio.create_task(events_of(line, "a"))
        await asyncio.sleep(0)
        corridor.release.set()
        assert isinstance((await member)[-1], Finished)
        assert [one.question for one in await asyncio.gather(*idle)] == [f"idle {number}" for number in range(5)]


async def test_cancelling_an_idle_question_stops_the_work() -> None:
    corridor = SlowCorridor()
    async with service(corridor) as line:
        idle = asyncio.create_task(line.answer_idly(Question("idle")))
        await until(lambda: corridor.history == ["idle"])
        idle.cancel()
        await until(lambda: corridor.cancelled == ["idle"])


async def test_an_idle_question_may_be_asked_of_a_corridor_of_its_own() -> None:
    live, other = SlowCorridor(), SlowCorridor()
    other.release.set()
    async with service(live) as line:
        await line.answer_idly(Question("a"), other)
    assert (live.history, other.history) == ([], ["a"])


async def test_a_question_at_work_keeps_its_corridor_and_the_next_takes_the_new_one() -> None:
    before, after = SlowCorridor(), SlowCorridor()
    after.release.set()
    async with service(before) as line:
        at_work = asyncio.create_task(events_of(line, "a"))
        await until(lambda: before.history == ["a"])
        waiting = asyncio.create_task(events_of(line, "b"))
        await asyncio.sleep(0)
        line.use(after)
        before.release.set()
        await asyncio.gather(at_work, waiting)
    assert (before.history, after.history) == (["a"], ["b"])


class Choosing:
    """Says where questions go: at once, but for the cold one, whose corpus has to be opened first."""

    def __init__(self, corridor: SlowCorridor) -> None:
        self.corridor = corridor
        self.opened = asyncio.Event()
        self.history: list[str] = []

    async def __call__(self, question: Question) -> SlowCorridor:
        self.history.append(question.text)
        if question.text == "cold":
            await self.opened.wait()
        return self.corridor


@pytest.mark.parametrize("idly", [False, True])
async def test_a_question_whose_corpus_is_still_being_opened_holds_up_no_other(idly: bool) -> None:
    corridor = SlowCorridor()
    corridor.release.set()
    async with service(corridor) as line:
        choosing = Choosing(corridor)
        line.choose_by(choosing)
        asking = line.answer_idly(Question("cold")) if idly else events_of(line, "cold")
        cold = asyncio.create_task(asking)
        await until(lambda: choosing.history == ["cold"])
        async with asyncio.timeout(5):
            *_, last = await events_of(line, "warm")
        assert isinstance(last, Finished)
        choosing.opened.set()
        await cold
    assert corridor.history == ["warm", "cold"]


async def test_where_a_question_goes_is_chosen_anew_at_its_turn() -> None:
    before, after = SlowCorridor(), SlowCorridor()
    after.release.set()
    async with service(before) as line:
        choosing = Choosing(before)
        line.choose_by(choosing)
        at_work = asyncio.create_task(events_of(line, "a"))
        await until(lambda: before.history == ["a"])
        waiting = asyncio.create_task(events_of(line, "b"))
        await until(lambda: "b" in choosing.history)
        choosing.corridor = after
        before.release.set()
        await asyncio.gather(at_work, waiting)
    assert (before.history, after.history) == (["a"], ["b"])


async def test_those_whose_corpora_are_opened_at_the_same_time_do_not_pass_the_bound() -> None:
    corridor = SlowCorridor()
    async with service(corridor, max_waiting=1) as line:
        choosing = Choosing(corridor)
        line.choose_by(choosing)
        asked = [asyncio.create_task(events_of(line, "cold")) for _ in range(3)]
        await until(lambda: len(choosing.history) == 3)
        choosing.opened.set()
        corridor.release.set()
        done = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(one, BusyError) for one in done) == 1
