"""The Discord client: which events it hears, and what handles them."""

import logging

import discord
from discord import app_commands

from bot.answering.about import About
from bot.discord.ask import ask_about_message, ask_command
from bot.discord.buttons.controls import heard_controls
from bot.discord.buttons.pages import page_turner
from bot.discord.buttons.presses import Presses
from bot.discord.cooldowns import Cooldowns
from bot.discord.members.commands import member_commands, member_views
from bot.discord.message_listener import MessageListener
from bot.discord.moderators.commands import Moderation, ModerationRooms
from bot.discord.per_server import PerServer
from bot.discord.privately import tell_fault
from bot.discord.questions import QuestionRooms, QuestionUpkeep
from bot.discord.reception import Reception
from bot.discord.responder import Responder
from bot.discord.translator import MessageTranslator
from bot.state.store import StateStore
from config.language import Language
from config.messages import message as sentence
from config.settings import DiscordSettings
from index.suggestions import Suggestions

_log = logging.getLogger(__name__)


class HaetaeClient(discord.Client):
    """Hears commands, buttons, mentions and direct messages, and pings nobody.

    `about` and `suggestions` are looked up whenever they are needed, since another version may have gone live. With
    `settings.message_content` it asks for that privileged intent: its threads then need no mention.
    """

    def __init__(
        self,
        responder: Responder,
        state: StateStore,
        *,
        about: PerServer[About],
        suggestions: PerServer[Suggestions],
        settings: DiscordSettings,
        moderation: ModerationRooms,
        questions: QuestionRooms,
    ) -> None:
        names = (sentence("discord.ask_name", language) for language in (Language.ENGLISH, Language.KOREAN))
        super().__init__(
            intents=discord.Intents(
                guilds=True, guild_messages=True, dm_messages=True, message_content=settings.message_content
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity(" · ".join(f"/{name}" for name in names)),
        )
        self._state = state
        self._upkeep = QuestionUpkeep(self, questions, responder)
        self._moderation = Moderation(
            moderation,
            responder.pace,
            self._upkeep,
            suggestions,
        )
        reception = Reception(responder, state, Cooldowns(settings), self._moderation.house)
        self._messages = MessageListener(reception, state)
        self._presses = Presses(
            responder, state, reception.take_again, questions.gaps_of, reads_threads=settings.message_content
        )
        self.tree = _CommandTree(self)
        self.tree.add_command(ask_command(reception, suggestions))
        self.tree.add_command(ask_about_message(reception))
        kept_days = questions.settings.state.answers_kept_days
        for command in (*member_commands(state, about, kept_days), *self._moderation.commands()):
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Registers the commands. Discord does not count a registration that changes nothing."""
        await self.tree.set_translator(MessageTranslator())
        for view in (*member_views(self._state), *self._moderation.views()):
            self.add_view(view)
        self.add_view(heard_controls(self._presses.heard()))
        self.add_dynamic_items(page_turner(self._presses.turn_page), *self._moderation.dynamic_items())
        try:
            await self.tree.sync()
        except discord.HTTPException as refusal:
            _log.warning("Discord did not take the commands; those of the last start remain: %s", refusal)
        self._upkeep.begin()

    async def close(self) -> None:
        """Ends the background work and the connection."""
        await self._upkeep.end()
        await super().close()

    async def on_ready(self) -> None:
        """Tells what happened to the article while nobody pressed anything; only now are the servers known."""
        await self._moderation.outside.begin(self)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that asks."""
        if self.user is not None:
            await self._messages.heard(message, self.user)

    async def on_raw_message_edit(self, edit: discord.RawMessageUpdateEvent) -> None:
        """Answers an edited question again."""
        if self.user is not None:
            await self._messages.edited(edit.message, self.user)

    async def on_raw_message_delete(self, deletion: discord.RawMessageDeleteEvent) -> None:
        """Stops the work on a deleted question."""
        await self._messages.deleted([deletion.message_id])

    async def on_raw_bulk_message_delete(self, deletion: discord.RawBulkMessageDeleteEvent) -> None:
        """Stops the work on deleted questions."""
        await self._messages.deleted(deletion.message_ids)


class _CommandTree(app_commands.CommandTree[HaetaeClient]):
    async def on_error(
        self, interaction: discord.Interaction[HaetaeClient], error: app_commands.AppCommandError, /
    ) -> None:
        """Says privately what went wrong."""
        fault = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_fault(interaction, fault)
