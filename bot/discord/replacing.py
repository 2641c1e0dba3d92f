"""Making room for an answer that is written anew in the place of an earlier one."""

import logging

import discord

from bot.discord.delivery import FAILURES
from bot.discord.rendering import render_answer, render_question
from bot.remembered import AnswerRecord

# Further pages follow the first at once; members may have written in between.
LOOKED_AT = 20

_log = logging.getLogger(__name__)


def head_of(record: AnswerRecord) -> str:
    """The line above an answer: the question, where no message shows it."""
    return "" if record.question_message_id else render_question(record.question)


async def remove_further_pages(channel: discord.abc.Messageable, record: AnswerRecord, bot_id: int) -> None:
    """Deletes what followed the first page of an answer: the new answer may be shorter, and has pages of its own."""
    if len(render_answer(record.answer, head_of(record))) == 1:
        return
    first = {record.message_id, record.question_message_id}
    try:
        async for message in channel.history(after=discord.Object(record.message_id), limit=LOOKED_AT):
            if message.author.id == bot_id and message.reference and message.reference.message_id in first:
                await message.delete()
    except FAILURES as failure:
        _log.warning("A further page could not be removed: %s", failure)
