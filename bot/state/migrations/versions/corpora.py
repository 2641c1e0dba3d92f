"""Whose corpus a gap and a pinned answer are about, where each server has its own."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the two columns; what is there already belongs to the home corpus."""
    for table in ("gaps", "pins"):
        op.add_column(table, sa.Column("server_id", sa.BigInteger))
        op.create_index(f"ix_{table}_server_id", table, ["server_id"])
