"""A pinned answer: the wordings of its question, and what it says in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from config.language import Language


@dataclass(frozen=True, slots=True)
class PinText:
    """What a pin says: the wordings of its question (at least one, in any language) and the answer in each language."""

    wordings: tuple[str, ...]
    answers: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Pin:
    """A pinned answer, with who wrote it last and when."""

    number: int
    text: PinText
    changed_by: int
    changed_at: datetime
