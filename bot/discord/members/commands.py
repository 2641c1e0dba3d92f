"""All commands for members besides asking."""

from discord.ui import View

from bot.answering.about import About
from bot.discord.members.guide import about_command, help_command
from bot.discord.members.language import language_command
from bot.discord.members.languages import MemberLanguages
from bot.discord.members.member_command import MemberCommand
from bot.discord.members.privacy import ForgetView, forget_command, privacy_command
from bot.discord.per_server import PerServer
from bot.state.store import StateStore


def member_commands(state: StateStore, about: PerServer[About], kept_days: int) -> tuple[MemberCommand, ...]:
    """The commands, to be put into the tree."""
    languages = MemberLanguages(state)
    return (
        help_command(languages, about),
        about_command(languages, about),
        language_command(state),
        privacy_command(state, kept_days),
        forget_command(state),
    )


def member_views(state: StateStore) -> tuple[View, ...]:
    """The buttons that outlive a restart, to be added to the client."""
    return (ForgetView(state),)
