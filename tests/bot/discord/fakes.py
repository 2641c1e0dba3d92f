"""A memory that lasts as long as a test."""

from bot.state.records import AnswerRecord, Vote
from config.errors import StateError
from config.language import Language


class FakeMemory:
    """Keeps everything in dictionaries; with `broken`, every call fails as a full disk would."""

    def __init__(self) -> None:
        self.answers: dict[int, AnswerRecord] = {}
        self.votes: dict[tuple[int, int], Vote] = {}
        self.languages: dict[int, Language] = {}
        self.broken = False

    async def remember_answer(self, record: AnswerRecord) -> None:
        self._check()
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

    async def language_of(self, member_id: int) -> Language | None:
        self._check()
        return self.languages.get(member_id)

    def _check(self) -> None:
        if self.broken:
            raise StateError("state.disk_full", place="state.db", problem="full")
