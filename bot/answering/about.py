"""What the bot can say of itself: its article, its index, its models and how long it remembers."""

from collections.abc import Mapping
from dataclasses import dataclass

from config.language import Language


@dataclass(frozen=True, slots=True)
class About:
    """The article by its titles, the edition (a folder's name, None for the one that ships) and the index version.

    `passages` counts both languages, `generator` and `encoder` are the models' names.
    """

    titles: Mapping[Language, str]
    edition: str | None
    index_version: str
    passages: int
    generator: str
    encoder: str
    answers_kept_days: int
