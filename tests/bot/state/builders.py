"""Records with the few fields that a test is about."""

from datetime import UTC, datetime
from pathlib import Path

from bot.remembered import AnswerRecord
from bot.state.store import StateStore
from config.language import Language
from tests.bot.fakes import answer

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def record(
    message_id: int,
    *,
    asker_id: int = 1,
    question_message_id: int | None = None,
    asked_at: datetime = NOW,
    language: Language = Language.KOREAN,
    text: str | None = None,
) -> AnswerRecord:
    """An answer to a question of `asker_id`."""
    if text is None:
        text = {Language.KOREAN: "활성 파라미터 수는?", Language.ENGLISH: "How many are active?"}[language]
    return AnswerRecord(
        message_id=message_id,
        channel_id=10,
        guild_id=20,
        asker_id=asker_id,
        question_message_id=question_message_id,
        question=text,
        language=language,
        answer=answer(text, language),
        asked_at=asked_at,
    )


async def fill(state: StateStore) -> None:
    """Stores enough answers for a database of several pages."""
    for number in range(50):
        await state.remember_answer(record(number + 1))


def content(file: Path) -> bytes:
    """What a file holds."""
    return file.read_bytes()


def overwrite(file: Path, data: bytes) -> None:
    """Replaces what a file holds."""
    file.write_bytes(data)
