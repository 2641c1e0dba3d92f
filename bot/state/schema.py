"""Imports all tables, so that `metadata` holds the whole schema."""

from bot.state import gap_tables, server_tables
from bot.state.tables import metadata

__all__ = ["gap_tables", "metadata", "server_tables"]
