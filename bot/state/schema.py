"""All tables of the state, gathered: who needs the whole schema takes it from here."""

from bot.state import server_tables
from bot.state.tables import metadata

__all__ = ["metadata", "server_tables"]
