"""Bringing a database to the newest schema, step by step, by the migrations that lie in this package."""

from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.state.failures import place
from config.errors import StateError

CONNECTION = "connection"
_LOCATION = "bot.state:migrations"


@dataclass(frozen=True, slots=True)
class Schema:
    """The revision of a database, None where it has no tables yet, and the newest that this program knows."""

    revision: str | None
    newest: str | None


def schema_of(connection: Connection) -> Schema:
    """The schema of a database as it is. Raises StateError where a newer program made it."""
    scripts = ScriptDirectory.from_config(_config(connection))
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in {script.revision for script in scripts.walk_revisions()}:
        raise StateError("state.newer_schema", place=place(connection.engine.url), revision=revision)
    return Schema(revision, scripts.get_current_head())


def migrate(connection: Connection) -> None:
    """Applies what is missing, all or nothing; writes nothing where nothing is.

    Raises StateError where a newer program made the schema.
    """
    schema = schema_of(connection)
    if schema.revision != schema.newest:
        command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", _LOCATION)
    config.attributes[CONNECTION] = connection
    return config
