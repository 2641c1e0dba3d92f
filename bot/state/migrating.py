"""Bringing a database to the newest schema, step by step, by the migrations that lie in this package."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.state.failures import place
from config.errors import StateError

CONNECTION = "connection"
_LOCATION = "bot.state:migrations"


def migrate(connection: Connection) -> None:
    """Applies what is missing, all or nothing; writes nothing where nothing is.

    Raises StateError where a newer program made the schema.
    """
    config = Config()
    config.set_main_option("script_location", _LOCATION)
    config.attributes[CONNECTION] = connection
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise StateError("state.newer_schema", place=place(connection.engine.url), revision=current)
    command.upgrade(config, "head")
