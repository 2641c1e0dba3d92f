"""The moderators' side over a state of a test."""

from typing import Any

from bot.discord.moderators import commands
from bot.discord.moderators.commands import ModerationRooms
from bot.state.store import StateStore
from bot.updating.corpora import Corpora
from config.settings import ModerationSettings, load_settings
from tests.bot.discord.moderators.fakes import FakeUpdates


def moderation_settings(**changed: Any) -> ModerationSettings:
    """The default settings but for those named."""
    return load_settings({"moderation": changed}).moderation


def moderation_rooms(state: StateStore, corpora: Corpora | None = None, **changed: Any) -> ModerationRooms:
    """What the client is given; `changed` are settings."""
    return commands.moderation_rooms(state, corpora or Corpora(FakeUpdates()), moderation_settings(**changed))
