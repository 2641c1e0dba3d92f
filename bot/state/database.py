"""The database behind the state: its engine, opened on the newest schema."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import URL, AsyncAdaptedQueuePool, Connection, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, InvalidRequestError, NoSuchModuleError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.state.failures import named_failures, place
from bot.state.migrating import migrate
from config.errors import SettingsError
from config.settings import Settings

SQLITE = "sqlite+aiosqlite"
FILE_NAME = "state.db"
BACKENDS = frozenset({"sqlite", "postgresql"})

_INSERT: dict[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def state_url(settings: Settings) -> URL:
    """Where the settings keep the state: a database of theirs, or a file in the data folder. Raises SettingsError."""
    if given := settings.state.url.get_secret_value().strip():
        return _parsed(given)
    return URL.create(SQLITE, database=str(settings.paths.data_dir / FILE_NAME))


def make_engine(given: str | URL) -> AsyncEngine:
    """An engine on a database, not yet connected. Raises SettingsError where the URL cannot be used."""
    url = _parsed(given)
    try:
        return (
            _sqlite_engine(url) if url.get_backend_name() == "sqlite" else create_async_engine(url, pool_pre_ping=True)
        )
    except ModuleNotFoundError as error:
        raise SettingsError("state.no_driver", module=error.name) from error
    except (NoSuchModuleError, InvalidRequestError) as error:
        raise SettingsError("state.unusable_url") from error


@asynccontextmanager
async def open_database(url: str | URL) -> AsyncIterator[AsyncEngine]:
    """An engine on a database with the newest schema. Raises SettingsError, StateError."""
    engine = make_engine(url)
    try:
        with named_failures(engine.url):
            await asyncio.to_thread(_make_folder, engine.url)
            await try_file(engine)
            async with engine.begin() as connection:
                await connection.run_sync(migrate)
        yield engine
    finally:
        await engine.dispose()


async def try_file(engine: AsyncEngine) -> None:
    """Opens a SQLite file once: aiosqlite leaves a thread behind where it cannot, which then complains on its own."""
    if engine.dialect.name == "sqlite":
        arguments, options = engine.dialect.create_connect_args(engine.url)
        connect: Callable[..., sqlite3.Connection] = sqlite3.connect
        await asyncio.to_thread(lambda: connect(*arguments, **options).close())


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection whose statements all take effect at the end, or none. Raises StateError where the database fails."""
    with named_failures(engine.url):
        async with engine.begin() as connection:
            yield connection


async def upsert(connection: AsyncConnection, table: Table, values: Mapping[str, object]) -> None:
    """Inserts a row, in place of that with the same primary key."""
    insert = _INSERT[connection.dialect.name](table).values(values)
    key = [column.name for column in table.primary_key]
    rest = {name: insert.excluded[name] for name in values if name not in key}
    await connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest))


def _parsed(given: str | URL) -> URL:
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise SettingsError("state.unusable_url") from error
    if url.get_backend_name() not in BACKENDS:
        raise SettingsError("state.unknown_database", place=place(url))
    return url.set(drivername=SQLITE) if url.drivername == "sqlite" else url


def _sqlite_engine(url: URL) -> AsyncEngine:
    """One connection, so that calls of this process take turns and never meet a locked database."""
    engine = create_async_engine(url, poolclass=AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    event.listen(engine.sync_engine, "connect", _configure)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _configure(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own transactions would leave out changes of the schema.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # what is forgotten is overwritten, too
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _make_folder(url: URL) -> None:
    # As file:…?uri=true SQLite opens what is there, or says what is missing.
    if url.get_backend_name() == "sqlite" and url.database and not url.database.startswith("file:"):
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
