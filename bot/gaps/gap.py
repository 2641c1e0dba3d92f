"""A question without a good answer: who asked it, whether it is settled, and who wants to be told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from config.language import Language


class GapStatus(StrEnum):
    """What has become of a gap. ANSWERABLE was found out, RESOLVED and DISMISSED a moderator said."""

    OPEN = "open"
    ANSWERABLE = "answerable"
    RESOLVED = "resolved"
    DISMISSED = "dismissed"


CLOSED_UNTIL_ASKED_AGAIN = frozenset({GapStatus.ANSWERABLE, GapStatus.RESOLVED})


@dataclass(frozen=True, slots=True)
class Asking:
    """An answer that did not help: its message, why, and the question, standing alone.

    `version` is the index version it was answered from.
    """

    message_id: int
    reason: str
    question: str
    version: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without a good answer, in its newest asker's words.

    `reason` is that of the newest asking, `message_id` its answer. `wishes` counts the members who want to be told;
    `asked_version` is the index version it was asked of last.
    """

    number: int
    status: GapStatus
    question: str
    language: Language
    reason: str
    times: int
    first_at: datetime
    last_at: datetime
    wishes: int
    asked_version: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A member who wants to be told, in `language`, that gap number `gap_number` is closed.

    `message_id` is that of the answer on which they said so.
    """

    gap_number: int
    member_id: int
    language: Language
    message_id: int
