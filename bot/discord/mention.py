"""Messages that ask: a mention of the bot anywhere in a server, anything in a direct message."""

import logging

import discord

from bot.answering.question import Question
from bot.discord.conversation import earlier_turns, question_text
from bot.discord.delivery import LostReplyError, persist
from bot.discord.reply import MessageReply
from bot.discord.responder import Responder
from bot.discord.translator import interface_language
from config.language import Language
from config.messages import message as sentence
from index.language import detect_language

_log = logging.getLogger(__name__)

_WRITTEN = frozenset({discord.MessageType.default, discord.MessageType.reply})


def is_asked(message: discord.Message, bot: discord.ClientUser) -> bool:
    """Whether a person asks the bot: bots, webhooks and Discord's own notices do not."""
    if message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN:
        return False
    return message.guild is None or bot in message.mentions


async def answer_message(message: discord.Message, bot: discord.ClientUser, responder: Responder) -> None:
    """Answers `message` in a reply, or says how to ask where it holds no question."""
    reply = MessageReply(message)
    text = question_text(message.content, bot.id)
    if text:
        question = Question(text, history=await earlier_turns(message, bot.id))
        await responder.respond(question, reply, detect_language(text))
    else:
        await _hint(reply, hint_languages(message.guild))


def hint_languages(guild: discord.Guild | None) -> tuple[Language, ...]:
    """Korean in a Korean server, both elsewhere: without a text nobody knows what the asker speaks."""
    if guild is not None and interface_language(guild.preferred_locale) is Language.KOREAN:
        return (Language.KOREAN,)
    return (Language.ENGLISH, Language.KOREAN)


async def _hint(reply: MessageReply, languages: tuple[Language, ...]) -> None:
    hint = "\n".join(sentence("discord.hint", language) for language in languages)
    try:
        await persist(lambda: reply.place(hint))
    except LostReplyError:
        _log.warning("A hint could not be delivered.")
