"""The tables of questions without a good answer, of pinned answers, and of answers to be recalled."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text

from bot.state.tables import UtcDateTime, metadata

# SQLite counts rows by itself in a column of just this type.
_Number = BigInteger().with_variant(Integer, "sqlite")

# What several askings have in common: one question, in whichever words and language.
gaps = Table(
    "gaps",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("status", String(16), nullable=False, index=True),
    Column("asked_version", String(32), nullable=False),  # the index version it was last put to
    Column("server_id", BigInteger, index=True),  # whose corpus lacks it; NULL: the home corpus
)

# An asking is an answer that did not help, and goes with it.
gap_askings = Table(
    "gap_askings",
    metadata,
    Column("message_id", BigInteger, ForeignKey("answers.message_id", ondelete="CASCADE"), primary_key=True),
    Column("gap_number", BigInteger, ForeignKey(gaps.c.number, ondelete="CASCADE"), nullable=False, index=True),
    Column("reason", String(16), nullable=False),
    Column("question", Text, nullable=False),  # standing alone, where the answer's own leans on the turn before
)

# Who wants to be told once a gap is closed, in which language.
gap_wishes = Table(
    "gap_wishes",
    metadata,
    Column("gap_number", BigInteger, ForeignKey(gaps.c.number, ondelete="CASCADE"), primary_key=True),
    Column("member_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("language", String(2), nullable=False),
    Column("message_id", BigInteger, nullable=False),  # the answer on which they said so
)

pins = Table(
    "pins",
    metadata,
    Column("number", _Number, primary_key=True),
    Column("wordings", Text, nullable=False),  # JSON of a list of texts
    Column("answer_ko", Text, nullable=False),
    Column("answer_en", Text, nullable=False),
    Column("changed_by", BigInteger, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("server_id", BigInteger, index=True),  # in whose corpus's place it stands; NULL: the home corpus
)

# Answers that rest on what the article no longer says; `done` once their message says so.
recalls = Table(
    "recalls",
    metadata,
    Column("message_id", BigInteger, ForeignKey("answers.message_id", ondelete="CASCADE"), primary_key=True),
    Column("done", Boolean, nullable=False, index=True),
)
