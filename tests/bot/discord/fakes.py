"""A memory and rules that last as long as a test, a message that keeps its contents, and what Discord refuses with."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import discord

from bot.discord.delivery import LostReplyError
from bot.discord.reply import Buttons
from bot.remembered import AnswerRecord, Vote
from bot.state.rules import ServerRules
from config.errors import StateError
from config.language import Language

MESSAGE_ID = 70


def refusal(status: int) -> discord.HTTPException:
    """What discord.py raises where Discord answers with `status`."""
    response: Any = SimpleNamespace(status=status, reason="")
    kinds = {403: discord.Forbidden, 404: discord.NotFound, 503: discord.DiscordServerError}
    return kinds.get(status, discord.HTTPException)(response, "refused")


class FakeMemory:
    """Keeps everything in dictionaries; with `broken`, every call fails as a full disk would.

    With `faulty`, no answer is kept, for a reason nobody thought of.
    """

    def __init__(self) -> None:
        self.faulty = False
        self.answers: dict[int, AnswerRecord] = {}
        self.votes: dict[tuple[int, int], Vote] = {}
        self.languages: dict[int, Language] = {}
        self.broken = False

    async def remember_answer(self, record: AnswerRecord) -> None:
        self._check()
        if self.faulty:
            raise ZeroDivisionError("a bug")
        self.answers[record.message_id] = record

    async def answer_of(self, message_id: int) -> AnswerRecord | None:
        self._check()
        return self.answers.get(message_id)

    async def answer_to(self, question_message_id: int) -> AnswerRecord | None:
        self._check()
        found = [one for one in self.answers.values() if one.question_message_id == question_message_id]
        return found[-1] if found else None

    async def vote(self, vote: Vote) -> bool:
        self._check()
        if vote.message_id not in self.answers:
            return False
        self.votes[vote.message_id, vote.member_id] = vote
        return True

    async def votes_of(self, message_id: int) -> tuple[Vote, ...]:
        self._check()
        return tuple(vote for vote in self.votes.values() if vote.message_id == message_id)

    async def language_of(self, member_id: int) -> Language | None:
        self._check()
        return self.languages.get(member_id)

    def _check(self) -> None:
        if self.broken:
            raise StateError("state.disk_full", place="state.db", problem="full")


class FakeRules:
    """Keeps the rules of servers and counts questions; with `broken`, every call fails as a full disk would."""

    def __init__(self, **rules: object) -> None:
        self.rules = replace(ServerRules(), **rules)  # type: ignore[arg-type]
        self.counts: dict[tuple[int, int, date], int] = {}
        self.broken = False

    async def of(self, guild_id: int) -> ServerRules:
        self._check()
        return self.rules

    async def claim_question(self, guild_id: int, member_id: int, day: date, limit: int) -> bool:
        self._check()
        asked = self.counts.get((guild_id, member_id, day), 0)
        if asked < limit:
            self.counts[guild_id, member_id, day] = asked + 1
        return asked < limit

    def _check(self) -> None:
        if self.broken:
            raise StateError("state.disk_full", place="state.db", problem="full")


class FakeReply:
    """Message MESSAGE_ID, with all that was placed in it; where it is `lost`, nothing can be."""

    message_id = MESSAGE_ID

    def __init__(self, lost: bool = False) -> None:
        self.contents: list[str] = []
        self.labels: list[list[str | None]] = []
        self.added: list[str] = []
        self.begun = False
        self._lost = lost

    async def begin(self) -> None:
        self.begun = True

    async def place(self, content: str, buttons: Buttons) -> None:
        if self._lost:
            raise LostReplyError
        self.contents.append(content)
        shown = buttons.children if buttons else ()
        self.labels.append([button.label for button in shown if isinstance(button, discord.ui.Button)])

    async def add(self, content: str, page: int) -> None:
        assert page == len(self.added) + 1
        self.added.append(content)
