"""The tables of servers: the record of what moderators did, each server's rules, and the questions of a day."""

from sqlalchemy import BigInteger, Column, Date, Integer, String, Table, Text

from bot.state.tables import UtcDateTime, metadata

# Nobody changes or deletes a row: triggers of the database refuse it (see the migration).
audit = Table(
    "audit",
    metadata,
    # SQLite counts rows by itself in a column of just this type.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor_id", BigInteger),
    Column("guild_id", BigInteger, index=True),
    Column("action", String(64), nullable=False),
    Column("details", Text, nullable=False),  # JSON of texts by their names
)

# Only servers that decided something have a row.
server_rules = Table(
    "server_rules",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("rules", Text, nullable=False),  # JSON of `bot.state.rules.ServerRules`
)

# How many questions a member asked in a server on a day of that server's time zone.
daily_questions = Table(
    "daily_questions",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("questions", Integer, nullable=False),
)
