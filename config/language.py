"""The two languages Haetae speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the corpus, of a question or of an answer, by its ISO 639-1 code."""

    KOREAN = "ko"
    ENGLISH = "en"

    @property
    def other(self) -> "Language":
        """The language of the twin passage."""
        return Language.ENGLISH if self is Language.KOREAN else Language.KOREAN
