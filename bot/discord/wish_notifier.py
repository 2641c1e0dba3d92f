"""Direct messages to members who asked to be told once a question can be answered."""

import logging

import discord

from bot.discord.delivery import FAILURES
from bot.discord.markdown import literal, shortened
from bot.discord.memory import Memory
from bot.discord.privately import write_to
from bot.discord.rendering import QUESTION_CHARACTERS, QUOTED
from bot.gaps.gap import GapStatus, Wish
from bot.remembered import AnswerRecord
from config.errors import StateError
from config.messages import message

_log = logging.getLogger(__name__)


class WishNotifier:
    """Sends these messages. One that cannot be delivered is logged and dropped."""

    def __init__(self, client: discord.Client, memory: Memory) -> None:
        self._client = client
        self._memory = memory

    async def tell(self, wish: Wish, status: GapStatus) -> None:
        """Tells the member of `wish` what became of the question."""
        try:
            person = self._client.get_user(wish.member_id) or await self._client.fetch_user(wish.member_id)
        except FAILURES as failure:
            _log.info("Somebody who wished to be told was not found: %s", failure)
            return
        await write_to(person, told(wish, status, await self._record(wish)))

    async def _record(self, wish: Wish) -> AnswerRecord | None:
        try:
            return await self._memory.answer_of(wish.message_id)
        except StateError as error:
            _log.warning("The question of a wish could not be read: %s", error)
            return None


def told(wish: Wish, status: GapStatus, record: AnswerRecord | None) -> str:
    """What a member is told: the question as it was asked, if that is still known, and where it stands."""
    news = message(f"gaps.told_{status}", wish.language, ask=message("discord.ask_name", wish.language))
    if record is None:
        return news
    question = f"{QUOTED}{literal(shortened(record.question, QUESTION_CHARACTERS))}"
    if record.private:
        return f"{news}\n{question}"
    place = f"{record.guild_id or '@me'}/{record.channel_id}/{record.message_id}"
    return f"{news}\n{question}\nhttps://discord.com/channels/{place}"
