"""Run by Alembic: applies the steps on the connection that `bot.state.migrating` hands over."""

from alembic import context

from bot.state.migrating import CONNECTION
from bot.state.schema import metadata

context.configure(
    connection=context.config.attributes[CONNECTION],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
