"""The moderators' side over a state of a test."""

from typing import Any

from bot.discord.moderators.commands import ModerationRooms
from bot.state.audit import AuditLog
from bot.state.history import AnswerHistory
from bot.state.rules import RuleBook
from bot.state.store import StateStore
from bot.updating.corpora import Corpora
from config.settings import ModerationSettings, load_settings
from tests.bot.discord.moderators.fakes import FakeUpdates


def moderation_settings(**changed: Any) -> ModerationSettings:
    """The default settings but for those named."""
    return load_settings({"moderation": changed}).moderation


def moderation_rooms(state: StateStore, corpora: Corpora | None = None, **changed: Any) -> ModerationRooms:
    """What the client is given; `changed` are settings."""
    engine = state.engine
    settings = moderation_settings(**changed)
    return ModerationRooms(
        settings, AuditLog(engine), RuleBook(engine), AnswerHistory(engine), corpora or Corpora(FakeUpdates())
    )
