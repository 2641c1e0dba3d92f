from datetime import timedelta

import pytest

from bot.state import history
from bot.state.history import AnswerHistory
from bot.state.recalls import RecallStore
from bot.state.store import StateStore
from tests.bot.state.builders import NOW, record


async def test_the_newest_answers_come_first(state: StateStore) -> None:
    for number in (3, 1, 2):
        await state.remember_answer(record(100 + number, asked_at=NOW + timedelta(hours=number)))
    newest = await AnswerHistory(state.engine).newest(2)
    assert [one.message_id for one in newest] == [103, 102]
    assert newest[0] == record(103, asked_at=NOW + timedelta(hours=3))
    assert await AnswerHistory(state.engine).newest(0) == ()


@pytest.mark.parametrize("batch", [1, 2, 5, 200])
async def test_all_answers_since_a_time_are_read_whatever_the_batch(
    state: StateStore, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(history, "_BATCH", batch)
    for number in range(5):
        await state.remember_answer(record(100 + number, asked_at=NOW + timedelta(days=number - 2)))
    found = [one.message_id async for one in AnswerHistory(state.engine).since(NOW)]
    assert found == [102, 103, 104]


async def test_a_recall_is_planned_once_and_done_once(state: StateStore) -> None:
    store = RecallStore(state.engine)
    for number in (100, 101):
        await state.remember_answer(record(number))
    assert await store.plan([100, 101, 999]) == 2
    assert [one.message_id for one in await store.pending()] == [101, 100]
    await store.done(101)
    assert await store.plan([100, 101]) == 0
    assert [one.message_id for one in await store.pending()] == [100]
    assert await store.is_pending(100)
    assert not await store.is_pending(101)


async def test_an_answer_written_anew_is_no_longer_to_be_recalled_but_may_be_later(state: StateStore) -> None:
    store = RecallStore(state.engine)
    await state.remember_answer(record(100))
    await store.plan([100])
    await store.done(100)
    await state.remember_answer(record(100))
    assert await store.pending() == ()
    assert await store.plan([100]) == 1


async def test_a_message_that_is_gone_is_forgotten(state: StateStore) -> None:
    store = RecallStore(state.engine)
    await state.remember_answer(record(100))
    await store.plan([100])
    await store.forget(100)
    assert await store.pending() == ()
    assert await state.answer_of(100) is None
