"""Corpora of servers: what answers where, what is open, and that no server ever gets another's passages."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.answering.question import Question
from bot.updating.corpora import Corpora, Derived
from config.errors import IndexStoreError, UpdateError
from config.language import Language
from corpus.document import Corpus
from tests.bot.updating.fakes import ALICE, MINJI, Bench, ServersBench, edited, uploads
from tests.index.fakes import KOREAN, build
from tests.languages import EACH_LANGUAGE

HERE, THERE, HOME = 10, 20, 30
QUESTIONS = {
    Language.KOREAN: "사등급 초점거리가 얼마예요?",
    Language.ENGLISH: "What focal length has the fourth order?",
}


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[ServersBench]:
    bench = ServersBench(tmp_path, home_server=HOME)
    async with bench.service, bench.corpora:
        yield bench


def figures(answer: Answer) -> set[str]:
    """Which editions an answer is made of."""
    texts = [answer.text, *(citation.passage.text for citation in answer.citations)]
    texts += [citation.twin.text for citation in answer.citations if citation.twin]
    return {figure for figure in ("250", "260", "270", "280") if any(figure in text for text in texts)}


@EACH_LANGUAGE
async def test_each_server_is_answered_from_its_own_and_all_others_from_what_they_began_with(
    bench: ServersBench, language: Language
) -> None:
    question = QUESTIONS[language]
    assert figures(await bench.ask(HERE, question)) == {"250"}
    assert await bench.change(HERE, "260") == "v0002"
    assert await bench.change(THERE, "270") == "v0002"
    answers = {server: figures(await bench.ask(server, question)) for server in (HERE, THERE, HOME, 40, None)}
    assert answers == {HERE: {"260"}, THERE: {"270"}, HOME: {"250"}, 40: {"250"}, None: {"250"}}
    assert bench.store.numbers() == (1,)


async def test_asking_where_nothing_was_changed_opens_nothing_and_leaves_nothing(
    bench: ServersBench, tmp_path: Path
) -> None:
    for server in range(100, 200):
        await bench.ask(server, QUESTIONS[Language.ENGLISH])
    assert bench.opened == []
    assert len(bench.corridors) == 1
    assert not (tmp_path / "servers").exists()


async def test_looking_changes_nothing_and_the_first_change_makes_a_copy_that_reuses_what_is_embedded(
    bench: ServersBench,
) -> None:
    updates = await bench.corpora.of(HERE)
    assert [info.version for info in await updates.history()] == [1]
    assert (await updates.status()).live.version == 1
    assert await updates.export()
    assert bench.corpora.borrows(HERE)
    pending = await updates.prepare(uploads(edited("250", "260")), MINJI)
    assert pending.base == "v0001"
    assert pending.preview.reused > pending.preview.embedded > 0
    await updates.approve(pending.update_id, "a test")
    assert not bench.corpora.borrows(HERE)
    assert [info.version for info in await updates.history()] == [2, 1]
    await updates.roll_back(1)
    assert figures(await bench.ask(HERE, QUESTIONS[Language.ENGLISH])) == {"250"}


async def test_an_update_that_came_to_nothing_leaves_the_server_with_what_it_borrows(
    bench: ServersBench, tmp_path: Path
) -> None:
    updates = await bench.corpora.of(HERE)
    with pytest.raises(UpdateError) as caught:
        await updates.prepare(uploads(edited("250", "250")), MINJI)
    assert caught.value.key == "updating.nothing_changes"
    build(bench.store, edited("250", "270"))
    again = ServersBench(tmp_path)
    async with again.service, again.corpora:
        await again.corpora.of(HERE)
        assert again.corpora.borrows(HERE)
        assert figures(await again.ask(HERE, QUESTIONS[Language.ENGLISH])) == {"270"}
        build(bench.store, edited("250", "280"))
        await again.corpora.follow()
        assert figures(await again.ask(HERE, QUESTIONS[Language.ENGLISH])) == {"280"}


async def test_an_update_of_one_server_is_unknown_in_another_and_does_not_hold_it_up(bench: ServersBench) -> None:
    here, there = await bench.corpora.of(HERE), await bench.corpora.of(THERE)
    pending = await here.prepare(uploads(edited("250", "260")), MINJI)
    for reach in (
        lambda: there.approve(pending.update_id, "mine now"),
        lambda: there.discard(pending.update_id),
        lambda: there.rehearse(pending.update_id),
    ):
        with pytest.raises(UpdateError) as caught:
            await reach()
        assert caught.value.key == "updating.gone"
    assert (await there.status()).under_way is None
    other = await there.prepare(uploads(edited("250", "270")), ALICE)
    assert other.provenance is ALICE
    with pytest.raises(IndexStoreError):
        await there.roll_back(2)


async def test_what_the_home_server_changes_is_seen_there_and_in_direct_messages(bench: ServersBench) -> None:
    assert await bench.corpora.of(HOME) is bench.updates
    assert await bench.corpora.of(None) is bench.updates
    assert await bench.corpora.of(HERE) is not bench.updates


@EACH_LANGUAGE
async def test_asked_at_once_while_one_switches_no_server_gets_anothers_passages(
    bench: ServersBench, language: Language
) -> None:
    """Ten switches in one server under continuous asking in three."""
    await bench.change(HERE, "260")
    await bench.change(THERE, "270")
    allowed = {HERE: ({"260"}, {"280"}), THERE: ({"270"},), 40: ({"250"},)}
    done, answered, asked = asyncio.Event(), asyncio.Semaphore(0), dict.fromkeys(allowed, 0)

    async def keep_asking(server: int) -> None:
        while not done.is_set():
            answer = await bench.ask(server, QUESTIONS[language])
            assert figures(answer) in allowed[server], f"server {server}"
            assert answer.index_version in {"v0001", "v0002", "v0003"}
            asked[server] += 1
            answered.release()

    askers = [asyncio.create_task(keep_asking(server)) for server in allowed for _ in range(2)]
    updates = await bench.corpora.of(HERE)
    third = await updates.prepare(uploads(edited("250", "280")), MINJI)
    await updates.approve(third.update_id, "a test")
    for version in (2, 3, 2, 3, 2, 3, 2, 3, 2):
        await updates.roll_back(version)
        for _ in range(6):
            await answered.acquire()
    done.set()
    await asyncio.gather(*askers)
    assert all(asked.values())


async def test_a_question_that_waits_while_its_server_switches_gets_the_new_text_whole(bench: ServersBench) -> None:
    await bench.change(HERE, "260")
    home = bench.corridors[0]
    home.go_on.clear()
    at_work = asyncio.create_task(bench.ask(None, QUESTIONS[Language.ENGLISH]))
    waiting = asyncio.create_task(bench.ask(HERE, QUESTIONS[Language.ENGLISH]))
    while not home.history:  # noqa: ASYNC110  the corridor works in a thread
        await asyncio.sleep(0.005)
    await bench.change(HERE, "280", "250")
    home.go_on.set()
    assert figures(await at_work) == {"250"}
    assert figures(await waiting) == {"280"}


async def test_no_more_stay_open_than_the_settings_say_besides_those_at_work(tmp_path: Path) -> None:
    bench = ServersBench(tmp_path, kept_open=2)
    async with bench.service, bench.corpora:
        held = await bench.corpora.of(HERE)
        pending = await held.prepare(uploads(edited("250", "260")), MINJI)
        for server in range(100, 105):
            await bench.change(server, "270")
        assert await bench.corpora.of(HERE) is held
        assert held.pending(pending.update_id) == pending
        libraries = [bench.corpora.open_library(server) for server in range(100, 105)]
        assert sum(library is not None for library in libraries) == 1
        assert figures(await bench.ask(100, QUESTIONS[Language.ENGLISH])) == {"270"}


async def test_opened_by_many_at_once_a_corpus_is_opened_once(bench: ServersBench) -> None:
    found = await asyncio.gather(*(bench.corpora.of(HERE) for _ in range(5)))
    assert len({id(updates) for updates in found}) == 1
    assert bench.opened == [HERE]


async def test_an_asker_who_leaves_while_a_corpus_opens_spoils_it_for_nobody(bench: ServersBench) -> None:
    leaving, staying = (asyncio.create_task(bench.corpora.of(HERE)) for _ in range(2))
    await asyncio.sleep(0)
    leaving.cancel()
    assert await staying is await bench.corpora.of(HERE)


async def test_a_damaged_corpus_is_a_fault_there_alone_and_told_in_the_log(
    bench: ServersBench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await bench.change(HERE, "260")
    again = ServersBench(tmp_path)
    (tmp_path / "servers" / str(HERE) / "indexes" / "v0002" / "passages.jsonl").write_bytes(b"half")
    async with again.service, again.corpora:
        for ask in (again.ask(HERE, QUESTIONS[Language.ENGLISH]), Derived(again.corpora, str)(HERE)):
            with pytest.raises(IndexStoreError) as caught:
                await ask
            assert caught.value.key == "servers.unavailable"
        assert caplog.text.count("passages.jsonl") == 2
        assert figures(await again.ask(THERE, QUESTIONS[Language.ENGLISH])) == {"250"}


async def test_what_the_command_line_does_to_a_server_is_followed_there_alone(
    bench: ServersBench, caplog: pytest.LogCaptureFixture
) -> None:
    question = QUESTIONS[Language.ENGLISH]
    await bench.change(HERE, "260")
    build(bench.store_of(HERE), edited("250", "280"))
    build(bench.store_of(THERE), edited("250", "270"))  # not open, and nothing of its own before
    await bench.corpora.follow()
    assert figures(await bench.ask(HERE, question)) == {"280"}
    assert figures(await bench.ask(THERE, question)) == {"270"}
    bench.store_of(THERE).activate(1)
    await bench.corpora.follow()
    assert figures(await bench.ask(THERE, question)) == {"250"}
    build(bench.store, Corpus((KOREAN,)))
    await bench.corpora.follow()
    assert (bench.corpora.version(None), bench.corpora.version(40)) == ("v0002", "v0002")
    assert (bench.corpora.version(HERE), bench.corpora.version(THERE)) == ("v0003", "v0001")
    (bench.store_of(HERE).directory / "v0003" / "manifest.json").unlink()
    bench.store_of(HERE).directory.joinpath("current.json").write_text('{"current": 9, "earlier": []}')
    for _ in range(2):
        await bench.corpora.follow()
    assert caplog.text.count(f"server {HERE} cannot be used") == 1
    assert figures(await bench.ask(HERE, question)) == {"280"}


async def test_a_fault_in_what_servers_share_keeps_neither_home_from_following_nor_anybody_from_hearing(
    bench: ServersBench, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[str] = []

    async def fail() -> None:
        raise ZeroDivisionError

    async def hear() -> None:
        heard.append(bench.updates.live.now.version)

    lender = Bench(tmp_path / "shared")
    corpora = Corpora(bench.updates, lender.updates, bench)
    for listen in (corpora.listen, corpora.listen_outside):
        listen(fail)
        listen(hear)
    lender.store.directory.joinpath("current.json").write_text("half")
    build(bench.store, edited("250", "270"))
    switch = await corpora.follow()
    assert switch is not None
    await corpora.follow()
    assert heard == ["v0002"] * 3
    assert caplog.text.count("servers without their own cannot be used: ") == 1
    assert caplog.text.count("A listener failed") == 3


async def test_a_server_whose_versions_are_removed_begins_anew(bench: ServersBench) -> None:
    await bench.change(HERE, "260")
    await bench.corpora.follow()
    for path in sorted(bench.store_of(HERE).directory.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    await bench.corpora.follow()
    assert figures(await bench.ask(HERE, QUESTIONS[Language.ENGLISH])) == {"250"}


async def test_listeners_hear_switches_everywhere_and_the_first_opening(bench: ServersBench) -> None:
    heard: list[str] = []

    async def hear() -> None:
        heard.append(bench.corpora.version(HERE))

    bench.corpora.listen(hear)
    await bench.corpora.of(HERE)
    assert heard == ["v0001"]
    await bench.change(HERE, "260")
    assert heard == ["v0001", "v0002"]


async def test_a_candidate_that_a_crash_left_in_a_server_is_removed_at_the_start(
    bench: ServersBench, tmp_path: Path
) -> None:
    await bench.change(HERE, "260")
    folder = bench.store_of(HERE).directory
    (folder / ".candidate-dead").mkdir()
    again = ServersBench(tmp_path)
    async with again.service, again.corpora:
        assert not (folder / ".candidate-dead").exists()
        assert figures(await again.ask(HERE, QUESTIONS[Language.ENGLISH])) == {"260"}


async def test_idle_questions_go_to_their_servers_too(bench: ServersBench) -> None:
    await bench.change(HERE, "260")
    question = QUESTIONS[Language.ENGLISH]
    assert figures(await bench.service.answer_idly(Question(question, server_id=HERE))) == {"260"}
    assert figures(await bench.service.answer_idly(Question(question))) == {"250"}
