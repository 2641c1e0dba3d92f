"""The reply chain or the thread as the conversation: what a message asks, and the turns before it."""

import logging
import re

import discord

from bot.answering.question import Turn
from bot.discord.delivery import FAILURES
from bot.discord.rendering import read_answer

MAX_TURNS = 3
# How far back the turns of a thread are looked for; members may write a lot to each other in between.
THREAD_MESSAGES = 30

_log = logging.getLogger(__name__)


def question_text(content: str, bot_id: int) -> str:
    """What a message asks: its text without the mentions of the bot."""
    return re.sub(rf"\s*<@!?{bot_id}>\s*", " ", content).strip()


def bot_id_of(interaction: discord.Interaction) -> int:
    """The bot's user, whose id is not its application's where that is old."""
    assert interaction.client.user is not None, "whoever hears an interaction is logged in"
    return interaction.client.user.id


def is_thread_of(channel: object, bot_id: int) -> bool:
    """Whether `channel` is a thread that the bot opened."""
    return isinstance(channel, discord.Thread) and channel.owner_id == bot_id


async def earlier_turns(message: discord.Message, bot_id: int) -> tuple[Turn, ...]:
    """Up to three turns that `message` continues, oldest first.

    Those of the answer it replies to, else those of the thread of the bot's it stands in, else none.
    """
    turns = await _chain(await _replied_to(message), bot_id)
    if not turns and isinstance(message.channel, discord.Thread) and is_thread_of(message.channel, bot_id):
        return await thread_turns(message.channel, bot_id, before=message)
    return turns


async def thread_turns(thread: discord.Thread, bot_id: int, before: discord.Message | None = None) -> tuple[Turn, ...]:
    """Up to three turns of a thread, oldest first, and before them those of the answer that it was opened on."""
    turns: dict[int, Turn] = {}
    try:
        async for message in thread.history(before=before, limit=THREAD_MESSAGES):
            if message.author.id == bot_id and (found := await _turn(message, bot_id)):
                turns[found[0]] = found[1]  # pages come last first: the first page is kept
    except FAILURES as failure:
        _log.debug("A thread could not be read: %s", failure)
    latest = tuple(turns.values())[:MAX_TURNS][::-1]
    if len(latest) == MAX_TURNS:
        return latest
    return (*await _chain(await _opening(thread), bot_id), *latest)[-MAX_TURNS:]


async def _chain(answer: discord.Message | None, bot_id: int) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    while answer is not None and answer.author.id == bot_id and len(turns) < MAX_TURNS:
        before = await _replied_to(answer)
        if before is not None and before.author.id == bot_id:
            answer = before  # a further page of an answer: its first page knows the question
            continue
        asked, text = read_answer(answer.content)
        if before is not None:
            asked = question_text(before.content, bot_id)
        if not asked or not text:
            break
        turns.insert(0, Turn(asked, text))
        answer = await _replied_to(before) if before is not None else None
    return tuple(turns)


async def _turn(answer: discord.Message, bot_id: int) -> tuple[int, Turn] | None:
    """The turn that a message of the bot ends, with the id of its question, None where it is no first page."""
    asked, text = read_answer(answer.content)
    question = await _replied_to(answer)
    if question is not None:
        asked = "" if question.author.id == bot_id else question_text(question.content, bot_id)
    return (question.id if question else answer.id, Turn(asked, text)) if asked and text else None


async def _opening(thread: discord.Thread) -> discord.Message | None:
    """The message a thread was opened on: it has the thread's id and stands in the channel above."""
    if thread.starter_message is not None:
        return thread.starter_message
    if thread.parent is None or isinstance(thread.parent, discord.ForumChannel):
        return None
    return await _fetch(thread.parent, thread.id)


async def _replied_to(message: discord.Message) -> discord.Message | None:
    """The message that `message` replies to, from memory where it is there; None where it cannot be read."""
    reference = message.reference
    if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
        return None
    known = reference.cached_message or reference.resolved
    if known is not None:
        return known if isinstance(known, discord.Message) else None
    return await _fetch(message.channel, reference.message_id)


async def _fetch(channel: discord.abc.Messageable, message_id: int) -> discord.Message | None:
    try:
        return await channel.fetch_message(message_id)
    except FAILURES as failure:
        _log.debug("An earlier message could not be read: %s", failure)
        return None
