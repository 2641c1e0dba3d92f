"""Messages that ask: a mention anywhere in a server, anything in a direct message, a reply, a line in a thread."""

import asyncio
import logging
from collections.abc import Iterable

import discord

from bot.discord.conversation import is_thread_of, question_text
from bot.discord.delivery import LostReplyError, persist
from bot.discord.memory import Memory
from bot.discord.permissions import missing_permissions
from bot.discord.privately import write_to
from bot.discord.reception import Reception
from bot.discord.reply import MessageReply
from bot.discord.translator import interface_language
from bot.remembered import AnswerRecord
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
            await self._take(message, text, bot.id)
        else:
            await _hint(MessageReply(message), hint_languages(message.guild))

    async def edited(self, message: discord.Message, bot: discord.ClientUser) -> None:
        """Answers a question whose text was changed anew, in the same reply. Other edits change nothing.

        Where it no longer asks, the work on it stops.
        """
        text = question_text(message.content, bot.id) if is_asked(message, bot) else ""
        if work := self._open.get(message.id):
            work.read(text)
        elif text:
            await self._take(message, text, bot.id, anew=True)

    async def deleted(self, message_ids: Iterable[int]) -> None:
        """Stops the work on deleted questions and takes what was shown of it away.

        An answer that is finished stays: others may have read it, replied to it or opened a thread on it.
        """
        for message_id in message_ids:
            if work := self._open.get(message_id):
                work.read("")

    async def _take(self, message: discord.Message, text: str, bot_id: int, *, anew: bool = False) -> None:
        """Answers a message; where `anew`, only one that was answered and read otherwise then."""
        work = self._open[message.id] = _Work(text)  # at once: an edit while it waits for admission must find it
        try:
            if not anew:
                await self._answer(work, message, bot_id, MessageReply(message))
            elif (record := await self._answered(message.id)) and record.question != work.taken():
                await self._answer(work, message, bot_id, MessageReply(message, record.message_id), record)
        finally:
            self._open.pop(message.id, None)

    async def _answer(
        self,
        work: "_Work",
        message: discord.Message,
        bot_id: int,
        reply: MessageReply,
        replaced: AnswerRecord | None = None,
    ) -> None:
        """Answers a message as it reads, and again wherever it changes, until it is answered or no longer asks."""
        asked = ""
        while text := work.taken():
            if text != asked:
                admitted = await self._reception.admits(message, text)
                text = work.taken()  # what it was changed to meanwhile is admitted with it
                if admitted and text and text != asked:
                    await work.stop()
                    work.task = asyncio.create_task(
                        self._reception.take_message(message, text, bot_id, reply, replaced=replaced)
                    )
                    asked, replaced = text, None
            if work.task is None:
                return
            if text and await work.ends():
                if not work.task.cancelled():
                    work.task.result()
                return
        if work.task is not None and not work.finished:
            await work.stop()
            await _remove(reply)

    async def _answered(self, message_id: int) -> AnswerRecord | None:
        try:
            return await self._memory.answer_to(message_id)
        except StateError as error:
            _log.error("An edited question was not answered again: %s", error)
            return None


class _Work:
    """A message that is being answered: its newest text, and the task that answers it once it is admitted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._changed = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    @property
    def finished(self) -> bool:
        """Whether it was answered to the end."""
        return self.task is not None and self.task.done() and not self.task.cancelled()

    def read(self, text: str) -> None:
        """The message says `text` now; nothing where it no longer asks."""
        if text != self._text:
            self._text = text
            self._changed.set()

    def taken(self) -> str:
        """What the message says; `ends` looks out for what comes after."""
        self._changed.clear()
        return self._text

    async def ends(self) -> bool:
        """Waits until the task is done, or the message says something else: False."""
        assert self.task is not None, "what is waited for has begun"
        changed = asyncio.create_task(self._changed.wait())
        try:
            await asyncio.wait({self.task, changed}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
        return not self._changed.is_set()

    async def stop(self) -> None:
        """Stops the task, if there is one."""
        if self.task is not None:
            self.task.cancel()
            await asyncio.wait({self.task})


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
