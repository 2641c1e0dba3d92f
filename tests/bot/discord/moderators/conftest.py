from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.state.audit import AuditEntry, AuditLog
from bot.state.rules import RuleBook
from bot.state.store import StateStore, open_state
from tests.bot.discord.conftest import cord
from tests.fakecord import FakeDiscord
from tests.fakecord.flags import ADMINISTRATOR, MANAGE_GUILD

__all__ = ["cord"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the bot keeps, looked at from outside."""

    log: AuditLog
    rules: RuleBook
    state: StateStore

    async def entries(self, guild_id: str) -> tuple[AuditEntry, ...]:
        """What was recorded, newest first."""
        return (await self.log.page(int(guild_id), 1, 50)).entries


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Kept]:
    async with open_state(f"sqlite:///{tmp_path / 'state.db'}") as state:
        yield Kept(AuditLog(state.engine), RuleBook(state.engine), state)


@pytest.fixture
def moderators(cord: FakeDiscord) -> None:
    """Minji and Alice moderate, the boss administers."""
    for name in ("minji", "alice"):
        cord.world.user(name, permissions=MANAGE_GUILD)
    cord.world.user("boss", permissions=ADMINISTRATOR)
