"""Answers that did not help, and what keeps them."""

from dataclasses import replace
from datetime import datetime

from bot.answering.answer import Reason
from bot.remembered import AnswerRecord
from config.language import Language
from tests.bot.state.builders import NOW, record


def refusal(
    message_id: int,
    question: str,
    *,
    language: Language = Language.ENGLISH,
    reason: Reason = Reason.NOT_STATED,
    asker_id: int = 1,
    asked_at: datetime = NOW,
) -> AnswerRecord:
    """A refused question in a message, answered from version v0001."""
    asked = record(message_id, asker_id=asker_id, asked_at=asked_at, language=language, text=question)
    answer = replace(asked.answer, refused=True, reason=reason, citations=(), index_version="v0001")
    return replace(asked, answer=answer)
