"""Open gaps after a switch: asked once a version, marked where they have an answer now, and members told."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Reason
from bot.answering.question import Question
from bot.gaps.asking_again import AskingAgain
from bot.gaps.gap import GapStatus, Wish
from bot.gaps.gaps import Gaps
from bot.remembered import Vote
from bot.state.gaps import GapStore
from bot.state.store import StateStore, open_state
from config.errors import GenerationError, IndexStoreError, QuestionError
from config.language import Language
from tests.bot.discord.rooms import reader
from tests.bot.fakes import answer, passage
from tests.bot.gaps.builders import refusal
from tests.bot.state.builders import record
from tests.languages import EACH_LANGUAGE

QUESTIONS = {Language.KOREAN: "라마 4 가격이 얼마예요?", Language.ENGLISH: "How much does Llama 4 cost?"}


class Bench:
    """Everything around the work: what the bot would answer, and whom it told."""

    def __init__(self, state: StateStore) -> None:
        self.state = state
        self.gaps = Gaps(GapStore(state.engine), reader(), min_nearness=0.45)
        self.version = "v0002"
        self.asked: list[Question] = []
        self.answers: dict[str, Answer | Exception] = {}
        self.told: list[tuple[Wish, GapStatus]] = []
        self.again = AskingAgain(self.gaps.store, state, ask=self._ask, version=lambda: self.version, tell=self._tell)

    async def refuse(self, message_id: int, question: str, language: Language) -> int:
        asked = refusal(message_id, question, language=language)
        await self.state.remember_answer(asked)
        await self.gaps.answered(asked, Question(question))
        number = await self.gaps.store.number_of(message_id)
        assert number is not None
        return number

    async def statuses(self) -> list[GapStatus]:
        return [gap.status for gap in await self.gaps.store.with_status(*GapStatus)]

    async def _ask(self, question: Question) -> Answer:
        self.asked.append(question)
        given = self.answers.get(question.text, refusal(1, question.text).answer)
        if isinstance(given, Exception):
            raise given
        return given

    async def _tell(self, wish: Wish, status: GapStatus) -> None:
        self.told.append((wish, status))


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    async with open_state("sqlite:///:memory:") as state:
        yield Bench(state)


@EACH_LANGUAGE
async def test_a_gap_that_has_an_answer_now_is_marked_and_who_wished_is_told_once(
    bench: Bench, language: Language
) -> None:
    text = QUESTIONS[language]
    number = await bench.refuse(100, text, language)
    await bench.gaps.wish(100, 7, language)
    bench.answers[text] = answer(text, language)
    await bench.again.work()
    await bench.again.work()
    assert bench.asked == [Question(text, language)]
    assert await bench.statuses() == [GapStatus.ANSWERABLE]
    assert bench.told == [(Wish(number, 7, language, 100), GapStatus.ANSWERABLE)]
    assert (await bench.state.holdings_of(7)).nothing


@EACH_LANGUAGE
async def test_a_gap_that_stays_is_asked_once_a_version(bench: Bench, language: Language) -> None:
    await bench.refuse(100, QUESTIONS[language], language)
    await bench.gaps.wish(100, 7, language)
    for version in ("v0001", "v0002", "v0002", "v0003"):
        bench.version = version
        await bench.again.work()
    assert len(bench.asked) == 2
    assert await bench.statuses() == [GapStatus.OPEN]
    assert bench.told == []


async def test_settled_gaps_are_not_asked_but_wishes_about_resolved_ones_are_granted(bench: Bench) -> None:
    resolved = await bench.refuse(100, "How much does Llama 4 cost?", Language.ENGLISH)
    dismissed = await bench.refuse(101, "How much does Gemma 3 cost?", Language.ENGLISH)
    for message_id in (100, 101):
        await bench.gaps.wish(message_id, 7, Language.ENGLISH)
    await bench.gaps.store.set_status(resolved, GapStatus.RESOLVED)
    await bench.gaps.store.set_status(dismissed, GapStatus.DISMISSED)
    await bench.again.work()
    assert bench.asked == []
    assert [(wish.gap_number, status) for wish, status in bench.told] == [(resolved, GapStatus.RESOLVED)]
    assert (await bench.state.holdings_of(7)).nothing


async def test_an_unhelpful_answer_counts_as_better_only_where_it_rests_on_something_else(bench: Bench) -> None:
    given = record(100, language=Language.ENGLISH, text="How many?")
    await bench.state.remember_answer(given)
    await bench.state.vote(Vote(100, 2, helpful=False))
    await bench.gaps.voted(given, await bench.state.votes_of(100))
    bench.answers["How many?"] = answer("How many?", Language.ENGLISH, "Other words. [1]")
    await bench.again.work()
    assert await bench.statuses() == [GapStatus.OPEN]
    (citation,) = given.answer.citations
    other = replace(citation, passage=replace(passage(Language.ENGLISH), lines=("It has 42.",)))
    bench.answers["How many?"] = replace(given.answer, citations=(other,))
    bench.version = "v0003"
    await bench.again.work()
    assert await bench.statuses() == [GapStatus.ANSWERABLE]


@EACH_LANGUAGE
async def test_an_answer_of_the_moderators_closes_a_gap(bench: Bench, language: Language) -> None:
    text = QUESTIONS[language]
    await bench.refuse(100, text, language)
    bench.version = "v0001"
    await bench.again.work()
    assert bench.asked == []
    bench.answers[text] = replace(answer(text, language, cited=False), reason=Reason.PINNED)
    assert await bench.gaps.reopen_for([text]) == 1
    await bench.again.work()
    assert await bench.statuses() == [GapStatus.ANSWERABLE]


@pytest.mark.parametrize(
    "fault", [GenerationError("generation.failed", status="busy"), IndexStoreError("servers.unavailable")]
)
async def test_what_cannot_answer_now_leaves_the_gap_for_the_next_time_and_the_others_go_on(
    bench: Bench, fault: Exception
) -> None:
    await bench.refuse(100, "How much does Llama 4 cost?", Language.ENGLISH)
    await bench.refuse(101, "How much does Gemma 3 cost?", Language.ENGLISH)
    bench.answers["How much does Llama 4 cost?"] = fault
    await bench.again.work()
    await bench.again.work()
    assert [question.text for question in bench.asked].count("How much does Llama 4 cost?") == 2
    assert [question.text for question in bench.asked].count("How much does Gemma 3 cost?") == 1


async def test_a_question_that_cannot_be_asked_any_more_is_not_asked_for_ever(bench: Bench) -> None:
    await bench.refuse(100, "How much does Llama 4 cost?", Language.ENGLISH)
    bench.answers["How much does Llama 4 cost?"] = QuestionError("answering.empty")
    await bench.again.work()
    await bench.again.work()
    assert len(bench.asked) == 1


async def test_a_gap_settled_while_it_is_asked_stays_as_the_moderator_said(bench: Bench) -> None:
    text = "How much does Llama 4 cost?"
    number = await bench.refuse(100, text, Language.ENGLISH)

    async def dismiss_meanwhile(question: Question) -> Answer:
        await bench.gaps.store.set_status(number, GapStatus.DISMISSED)
        return answer(question.text, Language.ENGLISH)

    again = AskingAgain(bench.gaps.store, bench.state, ask=dismiss_meanwhile, version=lambda: "v0002", tell=bench._tell)
    await again.work()
    assert await bench.statuses() == [GapStatus.DISMISSED]
