"""Databases looked at as they are, and left so."""

import os
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.state.database import open_database
from bot.state.examining import examine_database
from bot.state.migrating import Schema
from bot.state.store import open_state
from config.errors import StateError
from config.language import Language
from tests.bot.state.builders import content, fill, overwrite

NEWEST = "0004"


def inside(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def set_revision(file: Path, revision: str) -> None:
    with sqlite3.connect(file) as other:
        other.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    other.close()


async def refused(url: str, timeout_s: float = 5.0) -> StateError:
    with pytest.raises(StateError) as caught:
        await examine_database(url, timeout_s=timeout_s)
    return caught.value


@pytest.mark.parametrize("folder", ["", "a/b"])
async def test_neither_file_nor_folder_is_made(tmp_path: Path, folder: str) -> None:
    assert await examine_database(f"sqlite:///{tmp_path / folder / 'state.db'}") is None
    assert inside(tmp_path) == []


async def test_an_empty_file_has_no_schema_yet_and_stays_empty(file: Path) -> None:
    overwrite(file, b"")
    assert await examine_database(f"sqlite:///{file}") == Schema(None, NEWEST)
    assert content(file) == b""


@pytest.mark.parametrize("revision", [NEWEST, "0001"])
async def test_the_schema_is_told_and_not_brought_up_to_date(file: Path, revision: str) -> None:
    async with open_database(f"sqlite:///{file}"):
        pass
    set_revision(file, revision)
    before = content(file)
    assert await examine_database(f"sqlite:///{file}") == Schema(revision, NEWEST)
    assert content(file) == before
    assert inside(file.parent) == [file]


async def test_a_database_that_is_being_written_can_be_examined(file: Path) -> None:
    async with open_database(f"sqlite:///{file}") as engine, engine.begin() as connection:
        await connection.exec_driver_sql("DELETE FROM members")
        assert await examine_database(f"sqlite:///{file}") == Schema(NEWEST, NEWEST)


async def test_a_schema_of_a_newer_program_is_named(file: Path) -> None:
    async with open_database(f"sqlite:///{file}"):
        pass
    set_revision(file, "0099")
    error = await refused(f"sqlite:///{file}")
    assert error.key == "state.newer_schema"
    assert "0099" in error.sentence(Language.KOREAN)


async def test_what_is_no_database_or_damaged_inside_is_named(file: Path) -> None:
    async with open_state(f"sqlite:///{file}") as state:
        await fill(state)
    whole = content(file)
    for damaged in (b"not a database" * 500, whole[:8192] + os.urandom(len(whole) - 8192)):
        overwrite(file, damaged)
        assert (await refused(f"sqlite:///{file}")).key == "state.damaged"
        assert content(file) == damaged


async def test_a_place_where_no_file_can_be_made_is_named(tmp_path: Path) -> None:
    tmp_path.joinpath("taken").write_text("a file, not a folder")
    assert (await refused(f"sqlite:///{tmp_path / 'taken' / 'state.db'}")).key == "state.cannot_open"
    tmp_path.joinpath("folder.db").mkdir()
    assert (await refused(f"sqlite:///{tmp_path / 'folder.db'}")).key == "state.cannot_open"


@pytest.mark.parametrize(
    ("made", "unwritable", "key"),
    [
        (False, lambda file: file.parent, "state.cannot_open"),
        (True, lambda file: file.parent, "state.read_only"),
        (True, lambda file: file, "state.read_only"),
    ],
)
async def test_what_this_user_may_not_write_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch, made: bool, unwritable: Callable[[Path], Path], key: str
) -> None:
    """The system is made to say so: whoever runs the tests may be allowed to write everywhere."""
    if made:
        overwrite(file, b"")
    monkeypatch.setattr(os, "access", lambda path, _: path != unwritable(file))
    assert (await refused(f"sqlite:///{file}")).key == key


async def test_a_server_that_does_not_answer_is_given_up_and_named_without_its_password() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        error = await refused(f"postgresql://haetae:secret@127.0.0.1:{port}/haetae", timeout_s=0.1)
    assert error.key == "state.no_answer"
    assert f"haetae:***@127.0.0.1:{port}" in error.sentence(Language.KOREAN)
    assert "0.1" in error.sentence(Language.ENGLISH)


async def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = await refused(f"postgresql://haetae:secret@127.0.0.1:{taken.getsockname()[1]}/haetae")
    assert error.key == "state.unavailable"
    assert "secret" not in str(error)


async def test_a_password_among_the_options_of_a_url_is_not_shown_either() -> None:
    error = await refused("postgresql://haetae@127.0.0.1:1/haetae?password=secret")
    assert "secret" not in str(error)
