"""The reply chain as the conversation: what a message asks, and the turns before it."""

import logging
import re

import discord

from bot.answering.question import Turn
from bot.discord.delivery import FAILURES
from bot.discord.rendering import read_answer

MAX_TURNS = 3

_log = logging.getLogger(__name__)


def question_text(content: str, bot_id: int) -> str:
    """What a message asks: its text without the mentions of the bot."""
    return re.sub(rf"\s*<@!?{bot_id}>\s*", " ", content).strip()


async def earlier_turns(message: discord.Message, bot_id: int) -> tuple[Turn, ...]:
    """Up to three turns that `message` continues, oldest first; none where it does not reply to the bot."""
    turns: list[Turn] = []
    answer = await _replied_to(message)
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


async def _replied_to(message: discord.Message) -> discord.Message | None:
    """The message that `message` replies to, from memory where it is there; None where it cannot be read."""
    reference = message.reference
    if reference is None or reference.message_id is None or message.type is not discord.MessageType.reply:
        return None
    known = reference.cached_message or reference.resolved
    if known is not None:
        return known if isinstance(known, discord.Message) else None
    try:
        return await message.channel.fetch_message(reference.message_id)
    except FAILURES as failure:
        _log.debug("An earlier message could not be read: %s", failure)
        return None
