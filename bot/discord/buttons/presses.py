"""What happens when a button is pressed. What an answer said comes from memory, by the message it stands in."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

import discord

from bot.discord.buttons.controls import Control, Press
from bot.discord.buttons.feedback import FeedbackForm
from bot.discord.buttons.pages import SourcesPage
from bot.discord.buttons.threads import open_thread
from bot.discord.buttons.twin import render_twin
from bot.discord.members.languages import MemberLanguages
from bot.discord.memory import Memory
from bot.discord.privately import respond, tell
from bot.discord.responder import Responder
from bot.discord.translator import interface_language
from bot.gaps.gaps import Gaps
from bot.remembered import AnswerRecord, Vote
from config.messages import message as sentence

AskAgain = Callable[[discord.Interaction, AnswerRecord], Awaitable[None]]

GapsOf = Callable[[int | None], Gaps]
"""The gaps of the corpus that answers in a server, None outside of servers."""


class Presses:
    """The buttons under answers. `ask_again` answers a question anew where its answer stands."""

    def __init__(
        self, responder: Responder, memory: Memory, ask_again: AskAgain, gaps_of: GapsOf, *, reads_threads: bool
    ) -> None:
        self._responder = responder
        self._memory = memory
        self._ask_again = ask_again
        self._gaps_of = gaps_of
        self._languages = MemberLanguages(memory)
        self._reads_threads = reads_threads

    def heard(self) -> Mapping[Control, Press]:
        """What each button does."""
        return {
            Control.SOURCES: self.show_sources,
            Control.TWIN: self.show_twin,
            Control.HELPFUL: self.vote_helpful,
            Control.NOT_HELPFUL: self.vote_not_helpful,
            Control.AGAIN: self.ask_again,
            Control.THREAD: self.open_thread,
            Control.STOP: self.stop,
            Control.TELL: self.wish_to_be_told,
        }

    async def show_sources(self, interaction: discord.Interaction) -> None:
        """Shows the first page of sources privately."""
        if record := await self._recall_sources(interaction, _message_id(interaction)):
            page = _page(interaction, record, 1)
            send = partial(interaction.response.send_message, page.content, embeds=page.embeds, view=page.view)
            await respond(partial(send, ephemeral=True))

    async def turn_page(self, interaction: discord.Interaction, message_id: int, number: int) -> None:
        """Turns the private message with sources to another page."""
        if record := await self._recall_sources(interaction, message_id):
            page = _page(interaction, record, number)
            edit = interaction.response.edit_message
            await respond(partial(edit, content=page.content, embeds=page.embeds, view=page.view))

    async def show_twin(self, interaction: discord.Interaction) -> None:
        """Shows the same answer in the other language privately."""
        if record := await self._recall(interaction, _message_id(interaction)):
            await tell(interaction, *render_twin(record.answer))

    async def vote_helpful(self, interaction: discord.Interaction) -> None:
        """Counts the presser's vote."""
        if await self._vote(interaction, _message_id(interaction), helpful=True):
            await tell(interaction, sentence("buttons.thanks_helpful", interface_language(interaction.locale)))

    async def vote_not_helpful(self, interaction: discord.Interaction) -> None:
        """Counts the presser's vote, then asks what was wrong; whoever closes the form has voted all the same."""
        message_id, language = _message_id(interaction), interface_language(interaction.locale)

        async def add_comment(submitted: discord.Interaction, comment: str) -> None:
            if await self._vote(submitted, message_id, helpful=False, comment=comment or None):
                await tell(submitted, sentence("buttons.thanks_not_helpful", language))

        if await self._vote(interaction, message_id, helpful=False):
            await respond(partial(interaction.response.send_modal, FeedbackForm(language, add_comment)))

    async def ask_again(self, interaction: discord.Interaction) -> None:
        """Answers the question anew in the same message, for the asker."""
        record = await self._recall(interaction, _message_id(interaction))
        if record is None:
            return
        if record.asker_id != interaction.user.id:
            await _refuse(interaction, "buttons.only_asker_asks_again")
            return
        await self._ask_again(interaction, record)

    async def open_thread(self, interaction: discord.Interaction) -> None:
        """Opens a thread on the answer."""
        if record := await self._recall(interaction, _message_id(interaction)):
            await open_thread(interaction, record.question, listens=self._reads_threads)

    async def stop(self, interaction: discord.Interaction) -> None:
        """Stops the answer while it is written, for the asker."""
        reference = interaction.message.reference if interaction.message else None
        response = self._responder.writing(_message_id(interaction), reference.message_id if reference else None)
        if response is None:
            await _refuse(interaction, "buttons.over")
        elif response.asked.asker_id != interaction.user.id:
            await _refuse(interaction, "buttons.only_asker_stops")
        elif response.halt("buttons.halted"):
            await respond(interaction.response.defer)
        else:
            await _refuse(interaction, "buttons.over")

    async def wish_to_be_told(self, interaction: discord.Interaction) -> None:
        """Notes that whoever pressed wants to be told when there is an answer; pressed again, takes it back."""
        message_id, language = _message_id(interaction), await self._languages.spoken(interaction)
        if await self._recall(interaction, message_id):
            outcome = await self._gaps_of(interaction.guild_id).wish(message_id, interaction.user.id, language)
            await tell(interaction, sentence(f"gaps.wish_{outcome}", language))

    async def _recall(self, interaction: discord.Interaction, message_id: int) -> AnswerRecord | None:
        """The answer in a message of this channel; whoever pressed is told where there is none (any more)."""
        record = await self._memory.answer_of(message_id)
        if record is not None and record.channel_id == interaction.channel_id:
            return record
        await _refuse(interaction, "buttons.forgotten")
        return None

    async def _recall_sources(self, interaction: discord.Interaction, message_id: int) -> AnswerRecord | None:
        """The same where it has sources: an answer written anew may have none any more."""
        record = await self._recall(interaction, message_id)
        if record is None or record.answer.citations:
            return record
        await _refuse(interaction, "buttons.no_sources")
        return None

    async def _vote(
        self, interaction: discord.Interaction, message_id: int, *, helpful: bool, comment: str | None = None
    ) -> bool:
        counted = await self._memory.vote(Vote(message_id, interaction.user.id, helpful, comment))
        if not counted:
            await _refuse(interaction, "buttons.forgotten")
        elif record := await self._memory.answer_of(message_id):
            await self._gaps_of(record.guild_id).voted(record, await self._memory.votes_of(message_id))
        return counted


def _message_id(interaction: discord.Interaction) -> int:
    assert interaction.message is not None, "buttons are pressed on messages"
    return interaction.message.id


def _page(interaction: discord.Interaction, record: AnswerRecord, number: int) -> SourcesPage:
    return SourcesPage(
        record.answer,
        record.message_id,
        number,
        interface_language(interaction.locale),
        embeds=interaction.app_permissions.embed_links,
    )


async def _refuse(interaction: discord.Interaction, key: str) -> None:
    await tell(interaction, sentence(key, interface_language(interaction.locale)))
