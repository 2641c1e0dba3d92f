"""Where an answer appears: the response of a command or a button, or a reply to a message."""

import asyncio
import contextlib
import secrets
from typing import Protocol

import discord

from bot.discord.delivery import LostReplyError, attempt, persist

ACKNOWLEDGED_ALREADY = 40060
# What Discord says of an interaction's token once its 15 minutes are over.
INTERACTION_OVER = frozenset({10015, 50027})
# Discord gives three seconds to acknowledge a command, so the first repetition comes soon.
ACKNOWLEDGE_WAIT_S = 0.2
TYPING_WAIT_S = 2.0

Buttons = discord.ui.View | None


class Reply(Protocol):
    """The messages of one answer. All calls may be repeated: none posts the same page twice."""

    @property
    def message_id(self) -> int | None:
        """The message of the first page, None where it is not known yet."""
        ...

    async def begin(self) -> None:
        """Lets the asker see that an answer is coming. Raises LostReplyError where none can."""
        ...

    async def place(self, content: str, buttons: Buttons) -> None:
        """Makes `content` over `buttons` the first page, posted or edited. Raises what discord.py raises."""
        ...

    async def add(self, content: str, page: int) -> None:
        """Posts `content` as page number `page` (from 1) after the first. Raises what discord.py raises."""
        ...


class MessageReply:
    """A reply to a message that asked; `earlier_id` is a reply of the bot's to it that is to be written anew."""

    def __init__(self, question: discord.Message, earlier_id: int | None = None) -> None:
        self._question = question
        self._salt = _salt()
        self._posted: discord.Message | discord.PartialMessage | None = None
        if earlier_id is not None and not isinstance(question.channel, discord.GroupChannel):  # bots are in no groups
            self._posted = question.channel.get_partial_message(earlier_id)
        self._posting: asyncio.Task[discord.Message] | None = None

    @property
    def message_id(self) -> int | None:
        """The message of the first page."""
        return None if self._posted is None else self._posted.id

    async def begin(self) -> None:
        """Shows the bot typing; an answer does not wait long for that."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TYPING_WAIT_S):
                await attempt(self._question.channel.typing)

    async def place(self, content: str, buttons: Buttons) -> None:
        """Posts the reply, later edits it. A post that seemed to fail may be there, with older content.

        A post that has begun goes on where the caller is cancelled: `remove` must know what it came to.
        """
        if self._posted is None:
            self._posting = asyncio.create_task(self._reply(content, 0, buttons))
            self._posted = posted = await asyncio.shield(self._posting)
            if posted.content == content:
                return
        await self._posted.edit(content=content, view=buttons)

    async def add(self, content: str, page: int) -> None:
        """Posts a further reply."""
        await self._reply(content, page)

    async def remove(self) -> None:
        """Deletes the reply where there is one. Raises what discord.py raises."""
        if self._posted is None and self._posting is not None:
            self._posted = await self._posting
        if self._posted is not None:
            await self._posted.delete()

    async def _reply(self, content: str, page: int, buttons: Buttons = None) -> discord.Message:
        return await _reply(self._question, content, f"{page}{self._salt}", buttons)


class InteractionReply:
    """The response to a command or a form, or to the button of the message to write anew.

    It outlives the 15 minutes of the interaction, unless it is private.
    """

    def __init__(self, interaction: discord.Interaction, *, private: bool = False) -> None:
        self._interaction = interaction
        self._private = private
        self._salt = _salt()
        self._message_id: int | None = None
        self._over = False

    @property
    def message_id(self) -> int | None:
        """The message of the first page."""
        return self._message_id

    async def begin(self) -> None:
        """Acknowledges the command, once; Discord shows that the bot is thinking."""
        if self._interaction.response.is_done():
            return
        await persist(self._acknowledge, first_wait_s=ACKNOWLEDGE_WAIT_S)

    async def place(self, content: str, buttons: Buttons) -> None:
        """Edits the response."""
        try:
            if not self._over:
                edited = await self._interaction.edit_original_response(content=content, view=buttons)
                self._message_id = edited.id
                return
        except discord.HTTPException as refusal:
            if refusal.code not in INTERACTION_OVER or self._message_id is None:
                raise
            self._over = True
        await self._message().edit(content=content, view=buttons)

    async def add(self, content: str, page: int) -> None:
        """Posts a reply to the response, or a follow-up where it is private or the bot may not write in the channel."""
        if not self._private:
            try:
                await _reply(self._message(), content, f"{page}{self._salt}")
            except discord.Forbidden:
                pass
            else:
                return
        await self._interaction.followup.send(content, suppress_embeds=True, ephemeral=self._private)

    async def _acknowledge(self) -> None:
        pressed = self._interaction.message is not None  # by its button, or by the form that its button opened
        try:
            response = await self._interaction.response.defer(thinking=not pressed, ephemeral=self._private)
        except discord.HTTPException as refusal:
            if refusal.code != ACKNOWLEDGED_ALREADY:
                raise
        else:
            self._message_id = response.message_id if response else None
        if self._interaction.message is not None:
            self._message_id = self._interaction.message.id

    def _message(self) -> discord.PartialMessage:
        interaction = self._interaction
        if interaction.channel_id is None or self._message_id is None:
            raise LostReplyError
        channel = interaction.client.get_partial_messageable(interaction.channel_id, guild_id=interaction.guild_id)
        return channel.get_partial_message(self._message_id)


async def _reply(
    to: discord.Message | discord.PartialMessage, content: str, key: str, buttons: Buttons = None
) -> discord.Message:
    """Posts once, however often it is called with a key: Discord returns the message of the same nonce."""
    nonce = f"{to.id}.{key}"
    if buttons is None:  # discord.py takes a view or nothing here, but not None
        return await to.reply(content, nonce=nonce, mention_author=False, suppress_embeds=True)
    return await to.reply(content, nonce=nonce, view=buttons, mention_author=False, suppress_embeds=True)


def _salt() -> str:
    """What tells the pages of an answer from those of an earlier one to the same message. A nonce has 25 characters."""
    return f".{secrets.token_hex(1)}"
