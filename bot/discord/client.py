"""The client: what it listens to, and which room answers."""

import logging

import discord
from discord import app_commands

from bot.answering.about import About
from bot.discord.ask import ask_command
from bot.discord.members.commands import member_commands, member_views
from bot.discord.mention import answer_message, is_asked
from bot.discord.responder import Responder
from bot.discord.translator import MessageTranslator
from bot.state.store import StateStore
from config.language import Language
from config.messages import message as sentence

_log = logging.getLogger(__name__)


class HaetaeClient(discord.Client):
    """Hears commands, mentions and direct messages, and pings nobody."""

    def __init__(self, responder: Responder, state: StateStore, about: About) -> None:
        names = (sentence("discord.ask_name", language) for language in (Language.ENGLISH, Language.KOREAN))
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity(" · ".join(f"/{name}" for name in names)),
        )
        self._responder = responder
        self._state = state
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(ask_command(responder))
        for command in member_commands(state, about):
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Registers the commands. Discord does not count a registration that changes nothing."""
        await self.tree.set_translator(MessageTranslator())
        for view in member_views(self._state):
            self.add_view(view)
        try:
            await self.tree.sync()
        except discord.HTTPException as refusal:
            _log.warning("Discord did not take the commands; those of the last start remain: %s", refusal)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that asks."""
        if self.user is not None and is_asked(message, self.user):
            await answer_message(message, self.user, self._responder)
