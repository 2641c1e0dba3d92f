"""All tables of the state, gathered: who needs the whole schema takes it from here."""

from bot.state import gap_tables, server_tables
from bot.state.tables import metadata

__all__ = ["gap_tables", "metadata", "server_tables"]
