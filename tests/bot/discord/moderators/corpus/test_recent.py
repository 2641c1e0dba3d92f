from collections.abc import Collection
from dataclasses import replace

from bot.answering.answer import Reason
from bot.discord.moderators.corpus.recent import RecentQuestions
from bot.remembered import AnswerRecord
from config.errors import StateError
from tests.bot.state.builders import record


class FakeAnswers:
    def __init__(self, *records: AnswerRecord) -> None:
        self.records = records

    async def newest(self, count: int, servers: Collection[int | None] | None = None) -> tuple[AnswerRecord, ...]:
        if not self.records:
            raise StateError("state.disk_full", place="state.db", problem="full")
        return self.records[:count]


def recent(answers: FakeAnswers, count: int = 2) -> RecentQuestions:
    return RecentQuestions(answers, count)


async def test_only_what_the_server_could_see_is_asked_again_and_each_question_once() -> None:
    stopped, pinned = record(5, text="stopped?"), record(9, text="pinned?")
    answers = FakeAnswers(
        record(1, text="first?"),
        replace(record(2, text="private?"), private=True),
        replace(record(3, text="elsewhere?"), guild_id=21),
        replace(record(4, text="direct?"), guild_id=None),
        replace(stopped, answer=replace(stopped.answer, reason=Reason.STOPPED)),
        replace(pinned, answer=replace(pinned.answer, reason=Reason.PINNED)),
        record(6, text="first?"),
        record(7, text="second?"),
        record(8, text="third?"),
    )
    assert [asked.question for asked in await recent(answers).questions(20)] == ["first?", "second?"]
    assert await recent(answers).questions(99) == ()


async def test_a_rehearsal_goes_without_members_questions_where_they_cannot_be_read() -> None:
    assert await recent(FakeAnswers()).questions(20) == ()
