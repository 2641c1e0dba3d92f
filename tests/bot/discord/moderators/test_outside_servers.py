"""What becomes live in a server's own corpus outside Discord: recorded there, once, whether it is open or not."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest

from bot.discord.moderators.auditing import Auditor, audit_line
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.outside import OutsideNews
from bot.state.audit import AuditEntry, AuditLog
from bot.state.rules import RuleBook
from bot.state.store import StateStore, open_state
from config.language import Language
from index.candidates import Candidates
from index.pointer import Move
from index.provenance import Door, Provenance
from tests.bot.discord.moderators.builders import moderation_settings
from tests.bot.updating.fakes import MINJI, ServersBench, edited, uploads
from tests.index.fakes import NOW, TESTER, build

HERE, THERE = 10, 20
TIDY = Move(Provenance("owner", None, "tidy", Door.COMMAND_LINE), NOW)
REMOVED = {
    Language.KOREAN: "디스코드 밖에서 · 이 서버의 글을 모든 버전까지 지웠어요",
    Language.ENGLISH: "outside Discord · removed all versions of this server's own article",
}

Told = tuple[str, str | None, str]
"""An action, the version before and the one after."""


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[StateStore]:
    async with open_state(f"sqlite:///{tmp_path / 'state.db'}") as store:
        yield store


class Running:
    """A bot as it runs from one start to the next; it is in no server, so that it tells no channel."""

    def __init__(self, bench: ServersBench, state: StateStore) -> None:
        self.bench = bench
        self._log = AuditLog(state.engine)
        settings, rules = moderation_settings(), RuleBook(state.engine)
        gate = Gate(settings, rules, corpus_each=True)
        self.auditor = Auditor(self._log, rules, gate, settings)
        self.news = OutsideNews(bench.corpora, self.auditor, gate)
        self.client = discord.Client(intents=discord.Intents.none())

    async def told(self, server_id: int) -> list[Told]:
        """What is recorded in a server, oldest first."""
        entries = await self.entries(server_id)
        return [(one.action, one.details.get("before"), one.details["version"]) for one in entries]

    async def entries(self, server_id: int) -> list[AuditEntry]:
        return list(reversed((await self._log.page(server_id, 1, 50)).entries))

    async def look(self) -> None:
        await self.bench.corpora.follow()

    async def press(self, server_id: int, figure: str, *, recorded: bool = True) -> str:
        """Makes an edition live as a moderator does, whose press is recorded a moment later."""
        updates = await self.bench.corpora.of(server_id)
        pending = await updates.prepare(uploads(edited("250", figure)), MINJI)
        switch = (await updates.approve(pending.update_id, "a test")).switch
        if recorded:
            await self.approved(server_id, switch.before.version, switch.after.version)
        return switch.after.version

    async def approved(self, server_id: int, before: str, version: str) -> None:
        details = {"author": "x", "before": before, "version": version}
        await self.auditor.record_for(self.client, 7, server_id, "corpus_approved", **details)


@asynccontextmanager
async def started(folder: Path, state: StateStore) -> AsyncIterator[Running]:
    running = Running(ServersBench(folder), state)
    async with running.bench.service, running.bench.corpora:
        await running.news.begin(running.client)
        yield running


async def test_a_switch_on_the_command_line_is_recorded_in_its_server_alone_open_or_not(
    tmp_path: Path, state: StateStore
) -> None:
    async with started(tmp_path, state) as bot:
        await bot.press(HERE, "260")
        build(bot.bench.store_of(THERE), edited("250", "270"))  # never opened
        bot.bench.store_of(HERE).rollback(TIDY)  # open
        for _ in range(2):
            await bot.look()
        assert await bot.told(HERE) == [
            ("corpus_approved", "v0001", "v0002"),
            ("activated_on_command_line", "v0002", "v0001"),
        ]
        assert await bot.told(THERE) == [("activated_on_command_line", "–", "v0002")]
        assert bot.bench.opened == [HERE]


async def test_what_happened_while_the_bot_was_away_is_recorded_at_its_start_and_only_once(
    tmp_path: Path, state: StateStore
) -> None:
    async with started(tmp_path, state) as bot:
        await bot.press(HERE, "260")
        await bot.press(THERE, "270")
        bench = bot.bench
    bench.store_of(HERE).rollback(TIDY)
    for _ in range(2):
        async with started(tmp_path, state) as bot:
            await bot.look()
            await bot.bench.corpora.of(HERE)
            await bot.look()
            assert (await bot.told(HERE))[1:] == [("activated_on_command_line", "v0002", "v0001")]
            assert await bot.told(THERE) == [("corpus_approved", "v0001", "v0002")]
            assert bot.bench.opened == [HERE]


async def test_a_press_is_left_to_its_own_record_while_the_bot_runs_and_told_by_the_start_where_that_failed(
    tmp_path: Path, state: StateStore
) -> None:
    async with started(tmp_path, state) as bot:
        version = await bot.press(HERE, "260", recorded=False)
        await bot.look()
        assert await bot.told(HERE) == []
        await bot.approved(HERE, "v0001", version)
        await bot.press(THERE, "270", recorded=False)
        await (await bot.bench.corpora.of(HERE)).roll_back(1)
        await bot.look()
    async with started(tmp_path, state) as bot:
        assert (await bot.told(HERE))[1:] == [("activated_somehow", "v0002", "v0001")]
        assert await bot.told(THERE) == [("activated_unrecorded", "–", "v0002")]


async def test_a_server_that_only_keeps_a_copy_has_nothing_told(tmp_path: Path, state: StateStore) -> None:
    async with started(tmp_path, state) as bot:
        updates = await bot.bench.corpora.of(HERE)
        pending = await updates.prepare(uploads(edited("250", "260")), MINJI)
        await updates.discard(pending.update_id)
        assert not bot.bench.corpora.borrows(HERE)
    async with started(tmp_path, state) as bot:
        assert await bot.told(HERE) == []


@pytest.mark.parametrize("running", [True, False])
async def test_versions_removed_on_the_command_line_are_told_once_and_new_ones_after_them(
    tmp_path: Path, state: StateStore, running: bool
) -> None:
    async with started(tmp_path, state) as bot:
        await bot.press(HERE, "260")
        folder = bot.bench.store_of(HERE).directory.parent
        await bot.look()
        if running:
            shutil.rmtree(folder)
            await bot.look()
    shutil.rmtree(folder, ignore_errors=True)
    async with started(tmp_path, state) as bot:
        await bot.look()
        assert (await bot.told(HERE))[1:] == [("own_versions_removed", "v0002", "v0001")]
        build(bot.bench.store_of(HERE), edited("250", "270"))
        await bot.look()
        assert (await bot.told(HERE))[2:] == [("activated_on_command_line", "v0001", "v0002")]
        assert await bot.told(THERE) == []
        removal = (await bot.entries(HERE))[1]
        for language, said in REMOVED.items():
            assert said in audit_line(removal, language)


async def test_servers_that_have_nothing_of_their_own_are_told_nothing(tmp_path: Path, state: StateStore) -> None:
    async with started(tmp_path, state) as bot:
        await bot.approved(THERE, "–", "v0001")  # as all servers had one article then
        await bot.bench.corpora.of(HERE)
        build(bot.bench.store, edited("250", "260"))
        await bot.look()
        assert (await bot.told(HERE), await bot.told(THERE)) == ([], [("corpus_approved", "–", "v0001")])


async def test_what_an_interruption_left_is_recorded_where_it_was_at_the_start_and_at_an_opening(
    tmp_path: Path, state: StateStore
) -> None:
    async with started(tmp_path, state) as bot:
        for server in (HERE, THERE):
            await bot.press(server, "260")
        stores = {server: bot.bench.store_of(server) for server in (HERE, THERE)}
    for server, store in stores.items():
        shutil.copytree(store.folder(2), store.directory / f".candidate-{server}")
    (stores[THERE].directory / ".candidate-20" / "manifest.json").unlink()
    async with started(tmp_path, state) as bot:
        assert (await bot.told(HERE))[1:] == [("leftover_removed", None, "v0002")]
        assert (await bot.told(THERE))[1:] == [("leftover_files_removed", None, "v0002")]
        shutil.copytree(stores[HERE].folder(2), stores[HERE].directory / ".candidate-again")
        await bot.bench.corpora.of(HERE)
        for _ in range(2):
            await bot.look()
        assert (await bot.told(HERE))[2:] == [("leftover_removed", None, "v0002")]
        assert Candidates(stores[HERE]).remove_leftovers() == ()


async def test_a_damaged_pointer_is_a_fault_of_its_server_alone_and_no_removal(
    tmp_path: Path, state: StateStore, caplog: pytest.LogCaptureFixture
) -> None:
    async with started(tmp_path, state) as bot:
        await bot.press(HERE, "260")
        await bot.press(THERE, "260")
        stores = {server: bot.bench.store_of(server) for server in (HERE, THERE)}
    stores[THERE].rollback(TIDY)
    pointer = stores[HERE].directory / "current.json"
    whole = pointer.read_bytes()
    pointer.write_bytes(b"{")
    async with started(tmp_path, state) as bot:
        for _ in range(2):
            await bot.look()
        assert len(await bot.told(HERE)) == 1
        assert (await bot.told(THERE))[1:] == [("activated_on_command_line", "v0002", "v0001")]
        assert caplog.text.count(f"current in server {HERE} is not known") == 1
        pointer.write_bytes(whole)
        stores[HERE].rollback(TIDY)
        await bot.look()
        assert (await bot.told(HERE))[1:] == [("activated_on_command_line", "v0002", "v0001")]


async def test_what_could_not_be_recorded_is_recorded_by_a_later_look(
    tmp_path: Path, state: StateStore, caplog: pytest.LogCaptureFixture
) -> None:
    async with started(tmp_path, state) as bot:
        build(bot.bench.store_of(HERE), edited("250", "260"))
        async with state.engine.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE audit RENAME TO away")
        for _ in range(2):
            await bot.look()
        assert caplog.text.count("is not recorded yet") == 1
        async with state.engine.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE away RENAME TO audit")
        await bot.look()
        assert await bot.told(HERE) == [("activated_on_command_line", "–", "v0002")]


async def test_the_only_server_with_a_corpus_of_its_own_is_not_taken_for_the_home_corpus(
    tmp_path: Path, state: StateStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(tmp_path, state) as bot:
        await bot.press(HERE, "260")
    monkeypatch.setattr(Gate, "home_server", lambda *_: HERE)
    for _ in range(2):
        async with started(tmp_path, state):
            pass
    outside = (await AuditLog(state.engine).page(HERE, 1, 50, and_outside=True)).entries
    assert [(one.action, one.details["version"]) for one in outside if one.guild_id is None] == [
        ("activated_on_command_line", "v0001")
    ]
    assert TESTER.author in outside[-1].details["author"]
