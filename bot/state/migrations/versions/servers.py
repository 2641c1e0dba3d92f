"""The record of what moderators did, the servers' rules and the questions of a day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_REFUSAL = "the audit record is append-only"
# Replacing a row deletes the old one without a word to the trigger on deletion.
_NO_REPLACEMENT = (
    "CREATE TRIGGER audit_no_replacement BEFORE INSERT ON audit WHEN NEW.number IN (SELECT number FROM audit) "
)


def upgrade() -> None:
    """Makes the three tables, and triggers that keep the record as it was written."""
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("actor_id", sa.BigInteger),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_index("ix_audit_guild_id", "audit", ["guild_id"])
    op.create_table(
        "server_rules",
        sa.Column("guild_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_server_rules"),
    )
    op.create_table(
        "daily_questions",
        sa.Column("guild_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("questions", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "member_id", "day", name="pk_daily_questions"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{change.lower()} BEFORE {change} ON audit "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
    op.execute(f"{_NO_REPLACEMENT} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END")


def _guard_postgresql() -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit "
        "FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()"
    )
    op.execute(
        "CREATE TRIGGER audit_no_truncation BEFORE TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()"
    )
