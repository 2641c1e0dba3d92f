"""The tables. Whoever changes them adds a migration; a test compares the two."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Dialect, ForeignKey, MetaData, String, Table, Text, false
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """Times that know their zone, also where the database stores none (SQLite)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """`value` in UTC, without its zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """`value`, its zone named."""
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Discord's ids are 64 bits wide and never made here.
answers = Table(
    "answers",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("guild_id", BigInteger),
    Column("asker_id", BigInteger, nullable=False, index=True),
    Column("question_message_id", BigInteger, index=True),
    Column("question", Text, nullable=False),
    Column("interface_language", String(2), nullable=False),  # the answer's; databases have had it by this name
    Column("answer", Text, nullable=False),  # JSON of `bot.answering.answer.Answer`
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("private", Boolean, nullable=False, server_default=false()),
)

# A vote means nothing without the answer it is about, and goes with it.
votes = Table(
    "votes",
    metadata,
    Column("message_id", BigInteger, ForeignKey("answers.message_id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text),
)

# Only members who chose something have a row.
members = Table(
    "members",
    metadata,
    Column("member_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(2), nullable=False),
)
