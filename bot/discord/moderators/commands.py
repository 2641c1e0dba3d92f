"""All that moderators can call, put together."""

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bot.discord.moderators.administration_commands import administration_commands
from bot.discord.moderators.audit_commands import KIND as AUDIT
from bot.discord.moderators.audit_commands import AuditPages, audit_command
from bot.discord.moderators.auditing import Auditor
from bot.discord.moderators.corpus.commands import CorpusHandlers, corpus_commands
from bot.discord.moderators.corpus.recent import RecentQuestions
from bot.discord.moderators.gaps import KIND as GAPS
from bot.discord.moderators.gaps import GapHandlers, gap_commands
from bot.discord.moderators.gate import Gate
from bot.discord.moderators.house_rules import HouseRules
from bot.discord.moderators.moderator_command import ModeratorCommand
from bot.discord.moderators.outside import OutsideNews
from bot.discord.moderators.pages import page_turner
from bot.discord.moderators.pause_commands import pause_command, resume_command
from bot.discord.moderators.pin_commands import draft_presses, pin_commands
from bot.discord.moderators.pins import KIND as PINS
from bot.discord.moderators.pins import PinHandlers
from bot.discord.moderators.rule_menus import ChannelMenu, RoleMenu
from bot.discord.moderators.rules_commands import rules_commands
from bot.discord.per_server import PerServer
from bot.discord.persistent_buttons import PersistentButton
from bot.discord.questions import QuestionUpkeep
from bot.discord.response import Pace
from bot.state.audit import AuditLog
from bot.state.history import AnswerHistory
from bot.state.rules import RuleBook
from bot.state.store import StateStore
from bot.updating.corpora import Corpora
from config.settings import ModerationSettings
from index.suggestions import Suggestions


@dataclass(frozen=True, slots=True)
class ModerationRooms:
    """What the moderators' side needs from outside Discord."""

    settings: ModerationSettings
    log: AuditLog
    rules: RuleBook
    answers: AnswerHistory
    corpora: Corpora


def moderation_rooms(state: StateStore, corpora: Corpora, settings: ModerationSettings) -> ModerationRooms:
    """The rooms over an open state."""
    engine = state.engine
    return ModerationRooms(settings, AuditLog(engine), RuleBook(engine), AnswerHistory(engine), corpora)


class Moderation:
    """The moderators' side: its commands, what hears its buttons, and the house rules for whoever takes questions.

    Raises SettingsError where the settings name a permission that Discord does not have.
    """

    def __init__(
        self, rooms: ModerationRooms, pace: Pace, upkeep: QuestionUpkeep, suggestions: PerServer[Suggestions]
    ) -> None:
        self.gate = Gate(rooms.settings, rooms.rules, corpus_each=rooms.corpora.each)
        self.auditor = Auditor(rooms.log, rooms.rules, self.gate, rooms.settings)
        self.house = HouseRules(rooms.rules)
        self.outside = OutsideNews(rooms.corpora, self.auditor, self.gate)
        self._rules = rooms.rules
        self._audit = AuditPages(self.gate, self.auditor)
        self._gaps = GapHandlers(self.gate, self.auditor, upkeep)
        self._pins = PinHandlers(self.gate, self.auditor, upkeep, suggestions)
        recent = RecentQuestions(rooms.answers, rooms.settings.rehearsed_questions)
        self._corpus = CorpusHandlers.over(
            rooms.corpora,
            self.gate,
            self.auditor,
            recent,
            pace,
            pinned=lambda server_id, questions: upkeep.rooms.pins_of(server_id).caught(questions),
        )

    def commands(self) -> tuple[ModeratorCommand, ...]:
        """The commands, to be put into the tree."""
        gate, auditor, rules = self.gate, self.auditor, self._rules
        return (
            pause_command(gate, auditor, rules),
            resume_command(gate, auditor, rules),
            rules_commands(gate, auditor, rules),
            audit_command(gate, self._audit),
            corpus_commands(self._corpus),
            administration_commands(gate, auditor, rules),
            gap_commands(gate, self._gaps),
            *pin_commands(gate, self._pins, self._gaps),
        )

    def views(self) -> tuple[discord.ui.View, ...]:
        """The menus that outlive a restart, to be added to the client."""
        menus: tuple[Callable[..., discord.ui.View], ...] = (ChannelMenu, RoleMenu)
        return tuple(menu(self.gate, self.auditor, self._rules) for menu in menus)

    def dynamic_items(self) -> tuple[PersistentButton, ...]:
        """The buttons whose ids say more than what to do, to be added to the client."""
        turns = {AUDIT: self._audit.turn, GAPS: self._gaps.turn, PINS: self._pins.turn}
        turner = page_turner({**turns, **self._corpus.turns()})
        return (turner, draft_presses(self._pins), *self._corpus.dynamic_items())
