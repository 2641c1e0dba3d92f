"""The entry point of all questions: checks limits and house rules, adds language and history, begins the answer."""

import asyncio
import logging

import discord

from bot.answering.question import Question, Turn
from bot.answering.understanding.understood import answer_language
from bot.discord.buttons.threads import may_hold_threads
from bot.discord.conversation import bot_id_of, earlier_turns, is_thread_of, thread_turns
from bot.discord.cooldowns import Cooldowns
from bot.discord.delivery import FAILURES, LostReplyError, persist
from bot.discord.incoming import IncomingQuestion
from bot.discord.members.languages import MemberLanguages
from bot.discord.memory import Memory
from bot.discord.moderators.house_rules import HouseRules, Refusal, Visitor, visitor_of
from bot.discord.privately import tell, write_to
from bot.discord.rendering import render_question
from bot.discord.replacing import head_of, remove_further_pages
from bot.discord.reply import InteractionReply, MessageReply
from bot.discord.responder import Responder
from bot.discord.translator import interface_language
from bot.remembered import AnswerRecord
from config.language import Language
from index.language import detect_language

_log = logging.getLogger(__name__)


class Reception:
    """Takes questions of commands, messages and buttons to the responder: not too many at once, by the house rules."""

    def __init__(self, responder: Responder, memory: Memory, cooldowns: Cooldowns, house: HouseRules) -> None:
        self._responder = responder
        self._cooldowns = cooldowns
        self._house = house
        self.languages = MemberLanguages(memory)
        self._noted: set[int] = set()
        self._again: set[int] = set()
        # What is read of the state before a question stands in line is read one by one: first come, first served.
        self._in_turn = asyncio.Lock()

    async def take_command(
        self, interaction: discord.Interaction, text: str, *, language: Language | None = None, private: bool = False
    ) -> None:
        """Answers a command in its response; where `private`, for the asker alone."""
        if await self._holds_back(interaction):
            return
        reply = InteractionReply(interaction, private=private)
        demanded = language or await self._chosen_by(interaction.user.id)
        if is_thread_of(interaction.channel, bot_id_of(interaction)):
            await reply.begin()  # a thread may take long to read; elsewhere the place in the queue comes first
        question = Question(text, demanded, await _turns_here(interaction), interaction.guild_id)
        asked = _of_interaction(interaction, question, private=private, head=render_question(text))
        await self._responder.respond(asked, reply)

    async def take_again(self, interaction: discord.Interaction, record: AnswerRecord) -> None:
        """Answers the question of `record` anew in the message whose button was pressed."""
        if await self._holds_back(interaction):
            return
        reply = InteractionReply(interaction, private=_is_private(interaction))
        await reply.begin()
        if record.message_id in self._again or self._responder.writing(record.message_id):
            return
        self._again.add(record.message_id)
        try:
            history = await self._history(interaction, record)
            question = Question(record.question, record.language, history, interaction.guild_id)
            asked = _of_interaction(
                interaction,
                question,
                private=_is_private(interaction),
                head=head_of(record),
                message_id=record.question_message_id,
            )
            if isinstance(interaction.channel, discord.abc.Messageable) and not _is_private(interaction):
                await remove_further_pages(interaction.channel, record, bot_id_of(interaction))
            await self._responder.respond(asked, reply)
        finally:
            self._again.discard(record.message_id)

    async def take_message(
        self,
        message: discord.Message,
        text: str,
        bot_id: int,
        reply: MessageReply,
        *,
        replaced: AnswerRecord | None = None,
    ) -> None:
        """Answers the question `text` of a message in `reply`, in the place of the answer `replaced`."""
        if replaced is not None:
            await remove_further_pages(message.channel, replaced, bot_id)
        language = await self._chosen_by(message.author.id)
        guild_id = message.guild.id if message.guild else None
        question = Question(text, language, await earlier_turns(message, bot_id), guild_id)
        asked = IncomingQuestion(
            question,
            answer_language(question),
            asker_id=message.author.id,
            channel_id=message.channel.id,
            guild_id=guild_id,
            message_id=message.id,
            threadable=may_hold_threads(message.channel),
        )
        await self._responder.respond(asked, reply)

    async def admits(self, message: discord.Message, text: str) -> bool:
        """Counts a question that is a message, unless the house rules speak against it.

        One too many is noted in a direct message, once until the next may come.
        """
        author_id = message.author.id
        pause = self._cooldowns.claim(author_id, message.channel.id)
        if pause is not None and author_id not in self._noted:
            self._noted.add(author_id)
            asyncio.get_running_loop().call_later(pause.wait_s, self._noted.discard, author_id)
            await write_to(message.author, pause.note(detect_language(text)))
        if pause is not None:
            return False
        guild_id = message.guild.id if message.guild else None
        visitor = visitor_of(message.author, guild_id, message.channel.id, message.channel)
        if (refusal := await self._refusal_of(visitor)) is not None:
            await self._decline(message, text, refusal)
        return refusal is None

    async def _decline(self, message: discord.Message, text: str, refusal: Refusal) -> None:
        """Says why not in a direct message; where that is refused and all is paused, in a reply."""
        told = refusal.sentence(await self.languages.chosen(message.author.id) or detect_language(text))
        if await write_to(message.author, told) or not refusal.paused:
            return
        reply = MessageReply(message)
        try:
            await persist(lambda: reply.place(told, None))
        except LostReplyError as lost:
            _log.info("An asker could not be told that answers are paused: %s", lost.__cause__)

    async def _holds_back(self, interaction: discord.Interaction) -> bool:
        """Counts a question of a command or button. One too many, or against the house rules, is told so privately."""
        assert interaction.channel_id is not None, "commands and buttons are used in channels"
        pause = self._cooldowns.claim(interaction.user.id, interaction.channel_id)
        if pause is not None:
            await tell(interaction, pause.note(interface_language(interaction.locale)))
            return True
        visitor = visitor_of(interaction.user, interaction.guild_id, interaction.channel_id, interaction.channel)
        if (refusal := await self._refusal_of(visitor)) is not None:
            await tell(interaction, refusal.sentence(await self.languages.spoken(interaction)))
        return refusal is not None

    async def _refusal_of(self, visitor: Visitor) -> Refusal | None:
        async with self._in_turn:
            return await self._house.refusal(visitor)

    async def _chosen_by(self, member_id: int) -> Language | None:
        async with self._in_turn:
            return await self.languages.chosen(member_id)

    async def _history(self, interaction: discord.Interaction, record: AnswerRecord) -> tuple[Turn, ...]:
        """The turns before a question that was a message, none where that cannot be read any more."""
        channel, message_id = interaction.channel, record.question_message_id
        if message_id is None or not isinstance(channel, discord.abc.Messageable):
            return await _turns_here(interaction)
        try:
            return await earlier_turns(await channel.fetch_message(message_id), bot_id_of(interaction))
        except FAILURES as failure:
            _log.debug("A question could not be read again: %s", failure)
            return ()


async def _turns_here(interaction: discord.Interaction) -> tuple[Turn, ...]:
    """The turns before a command: those of a thread that the bot opened, else none."""
    thread, bot_id = interaction.channel, bot_id_of(interaction)
    if isinstance(thread, discord.Thread) and is_thread_of(thread, bot_id):
        return await thread_turns(thread, bot_id)
    return ()


def _of_interaction(
    interaction: discord.Interaction, question: Question, *, private: bool, head: str, message_id: int | None = None
) -> IncomingQuestion:
    assert interaction.channel_id is not None, "commands and buttons are used in channels"
    return IncomingQuestion(
        question,
        answer_language(question),
        asker_id=interaction.user.id,
        channel_id=interaction.channel_id,
        guild_id=interaction.guild_id,
        message_id=message_id,
        head=head,
        threadable=not private and may_hold_threads(interaction.channel),
        private=private,
    )


def _is_private(interaction: discord.Interaction) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral
