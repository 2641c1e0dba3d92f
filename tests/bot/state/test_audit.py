"""The record of what was done: only added to, read page by page."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.state.audit import AuditLog
from bot.state.store import StateStore
from config.errors import StateError
from tests.bot.state.builders import NOW

HOME, ELSEWHERE = 20, 21


class Clock:
    """Each look at it is a minute later."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def log(state: StateStore) -> AuditLog:
    return AuditLog(state.engine, Clock())


async def test_an_entry_comes_back_as_it_was_recorded(log: AuditLog) -> None:
    entry = await log.record(1, HOME, "paused", {"note": "점심 먹고 올게요 🍚", "count": 3})
    assert entry.details == {"note": "점심 먹고 올게요 🍚", "count": "3"}
    assert entry.at == NOW + timedelta(minutes=1)
    (read,) = (await log.page(HOME, 1, 10)).entries
    assert read == entry
    assert read.at.tzinfo is UTC


async def test_a_server_reads_its_own_entries_newest_first_page_by_page(log: AuditLog) -> None:
    for number in range(5):
        await log.record(1, HOME, "paused", {"note": number})
        await log.record(2, ELSEWHERE, "resumed")
    first, last = await log.page(HOME, 1, 2), await log.page(HOME, 3, 2)
    assert [entry.details["note"] for entry in (*first.entries, *last.entries)] == ["4", "3", "0"]
    assert (first.number, first.pages, last.number) == (1, 3, 3)
    assert (await log.page(HOME, 99, 2)).entries == last.entries
    assert (await log.page(HOME, 0, 2)).entries == first.entries


async def test_an_empty_record_has_one_empty_page(log: AuditLog) -> None:
    page = await log.page(HOME, 1, 10)
    assert (page.entries, page.number, page.pages) == ((), 1, 1)


async def test_what_was_done_outside_discord_is_shown_where_it_is_asked_for(log: AuditLog) -> None:
    await log.record(None, None, "paused")
    assert (await log.page(HOME, 1, 10)).entries == ()
    (entry,) = (await log.page(HOME, 1, 10, and_outside=True)).entries
    assert entry.actor_id is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET action = 'resumed'",
        "DELETE FROM audit",
        "INSERT INTO audit (number, at, action, details) VALUES (1, '2026-01-01', 'resumed', '{}')",
    ],
)
async def test_the_database_refuses_to_change_what_is_recorded(log: AuditLog, state: StateStore, change: str) -> None:
    entry = await log.record(1, HOME, "paused")
    with pytest.raises(Exception, match=r"append-only|duplicate key"):
        async with state.engine.begin() as connection:
            await connection.execute(text(change))
    assert (await log.page(HOME, 1, 10)).entries == (entry,)


async def test_replacing_an_entry_is_refused_as_well(log: AuditLog, state: StateStore) -> None:
    entry = await log.record(1, HOME, "paused")
    if state.engine.dialect.name == "sqlite":
        replacing = "INSERT OR REPLACE INTO audit (number, at, action, details) VALUES (1, '2026-01-01', 'x', '{}')"
    else:
        replacing = "TRUNCATE audit"
    with pytest.raises(Exception, match="append-only"):
        async with state.engine.begin() as connection:
            await connection.execute(text(replacing))
    assert (await log.page(HOME, 1, 10)).entries == (entry,)


async def test_forgetting_a_member_leaves_what_they_did_as_a_moderator(log: AuditLog, state: StateStore) -> None:
    await log.record(1, HOME, "paused")
    await state.forget(1)
    (entry,) = (await log.page(HOME, 1, 10)).entries
    assert entry.actor_id == 1


async def test_a_text_that_cannot_be_stored_is_named(log: AuditLog) -> None:
    with pytest.raises(StateError) as caught:
        await log.record(1, HOME, "paused", {"note": "\ud800"})
    assert caught.value.key == "state.not_text"


async def test_the_newest_entry_of_some_actions_is_found_here_or_outside_and_never_of_another_server(
    log: AuditLog,
) -> None:
    switches = {"corpus_approved", "activated_on_command_line"}
    assert await log.newest_of(switches, HOME, and_outside=True) is None
    here = await log.record(1, HOME, "corpus_approved", {"version": "v0002"})
    outside = await log.record(None, None, "activated_on_command_line", {"version": "v0003"})
    await log.record(1, ELSEWHERE, "corpus_approved", {"version": "v0009"})
    await log.record(1, HOME, "paused_silently")
    assert await log.newest_of(switches, HOME, and_outside=True) == outside
    assert await log.newest_of(switches, HOME) == here
    assert await log.newest_of(switches, None) == outside
    assert await log.newest_of({"resumed"}, HOME, and_outside=True) is None


async def test_the_newest_entry_of_some_actions_is_found_of_every_server_at_once(log: AuditLog) -> None:
    switches = {"corpus_approved", "activated_on_command_line"}
    assert await log.newest_by_server(switches) == {}
    await log.record(1, HOME, "corpus_approved", {"version": "v0002"})
    here = await log.record(None, HOME, "activated_on_command_line", {"version": "v0003"})
    there = await log.record(1, ELSEWHERE, "corpus_approved", {"version": "v0009"})
    await log.record(None, None, "activated_on_command_line", {"version": "v0004"})
    await log.record(1, ELSEWHERE, "paused_silently")
    assert await log.newest_by_server(switches) == {HOME: here, ELSEWHERE: there}
