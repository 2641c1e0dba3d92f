"""Servers' own corpora from the command line."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import shared_store
from bot.gaps.gap import Asking
from bot.pins.pin import PinText
from bot.remembered import AnswerRecord
from bot.state.gaps import GapStore
from bot.state.pins import PinStore
from bot.state.store import open_state
from config.language import Language
from config.settings import load_settings
from corpus.document import Corpus
from corpus.importing.writing import write_corpus
from index.borrowing import BorrowingStore
from index.candidates import Candidates
from index.versions import IndexStore
from tests.bot.cli.command_line import run
from tests.bot.gaps.builders import refusal
from tests.bot.state.builders import NOW, record
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, build

pytestmark = pytest.mark.usefixtures("elsewhere")

EACH = ("--set", "servers.corpora=each")
SERVER, OTHER = 20, 30


@pytest.fixture
def store(tmp_path: Path) -> BorrowingStore:
    """A server's versions: the common one and one of its own."""
    data = tmp_path / "data"
    lender = IndexStore(data / "indexes")
    build(lender, BILINGUAL)
    store = BorrowingStore(data / "servers" / str(SERVER) / "indexes", lender)
    build(store, Corpus((KOREAN,)))
    return store


async def fill(file: Path) -> None:
    """An answer, a gap and a pin of the server, and of another one."""
    async with open_state(f"sqlite:///{file}") as state:
        for number, server in enumerate((SERVER, OTHER)):
            given = refusal(100 + number, "?", language=Language.KOREAN)
            await state.remember_answer(given if server == SERVER else _of(given, server))
            await GapStore(state.engine, server).add(_asking(100 + number), None)
            text = PinText(("?",), dict.fromkeys(Language, "!"))
            await PinStore(state.engine, server).add(text, 1, NOW)
        await state.remember_answer(record(200))


def _of(given: AnswerRecord, server_id: int) -> AnswerRecord:
    return replace(given, guild_id=server_id)


def _asking(message_id: int) -> Asking:
    return Asking(message_id, "not_stated", "?", "v0001")


def test_without_the_setting_a_server_cannot_be_named(store: BorrowingStore) -> None:
    for command in (("index", "list"), ("index", "rollback"), ("corpus", "diff", "x")):
        code, sentence = run(*command, "--server", str(SERVER))
        assert (code, "servers.corpora" in sentence) == (2, True)


def test_versions_of_a_server_are_listed_and_activated_without_touching_the_common_one(store: BorrowingStore) -> None:
    lender = IndexStore(store.directory.parents[2] / "indexes")
    listed = run(*EACH, "index", "list", "--server", str(SERVER))[1]
    assert listed.count("tester") == 2
    assert run(*EACH, "index", "list")[1].count("tester") == 1
    assert run(*EACH, "index", "list", "--server", str(OTHER))[1].count("tester") == 1
    assert run(*EACH, "index", "rollback", "--server", str(SERVER))[0] == 0
    assert (store.current(), lender.current()) == (1, 1)
    assert run(*EACH, "index", "activate", "2", "--server", str(SERVER))[0] == 0
    assert run(*EACH, "index", "activate", "2")[0] == 1
    code, sentence = run(*EACH, "index", "rollback", "--server", str(OTHER))
    assert (code, "haetae index list" in sentence) == (1, True)
    assert not (store.directory.parents[1] / str(OTHER)).exists()


def test_an_edition_is_compared_with_that_of_a_server(store: BorrowingStore, tmp_path: Path) -> None:
    write_corpus(Corpus((KOREAN, ENGLISH)), tmp_path / "edition")
    of_server = run(*EACH, "corpus", "diff", str(tmp_path / "edition"), "--server", str(SERVER))[1]
    assert "[en] added: Keepers" in of_server
    assert "[en] added" not in run(*EACH, "corpus", "diff", str(tmp_path / "edition"))[1]


def test_the_home_servers_versions_are_the_ones_that_all_shared_before(store: BorrowingStore) -> None:
    home = ("--set", f"moderation.home_server={SERVER}")
    assert run(*EACH, *home, "index", "list", "--server", str(SERVER))[1].count("tester") == 1


def test_where_a_home_server_is_named_the_others_do_not_begin_with_its_text(tmp_path: Path) -> None:
    named: dict[str, dict[str, Any]] = {"servers": {"corpora": "each"}, "moderation": {"home_server": SERVER}}
    assert shared_store(load_settings(named)).directory == Path("data/servers/shared/indexes")
    unnamed = {"servers": {"corpora": "each"}}
    assert shared_store(load_settings(unnamed)).directory == Path("data/indexes")


def test_what_servers_have_is_listed_and_that_of_one_removed_for_good(store: BorrowingStore, tmp_path: Path) -> None:
    asyncio.run(fill(tmp_path / "data" / "state.db"))
    listed = run(*EACH, "servers", "list")[1]
    assert str(SERVER) in listed
    assert "v0002" in listed
    assert str(OTHER) in listed
    code, sentence = run(*EACH, "servers", "remove", str(SERVER))
    assert (code, "--yes" in sentence) == (2, True)
    assert not store.borrows
    with Candidates(store).claim():
        code, sentence = run(*EACH, "servers", "remove", str(SERVER), "--yes")
        assert (code, "under way" in sentence) == (1, True)
    code, said = run(*EACH, "servers", "remove", str(SERVER), "--yes")
    assert code == 0
    assert "2 versions, 1 pinned answers, 1 gaps, 2 answers" in " ".join(said.split())
    assert not store.directory.parent.exists()
    after = run(*EACH, "servers", "list")[1]
    assert str(SERVER) not in after
    assert str(OTHER) in after
    code, sentence = run(*EACH, "servers", "remove", str(SERVER), "--yes")
    assert (code, "haetae servers list" in sentence) == (2, True)
    assert run("--set", "state.url=sqlite:///none.db", "--set", "paths.data_dir=none", "servers", "list")[0] == 0
