"""Databases that are new, old, newer, damaged, locked away or not databases at all."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.state.database import open_database, state_url
from bot.state.failures import place
from bot.state.schema import metadata
from bot.state.store import StateStore, open_state
from config.errors import SettingsError, StateError
from config.language import Language
from config.settings import load_settings
from tests.bot.state.builders import content, fill, overwrite, record


async def test_an_empty_database_is_brought_to_the_schema_that_the_tables_say(file: Path) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with open_database(f"sqlite:///{file}") as engine, engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == "0004"


async def test_opening_a_database_that_is_up_to_date_writes_nothing(file: Path) -> None:
    async with open_state(f"sqlite:///{file}"):
        before = content(file)
    async with open_state(f"sqlite:///{file}"):
        assert content(file) == before


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    async with open_state(f"sqlite:///{tmp_path / 'a' / 'b' / 'state.db'}") as state:
        assert await state.language_of(1) is None


async def test_a_file_that_is_no_database_is_named_with_the_remedy_and_left_as_it_is(file: Path) -> None:
    overwrite(file, b"not a database" * 500)
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{file}"):
            pass
    assert caught.value.key == "state.damaged"
    assert str(file) in caught.value.sentence(Language.KOREAN)
    assert "move the file away" in caught.value.sentence(Language.ENGLISH)
    assert content(file) == b"not a database" * 500


async def test_a_database_that_is_damaged_inside_is_named(file: Path) -> None:
    async with open_state(f"sqlite:///{file}") as state:
        await fill(state)
    overwrite(file, content(file)[:4096] + os.urandom(len(content(file)) - 4096))
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{file}") as state:
            await state.holdings_of(1)
    assert caught.value.key == "state.damaged"


async def test_an_answer_that_no_longer_reads_as_one_is_named(file: Path) -> None:
    async with open_state(f"sqlite:///{file}") as state:
        await state.remember_answer(record(100))
    with sqlite3.connect(file) as other:
        other.execute("UPDATE answers SET answer = '{}'")
    other.close()
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{file}") as state:
            await state.answer_of(100)
    assert caught.value.key == "state.damaged"


async def test_a_database_of_a_newer_program_is_refused_untouched(file: Path) -> None:
    async with open_state(f"sqlite:///{file}"):
        pass
    with sqlite3.connect(file) as other:
        other.execute("UPDATE alembic_version SET version_num = '0099'")
    other.close()
    before = content(file)
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{file}"):
            pass
    assert caught.value.key == "state.newer_schema"
    assert "0099" in str(caught.value)
    assert content(file) == before


async def test_a_full_disk_is_named_and_reading_goes_on(file: Path) -> None:
    async with open_database(f"sqlite:///{file}") as engine:
        state = StateStore(engine)
        await state.set_language(1, Language.KOREAN)
        async with engine.connect() as connection:
            pages = await connection.scalar(text("PRAGMA page_count"))
            await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        with pytest.raises(StateError) as caught:
            await fill(state)
        assert caught.value.key == "state.disk_full"
        assert await state.language_of(1) is Language.KOREAN


async def test_a_read_only_database_can_be_read_and_names_the_remedy_where_it_is_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    async with open_state(f"sqlite:///{file}") as state:
        await state.set_language(1, Language.KOREAN)
    async with open_state(f"sqlite:///file:{file}?mode=ro&uri=true") as state:
        assert await state.language_of(1) is Language.KOREAN
        with pytest.raises(StateError) as caught:
            await state.set_language(1, Language.ENGLISH)
        assert caught.value.key == "state.read_only"
    assert not file.parent.joinpath("file:").exists()


async def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    tmp_path.joinpath("taken").write_text("a file, not a folder")
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{tmp_path / 'taken' / 'state.db'}"):
            pass
    assert caught.value.key == "state.unavailable"
    tmp_path.joinpath("folder.db").mkdir()
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{tmp_path / 'folder.db'}"):
            pass
    assert caught.value.key == "state.cannot_open"


async def test_a_text_that_cannot_be_stored_is_named(state: StateStore) -> None:
    with pytest.raises(StateError) as caught:
        await state.remember_answer(record(100, text="\ud800"))
    assert caught.value.key == "state.not_text"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("nonsense", "state.unusable_url"),
        ("oracle+none://x", "state.unknown_database"),
        ("mysql://root:secret@localhost/x", "state.unknown_database"),
        ("postgresql+nodriver://user:secret@localhost/x", "state.unusable_url"),
        ("postgresql+psycopg2://user:secret@localhost/x", "state.no_driver"),
    ],
)
async def test_a_url_that_cannot_be_used_is_named_without_its_password(url: str, key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        async with open_state(url):
            pass
    assert caught.value.key == key
    assert "secret" not in str(caught.value)


def test_the_state_lies_in_the_data_folder_unless_the_settings_name_a_database() -> None:
    default = load_settings({"paths": {"data_dir": "here"}})
    assert place(state_url(default)) == str(Path("here") / "state.db")
    other = load_settings({"state": {"url": "postgresql://user:secret@host/haetae"}})
    assert place(state_url(other)) == "postgresql://user:***@host/haetae"
    assert "secret" not in repr(other)


async def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was(file: Path) -> None:
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE members (somebody TEXT)")
    other.close()
    before = content(file)
    with pytest.raises(StateError) as caught:
        async with open_state(f"sqlite:///{file}"):
            pass
    assert "members already exists" in str(caught.value)
    assert content(file) == before


async def test_what_is_forgotten_is_no_longer_in_the_file(file: Path) -> None:
    async with open_state(f"sqlite:///{file}") as state:
        await state.remember_answer(record(100))
        word = record(100).question.encode()
        assert word in content(file)
        await state.forget(1)
        assert word not in content(file)
