"""Answers, votes and members."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the three tables."""
    op.create_table(
        "answers",
        sa.Column("message_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("asker_id", sa.BigInteger, nullable=False),
        sa.Column("question_message_id", sa.BigInteger),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("interface_language", sa.String(2), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("message_id", name="pk_answers"),
    )
    for column in ("asker_id", "question_message_id", "asked_at"):
        op.create_index(f"ix_answers_{column}", "answers", [column])
    op.create_table(
        "votes",
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("member_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("comment", sa.Text),
        sa.ForeignKeyConstraint(["message_id"], ["answers.message_id"], name="fk_votes_message_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("message_id", "member_id", name="pk_votes"),
    )
    op.create_index("ix_votes_member_id", "votes", ["member_id"])
    op.create_table(
        "members",
        sa.Column("member_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_members"),
    )
