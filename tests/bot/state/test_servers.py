"""Gaps, pins and answers of one corpus are out of reach of all others."""

from dataclasses import replace
from datetime import timedelta

from bot.gaps.gap import Asking, GapStatus, Wish
from bot.pins.pin import PinText
from bot.state.gaps import GapStore, corpora_with_gaps
from bot.state.history import AnswerHistory
from bot.state.pins import PinStore
from bot.state.servers import ServerHoldings, ServerState
from bot.state.store import StateStore
from config.language import Language
from tests.bot.state.builders import NOW, record

TEXT = PinText(("?",), dict.fromkeys(Language, "!"))
HERE, THERE = 20, 21


async def asked(state: StateStore, message_id: int, corpus: int | None) -> int:
    """A gap of a corpus."""
    await state.remember_answer(record(message_id))
    return await GapStore(state.engine, corpus).add(Asking(message_id, "not_stated", "?", "v0001"), None)


async def test_a_gap_can_be_neither_seen_nor_changed_from_another_corpus(state: StateStore) -> None:
    number = await asked(state, 100, HERE)
    await GapStore(state.engine, HERE).wish(Wish(number, 7, Language.KOREAN, 100))
    for corpus in (THERE, None):
        others = GapStore(state.engine, corpus)
        assert await others.gap(number) is None
        assert await others.with_status(*GapStatus) == ()
        assert await others.wordings() == {}
        assert await others.number_of(100) is None
        assert await others.open_but_for("v0002") == ()
        assert not await others.set_status(number, GapStatus.RESOLVED)
        await others.put_to(number, "v0009")
        assert await others.due_wishes() == ()
    mine = await GapStore(state.engine, HERE).gap(number)
    assert mine is not None
    assert (mine.status, mine.asked_version, mine.wishes) == (GapStatus.OPEN, "v0001", 1)
    await asked(state, 101, None)
    assert await corpora_with_gaps(state.engine) == (None, HERE)


async def test_a_pin_can_be_neither_seen_nor_changed_from_another_corpus(state: StateStore) -> None:
    mine = PinStore(state.engine, HERE)
    pin = await mine.add(TEXT, 1, NOW)
    for corpus in (THERE, None):
        others = PinStore(state.engine, corpus)
        assert await others.all() == ()
        assert await others.change(pin.number, PinText(("x",), TEXT.answers), 2, NOW) is None
        assert not await others.remove(pin.number)
    assert await mine.all() == (pin,)


async def test_the_newest_answers_can_be_asked_of_some_servers_alone(state: StateStore) -> None:
    for number, server in enumerate((HERE, THERE, None, HERE), start=100):
        later = NOW + timedelta(minutes=number)
        await state.remember_answer(replace(record(number, asked_at=later), guild_id=server))
    history = AnswerHistory(state.engine)
    for servers, found in (({HERE}, [103, 100]), ({None, THERE}, [102, 101]), (None, [103, 102, 101]), (set(), [])):
        assert [one.message_id for one in await history.newest(3, servers)] == found


async def test_what_is_held_of_a_server_is_forgotten_and_nothing_of_others(state: StateStore) -> None:
    await asked(state, 100, HERE)
    for corpus in (HERE, THERE):
        await PinStore(state.engine, corpus).add(TEXT, 1, NOW)
    servers = ServerState(state.engine)
    assert await servers.holdings() == {HERE: ServerHoldings(1, 1, 1), THERE: ServerHoldings(0, 1, 0)}
    assert await servers.forget(HERE) == ServerHoldings(1, 1, 1)
    assert await servers.holdings() == {THERE: ServerHoldings(0, 1, 0)}
    assert await servers.forget(HERE) == ServerHoldings()
