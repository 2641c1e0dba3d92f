"""Where an answer appears: the response of a command, or a reply to a message."""

import asyncio
import contextlib
from typing import Protocol

import discord

from bot.discord.delivery import LostReplyError, attempt, persist

ACKNOWLEDGED_ALREADY = 40060
# What Discord says of an interaction's token once its 15 minutes are over.
INTERACTION_OVER = frozenset({10015, 50027})
# Discord gives three seconds to acknowledge a command, so the first repetition comes soon.
ACKNOWLEDGE_WAIT_S = 0.2
TYPING_WAIT_S = 2.0


class Reply(Protocol):
    """The messages of one answer. All calls may be repeated: none posts the same page twice."""

    async def begin(self) -> None:
        """Lets the asker see that an answer is coming. Raises LostReplyError where none can."""
        ...

    async def place(self, content: str) -> None:
        """Makes `content` the first page, posted or edited. Raises what discord.py raises."""
        ...

    async def add(self, content: str, page: int) -> None:
        """Posts `content` as page number `page` (from 1) after the first. Raises what discord.py raises."""
        ...


class MessageReply:
    """A reply to a message that asked."""

    def __init__(self, question: discord.Message) -> None:
        self._question = question
        self._posted: discord.Message | None = None

    async def begin(self) -> None:
        """Shows the bot typing; an answer does not wait long for that."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TYPING_WAIT_S):
                await attempt(self._question.channel.typing)

    async def place(self, content: str) -> None:
        """Posts the reply, later edits it. A post that seemed to fail may be there, with older content."""
        if self._posted is None:
            self._posted = await _reply(self._question, content, 0)
            if self._posted.content == content:
                return
        await self._posted.edit(content=content)

    async def add(self, content: str, page: int) -> None:
        """Posts a further reply."""
        await _reply(self._question, content, page)


class InteractionReply:
    """The response to a command, which outlives the 15 minutes of the interaction."""

    def __init__(self, interaction: discord.Interaction) -> None:
        self._interaction = interaction
        self._message_id: int | None = None
        self._over = False

    async def begin(self) -> None:
        """Acknowledges the command; Discord shows that the bot is thinking."""
        await persist(self._acknowledge, first_wait_s=ACKNOWLEDGE_WAIT_S)

    async def place(self, content: str) -> None:
        """Edits the response."""
        try:
            if not self._over:
                edited = await self._interaction.edit_original_response(content=content)
                self._message_id = edited.id
                return
        except discord.HTTPException as refusal:
            if refusal.code not in INTERACTION_OVER or self._message_id is None:
                raise
            self._over = True
        await self._message().edit(content=content)

    async def add(self, content: str, page: int) -> None:
        """Posts a reply to the response, or a follow-up where the bot may not write in the channel."""
        try:
            await _reply(self._message(), content, page)
        except discord.Forbidden:
            await self._interaction.followup.send(content, suppress_embeds=True)

    async def _acknowledge(self) -> None:
        try:
            response = await self._interaction.response.defer(thinking=True)
        except discord.HTTPException as refusal:
            if refusal.code != ACKNOWLEDGED_ALREADY:
                raise
        else:
            self._message_id = response.message_id if response else None

    def _message(self) -> discord.PartialMessage:
        interaction = self._interaction
        if interaction.channel_id is None or self._message_id is None:
            raise LostReplyError
        channel = interaction.client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)
        return channel.get_partial_message(self._message_id)


async def _reply(to: discord.Message | discord.PartialMessage, content: str, page: int) -> discord.Message:
    """Posts once, however often it is called for a page: Discord returns the message of the same nonce."""
    return await to.reply(content, nonce=f"{to.id}.{page}", mention_author=False, suppress_embeds=True)
