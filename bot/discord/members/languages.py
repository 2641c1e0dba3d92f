"""The languages members chose."""

import logging
from typing import Protocol

import discord

from bot.discord.translator import interface_language
from config.errors import StateError
from config.language import Language

_log = logging.getLogger(__name__)


class LanguageMemory(Protocol):
    """What remembers choices (`bot.state.store.StateStore`)."""

    async def language_of(self, member_id: int) -> Language | None:
        """The language a member chose. Raises StateError."""
        ...


class MemberLanguages:
    """Each member's language, also while the state cannot be read: then it is as if nobody had chosen."""

    def __init__(self, memory: LanguageMemory) -> None:
        self._memory = memory

    async def chosen(self, member_id: int) -> Language | None:
        """The language in which a member wants every answer, None where it follows the question."""
        try:
            return await self._memory.language_of(member_id)
        except StateError as error:
            _log.warning("A member's language could not be read: %s", error)
            return None

    async def spoken(self, interaction: discord.Interaction) -> Language:
        """The language of our own words to whoever acts: the chosen one, else their client's."""
        return await self.chosen(interaction.user.id) or interface_language(interaction.locale)
