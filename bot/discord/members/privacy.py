"""The commands `/privacy` and `/forget-me`."""

import logging

import discord
from discord.ui import Button

from bot.discord.forms import PersistentView
from bot.discord.members.languages import MemberLanguages
from bot.discord.members.member_command import MemberCommand, member_command
from bot.discord.privately import replace_message, tell
from bot.remembered import Holdings
from bot.state.store import StateStore
from config.errors import StateError
from config.language import Language
from config.messages import message

_log = logging.getLogger(__name__)


def privacy_command(state: StateStore, kept_days: int) -> MemberCommand:
    """`/privacy`: what is stored, for how long, and how much of the member."""
    languages = MemberLanguages(state)

    @member_command("privacy")
    async def privacy(interaction: discord.Interaction) -> None:
        language = await languages.spoken(interaction)
        held = await _held(state, interaction.user.id)
        await tell(interaction, f"{policy(kept_days, language)}\n\n{holdings(held, language)}")

    return privacy


def forget_command(state: StateStore) -> MemberCommand:
    """`/forget-me`: deletes what is stored of the member, once they say so twice."""
    languages = MemberLanguages(state)

    @member_command("forget")
    async def forget(interaction: discord.Interaction) -> None:
        language = await languages.spoken(interaction)
        held = await _held(state, interaction.user.id)
        if held is None:
            await tell(interaction, message("members.unavailable", language))
        elif held.nothing:
            await tell(interaction, message("members.forget_nothing", language))
        else:
            text = f"{message('members.forget_question', language)}\n{counted(held, language)}"
            await tell(interaction, text, view=ForgetView(state, language))

    return forget


class ForgetView(PersistentView):
    """Asks for confirmation. Works after a restart too: the ids of the buttons are fixed, Discord says who pressed."""

    def __init__(self, state: StateStore, language: Language = Language.ENGLISH) -> None:
        super().__init__()
        self._state = state
        self._languages = MemberLanguages(state)
        self.delete.label = message("members.forget_confirm", language)
        self.keep.label = message("members.forget_cancel", language)

    @discord.ui.button(custom_id="haetae:forget", style=discord.ButtonStyle.danger)
    async def delete(self, interaction: discord.Interaction, _: Button["ForgetView"]) -> None:
        """Deletes what is stored of whoever pressed."""
        language = await self._languages.spoken(interaction)
        try:
            held = await self._state.forget(interaction.user.id)
        except StateError as error:
            _log.warning("A member could not be forgotten: %s", error)
            await replace_message(interaction, message("members.unavailable", language))
        else:
            await replace_message(interaction, f"{message('members.forgotten', language)}\n{counted(held, language)}")

    @discord.ui.button(custom_id="haetae:remember", style=discord.ButtonStyle.secondary)
    async def keep(self, interaction: discord.Interaction, _: Button["ForgetView"]) -> None:
        """Leaves everything as it is."""
        await replace_message(
            interaction, message("members.forget_nothing_done", await self._languages.spoken(interaction))
        )


def policy(kept_days: int, language: Language) -> str:
    """What is stored of anyone, and for how long."""
    command = message("members.forget_name", language)
    return message("members.policy", language, days=kept_days, forget=command)


def holdings(held: Holdings | None, language: Language) -> str:
    """What is stored of one member; None where that cannot be read."""
    if held is None:
        return message("members.unavailable", language)
    if held.nothing:
        return message("members.holds_nothing", language)
    return f"{message('members.holds', language)}\n{counted(held, language)}"


def counted(held: Holdings, language: Language) -> str:
    """How much is stored, as a list."""
    key = f"discord.language_{held.language.value}" if held.language else "members.no_choice"
    choice = message(key, language)
    return message(
        "members.counted", language, answers=held.answers, votes=held.votes, choice=choice, wishes=held.wishes
    )


async def _held(state: StateStore, member_id: int) -> Holdings | None:
    try:
        return await state.holdings_of(member_id)
    except StateError as error:
        _log.warning("What is stored of a member could not be read: %s", error)
        return None
