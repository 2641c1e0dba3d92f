"""Looks at a database as it is, and makes and changes nothing."""

import asyncio
import os
from pathlib import Path

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.state.database import make_engine, try_file
from bot.state.failures import named_failures, place
from bot.state.migrating import Schema, schema_of
from config.errors import StateError

TIMEOUT_S = 5.0


async def examine_database(url: str | URL, *, timeout_s: float = TIMEOUT_S) -> Schema | None:
    """The schema of a database, None where its file is still to be made.

    Raises SettingsError; StateError also where a file cannot be written or a server does not answer.
    """
    engine = make_engine(url)
    try:
        with named_failures(engine.url):
            if engine.dialect.name == "sqlite":
                return await _examine_file(engine)
            return await _examine_server(engine, timeout_s)
    finally:
        await engine.dispose()


async def _examine_file(engine: AsyncEngine) -> Schema | None:
    if (file := _file(engine.url)) is not None:
        if not _is_writable(file):
            raise StateError("state.read_only" if file.exists() else "state.cannot_open", place=place(engine.url))
        if not file.exists():
            return None
    await try_file(engine)
    async with engine.connect() as connection:
        if await connection.scalar(text("PRAGMA quick_check(1)")) != "ok":
            raise StateError("state.damaged", place=place(engine.url))
        return await connection.run_sync(schema_of)


async def _examine_server(engine: AsyncEngine, timeout_s: float) -> Schema:
    try:
        async with asyncio.timeout(timeout_s), engine.connect() as connection:
            return await connection.run_sync(schema_of)
    except TimeoutError as error:
        raise StateError("state.no_answer", place=place(engine.url), seconds=f"{timeout_s:g}") from error


def _file(url: URL) -> Path | None:
    """The file of a SQLite database, None where it is in memory or named by a URI of SQLite's own."""
    if not url.database or url.database == ":memory:" or "uri" in url.query:
        return None
    return Path(url.database)


def _is_writable(file: Path) -> bool:
    """Whether `file`, and what SQLite puts beside it, can be written or made, folders included."""
    if file.exists() and not os.access(file, os.W_OK):
        return False
    folder = next(folder for folder in file.absolute().parents if folder.exists())
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
