"""The moderators' side over a state of a test."""

from typing import Any

from bot.discord.moderators.commands import ModerationRooms
from bot.state.audit import AuditLog
from bot.state.rules import RuleBook
from bot.state.store import StateStore
from config.settings import ModerationSettings, load_settings


def moderation_settings(**changed: Any) -> ModerationSettings:
    """The default settings but for those named."""
    return load_settings({"moderation": changed}).moderation


def moderation_rooms(state: StateStore, **changed: Any) -> ModerationRooms:
    """What the client is given; `changed` are settings."""
    return ModerationRooms(moderation_settings(**changed), AuditLog(state.engine), RuleBook(state.engine))
