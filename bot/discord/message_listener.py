"""Messages that ask: a mention anywhere in a server, anything in a direct message, a reply, a line in a thread."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass

import discord

from bot.discord.conversation import is_thread_of, question_text
from bot.discord.delivery import LostReplyError, persist
from bot.discord.memory import Memory
from bot.discord.permissions import missing_permissions
from bot.discord.privately import write_to
from bot.discord.reception import Reception
from bot.discord.reply import MessageReply
from bot.discord.translator import interface_language
from bot.state.records import AnswerRecord
from config.errors import StateError
from config.language import Language
from config.messages import message as sentence
from index.language import detect_language

_log = logging.getLogger(__name__)

_WRITTEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


def is_asked(message: discord.Message, bot: discord.ClientUser) -> bool:
    """Whether a person asks the bot: bots, webhooks and Discord's own notices do not.

    Without the message-content intent a line in a thread and a reply that pings nobody come without their text:
    nothing is asked there.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN:
        return False
    if message.guild is None or bot in message.mentions:
        return True
    return bool(message.content) and (_is_reply_to(message, bot.id) or _is_said_in_thread_of(message, bot.id))


class MessageListener:
    """Answers messages that ask, again when they are edited, and no longer when they are deleted."""

    def __init__(self, reception: Reception, memory: Memory) -> None:
        self._reception = reception
        self._memory = memory
        self._open: dict[int, _Work] = {}

    async def heard(self, message: discord.Message, bot: discord.ClientUser) -> None:
        """Answers a message in a reply, says how to ask where it holds no question; silent where nobody asks."""
        if not is_asked(message, bot):
            return
        text = question_text(message.content, bot.id)
        if missing := missing_permissions(message):
            await write_to(message.author, missing.sentence(_language_of(message, text)))
        elif text:
            if await self._reception.admits(message, text):
                await self._answer(message, text, bot.id, MessageReply(message))
        else:
            await _hint(MessageReply(message), hint_languages(message.guild))

    async def edited(self, message: discord.Message, bot: discord.ClientUser) -> None:
        """Answers a question whose text was changed anew, in the same reply. Other edits change nothing.

        Where it no longer asks, the work on it stops.
        """
        text = question_text(message.content, bot.id) if is_asked(message, bot) else ""
        if message.id not in self._open and text:
            record = await self._answered(message.id)
            if message.id not in self._open:  # else another edit came first
                if record is None or record.question == text or not await self._reception.admits(message, text):
                    return
                if message.id not in self._open:
                    await self._answer(message, text, bot.id, MessageReply(message, record.message_id), replaced=record)
                return
        if work := self._open.get(message.id):
            await self._change(work, message, text, bot.id)

    async def deleted(self, message_ids: Iterable[int]) -> None:
        """Stops the work on deleted questions and takes what was shown of it away.

        An answer that is finished stays: others may have read it, replied to it or opened a thread on it.
        """
        for message_id in message_ids:
            work = self._open.get(message_id)
            if work is not None and await work.end(""):
                await _remove(work.reply)

    async def _change(self, work: "_Work", message: discord.Message, text: str, bot_id: int) -> None:
        """Goes on with what the message says now, if that differs."""
        if text == work.text:
            return
        work.text = text  # at once: an earlier edit that still waits for admission sees that it is outdated
        if text and not await self._reception.admits(message, text):
            return
        if work.text != text or not await work.end(text):
            return
        if text:
            await self._answer(message, text, bot_id, work.reply)
        else:
            await _remove(work.reply)

    async def _answered(self, message_id: int) -> AnswerRecord | None:
        try:
            return await self._memory.answer_to(message_id)
        except StateError as error:
            _log.error("An edited question was not answered again: %s", error)
            return None

    async def _answer(
        self,
        message: discord.Message,
        text: str,
        bot_id: int,
        reply: MessageReply,
        *,
        replaced: AnswerRecord | None = None,
    ) -> None:
        task = asyncio.create_task(self._reception.take_message(message, text, bot_id, reply, replaced=replaced))
        work = self._open[message.id] = _Work(text, reply, task)
        try:
            await asyncio.wait({task})
        finally:
            if self._open.get(message.id) is work:
                del self._open[message.id]
        if not task.cancelled():
            task.result()


@dataclass(slots=True)
class _Work:
    """A message that is being answered: its newest text and the reply to it."""

    text: str
    reply: MessageReply
    task: asyncio.Task[None]

    async def end(self, text: str) -> bool:
        """Stops the work, since the message now says `text`. False where it was changed once more meanwhile."""
        self.text = text
        self.task.cancel()
        await asyncio.wait({self.task})
        return self.text == text


def hint_languages(guild: discord.Guild | None) -> tuple[Language, ...]:
    """Korean in a Korean server, both elsewhere: without a text nobody knows what the asker speaks."""
    if guild is not None and interface_language(guild.preferred_locale) is Language.KOREAN:
        return (Language.KOREAN,)
    return (Language.ENGLISH, Language.KOREAN)


async def _hint(reply: MessageReply, languages: tuple[Language, ...]) -> None:
    hint = "\n".join(sentence("discord.hint", language) for language in languages)
    try:
        await persist(lambda: reply.place(hint, None))
    except LostReplyError:
        _log.warning("A hint could not be delivered.")


async def _remove(reply: MessageReply) -> None:
    try:
        await persist(reply.remove)
    except LostReplyError:
        _log.info("A reply was gone before it could be removed.")


def _language_of(message: discord.Message, text: str) -> Language:
    return detect_language(text) if text else hint_languages(message.guild)[0]


def _is_said_in_thread_of(message: discord.Message, bot_id: int) -> bool:
    """Whether a message stands in a thread of the bot's and speaks to nobody else."""
    to_others = message.reference or message.mentions or message.role_mentions or message.mention_everyone
    return is_thread_of(message.channel, bot_id) and not to_others


def _is_reply_to(message: discord.Message, bot_id: int) -> bool:
    reference = message.reference
    replied_to = reference.cached_message or reference.resolved if reference else None
    return isinstance(replied_to, discord.Message) and replied_to.author.id == bot_id
