"""Turns failures of the database into StateErrors, each with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError
from sqlalchemy import URL
from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError

from config.errors import StateError

# SQLite's primary result codes (https://www.sqlite.org/rescode.html); the higher bytes only say more exactly where.
_PRIMARY_CODE = 0xFF
_KEYS = {
    sqlite3.SQLITE_CORRUPT: "state.damaged",
    sqlite3.SQLITE_NOTADB: "state.damaged",
    sqlite3.SQLITE_FULL: "state.disk_full",
    sqlite3.SQLITE_READONLY: "state.read_only",
    sqlite3.SQLITE_CANTOPEN: "state.cannot_open",
    sqlite3.SQLITE_PERM: "state.cannot_open",
    sqlite3.SQLITE_BUSY: "state.locked",
    sqlite3.SQLITE_LOCKED: "state.locked",
}


@contextmanager
def named_failures(url: URL) -> Iterator[None]:
    """Turns whatever the database at `url` fails with into a StateError."""
    try:
        yield
    except DataError as error:
        raise StateError("state.not_text", place=place(url)) from error
    except (DBAPIError, sqlite3.Error) as error:
        raise StateError(_key(_cause(error)), place=place(url), problem=_problem(error)) from error
    except (SQLAlchemyError, OSError) as error:
        raise StateError("state.unavailable", place=place(url), problem=_problem(error)) from error
    except ValidationError as error:
        raise StateError("state.damaged", place=place(url)) from error
    except (PydanticSerializationError, UnicodeEncodeError) as error:
        raise StateError("state.not_text", place=place(url)) from error


def place(url: URL) -> str:
    """Where a database is, for people: a file, or a URL without its password and its options, which can hold one."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.set(query={}).render_as_string(hide_password=True)


def _cause(error: Exception) -> BaseException:
    """The driver's own error; SQLAlchemy's sentence would repeat the values that were to be stored."""
    return error.orig if isinstance(error, DBAPIError) and error.orig is not None else error


def _key(cause: BaseException) -> str:
    code = getattr(cause, "sqlite_errorcode", None)
    return "state.unavailable" if code is None else _KEYS.get(code & _PRIMARY_CODE, "state.unavailable")


def _problem(error: Exception) -> str:
    """The first line of what failed."""
    cause = _cause(error)
    return str(cause).strip().split("\n")[0] or type(cause).__name__
