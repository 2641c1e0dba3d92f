"""Questions without a good answer, pinned answers, answers to be recalled, and which answers were private."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Makes the five tables and the column."""
    op.add_column("answers", sa.Column("private", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "gaps",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("asked_version", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_gaps"),
    )
    op.create_index("ix_gaps_status", "gaps", ["status"])
    op.create_table(
        "gap_askings",
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("gap_number", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["answers.message_id"], name="fk_gap_askings_message_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gap_number"], ["gaps.number"], name="fk_gap_askings_gap_number", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id", name="pk_gap_askings"),
    )
    op.create_index("ix_gap_askings_gap_number", "gap_askings", ["gap_number"])
    op.create_table(
        "gap_wishes",
        sa.Column("gap_number", sa.BigInteger, nullable=False),
        sa.Column("member_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["gap_number"], ["gaps.number"], name="fk_gap_wishes_gap_number", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("gap_number", "member_id", name="pk_gap_wishes"),
    )
    op.create_index("ix_gap_wishes_member_id", "gap_wishes", ["member_id"])
    op.create_table(
        "pins",
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("wordings", sa.Text, nullable=False),
        sa.Column("answer_ko", sa.Text, nullable=False),
        sa.Column("answer_en", sa.Text, nullable=False),
        sa.Column("changed_by", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_pins"),
    )
    op.create_table(
        "recalls",
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["answers.message_id"], name="fk_recalls_message_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("message_id", name="pk_recalls"),
    )
    op.create_index("ix_recalls_done", "recalls", ["done"])
