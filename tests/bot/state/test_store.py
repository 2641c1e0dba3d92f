import asyncio
from collections.abc import Iterator
from datetime import timedelta, timezone

import pytest
from hypothesis import given, settings
from sqlalchemy import text

from bot.remembered import AnswerRecord, Holdings, Vote
from bot.state.store import StateStore, open_state
from config.language import Language
from tests.bot.state.builders import NOW, record
from tests.bot.state.strategies import records
from tests.languages import EACH_LANGUAGE

NOTHING = Holdings(answers=0, votes=0, language=None)
MINJI, ALICE = 1, 2


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as loop:
        yield loop


@pytest.fixture(scope="module")
def kept(runner: asyncio.Runner) -> Iterator[StateStore]:
    """A state for all examples of a property: making one takes longer than using it."""
    opened = open_state("sqlite:///:memory:")
    yield runner.run(opened.__aenter__())
    runner.run(opened.__aexit__(None, None, None))


@given(records)
@settings(deadline=None)
def test_any_answer_comes_back_exactly_as_it_was(runner: asyncio.Runner, kept: StateStore, given: AnswerRecord) -> None:
    async def there_and_back() -> AnswerRecord | None:
        await kept.remember_answer(given)
        return await kept.answer_of(given.message_id)

    assert runner.run(there_and_back()) == given


async def test_an_answer_outlives_the_process_that_stored_it(url: str) -> None:
    async with open_state(url) as first:
        await first.remember_answer(record(100))
        await first.set_language(MINJI, Language.KOREAN)
        await first.vote(Vote(100, MINJI, helpful=True))
    async with open_state(url) as second:
        assert await second.answer_of(100) == record(100)
        assert await second.language_of(MINJI) is Language.KOREAN
        assert await second.votes_of(100) == (Vote(100, MINJI, helpful=True),)


@EACH_LANGUAGE
async def test_the_language_of_an_answer_stands_where_databases_have_had_it(
    state: StateStore, language: Language
) -> None:
    await state.remember_answer(record(100, language=language.other))
    async with state.engine.begin() as connection:
        await connection.execute(text("UPDATE answers SET interface_language = :it"), {"it": language.value})
    found = await state.answer_of(100)
    assert found is not None
    assert found.language is language


async def test_an_answer_written_again_takes_the_place_of_the_first_without_its_votes(state: StateStore) -> None:
    await state.remember_answer(record(100, language=Language.KOREAN))
    await state.vote(Vote(100, ALICE, helpful=False))
    again = record(100, language=Language.ENGLISH)
    await state.remember_answer(again)
    assert await state.answer_of(100) == again
    assert await state.votes_of(100) == ()


async def test_what_is_not_known_is_none(state: StateStore) -> None:
    assert await state.answer_of(1) is None
    assert await state.answer_to(1) is None
    assert await state.votes_of(1) == ()
    assert await state.language_of(1) is None
    assert await state.holdings_of(1) == NOTHING
    assert NOTHING.nothing


async def test_the_newest_answer_to_a_message_is_the_one_that_counts(state: StateStore) -> None:
    for message_id in (100, 102, 101):
        await state.remember_answer(record(message_id, question_message_id=99))
    await state.remember_answer(record(103, question_message_id=98))
    newest = await state.answer_to(99)
    assert newest is not None
    assert newest.message_id == 102


async def test_times_are_kept_in_utc_whatever_zone_they_came_from(state: StateStore) -> None:
    seoul = timezone(timedelta(hours=9))
    await state.remember_answer(record(100, asked_at=NOW.astimezone(seoul)))
    kept = await state.answer_of(100)
    assert kept is not None
    assert kept.asked_at == NOW
    assert kept.asked_at.utcoffset() == timedelta(0)


async def test_a_member_has_one_vote_on_an_answer_and_may_change_it(state: StateStore) -> None:
    await state.remember_answer(record(100))
    assert await state.vote(Vote(100, MINJI, helpful=True))
    assert await state.vote(Vote(100, ALICE, helpful=True))
    assert await state.vote(Vote(100, MINJI, helpful=False, comment="숫자가 달라요"))
    assert await state.votes_of(100) == (
        Vote(100, MINJI, helpful=False, comment="숫자가 달라요"),
        Vote(100, ALICE, helpful=True),
    )


async def test_a_vote_on_an_answer_that_is_gone_is_not_kept(state: StateStore) -> None:
    assert not await state.vote(Vote(100, MINJI, helpful=True))
    assert await state.votes_of(100) == ()


@EACH_LANGUAGE
async def test_a_chosen_language_is_kept_until_it_is_automatic_again(state: StateStore, language: Language) -> None:
    await state.set_language(MINJI, language.other)
    await state.set_language(MINJI, language)
    assert await state.language_of(MINJI) is language
    await state.set_language(MINJI, None)
    assert await state.language_of(MINJI) is None
    assert (await state.holdings_of(MINJI)).nothing


async def test_forgetting_deletes_all_of_one_member_and_nothing_of_the_others(state: StateStore) -> None:
    await state.remember_answer(record(100, asker_id=MINJI))
    await state.remember_answer(record(101, asker_id=ALICE))
    await state.vote(Vote(100, ALICE, helpful=True))
    await state.vote(Vote(101, MINJI, helpful=False))
    await state.vote(Vote(101, ALICE, helpful=True))
    await state.set_language(MINJI, Language.KOREAN)
    await state.set_language(ALICE, Language.ENGLISH)
    assert await state.forget(MINJI) == Holdings(answers=1, votes=1, language=Language.KOREAN)
    assert await state.holdings_of(MINJI) == NOTHING
    assert await state.answer_of(100) is None
    assert await state.votes_of(100) == ()
    assert await state.holdings_of(ALICE) == Holdings(answers=1, votes=1, language=Language.ENGLISH)
    assert await state.votes_of(101) == (Vote(101, ALICE, helpful=True),)


async def test_pruning_deletes_older_answers_with_their_votes(state: StateStore) -> None:
    await state.remember_answer(record(100, asked_at=NOW - timedelta(days=31)))
    await state.remember_answer(record(101, asked_at=NOW - timedelta(days=30)))
    await state.vote(Vote(100, ALICE, helpful=True))
    assert await state.prune(NOW - timedelta(days=30)) == 1
    assert await state.answer_of(100) is None
    assert await state.answer_of(101) is not None
    assert (await state.holdings_of(ALICE)).nothing


async def test_many_calls_at_once_all_succeed(state: StateStore) -> None:
    await asyncio.gather(*(state.remember_answer(record(100 + number)) for number in range(20)))
    votes = (state.vote(Vote(100, number % 5, helpful=number > 10)) for number in range(20))
    assert all(await asyncio.gather(*votes))
    assert (await state.holdings_of(MINJI)).answers == 20
    assert len(await state.votes_of(100)) == 5
