"""The interface of dictionaries, and the bilingual one that the bot uses."""

from functools import cache
from typing import Protocol


class Lexicon(Protocol):
    """Tells names and unknown words from ordinary ones."""

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        """The words of `text` that are names or in no dictionary, as they are written, each once."""
        ...


class BilingualLexicon:
    """Hangul by one lexicon, Latin script by another."""

    def __init__(self, korean: Lexicon, english: Lexicon) -> None:
        self._lexicons = (korean, english)

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        """See `Lexicon.unfamiliar`."""
        return tuple(dict.fromkeys(word for lexicon in self._lexicons for word in lexicon.unfamiliar(text)))


@cache
def open_lexicon() -> Lexicon:
    """The installed dictionaries, loaded once a process: some 300 MiB and a second."""
    from bot.lexicon.english import EnglishLexicon
    from bot.lexicon.korean import KoreanLexicon

    return BilingualLexicon(KoreanLexicon(), EnglishLexicon())
