"""Where an index version comes from: who made it, why, and through which interface (its door)."""

from dataclasses import dataclass
from enum import StrEnum


class Door(StrEnum):
    """The interface through which a version was made."""

    COMMAND_LINE = "command_line"
    DISCORD = "discord"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who made a version and why, in their own words (empty where nothing was said).

    `author` is a name to be shown, as its owner wrote it; `author_id` is Discord's id, None elsewhere.
    """

    author: str
    author_id: int | None
    reason: str
    door: Door
