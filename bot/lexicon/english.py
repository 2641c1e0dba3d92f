"""English words that are in no dictionary, by how often they are written."""

import re
from collections.abc import Iterator
from string import ascii_lowercase

_WORD = re.compile(r"(?<![\w.@/-])[A-Za-z]{4,}(?![\w@/-]|\.\w)")
# Zipf's scale, the base-10 logarithm of how often a word stands among a billion: "codebase" has 2.3, "params" 1.8.
_RARE = 1.5
_COMMON = 3.0
# No longer word is a slip of a common one.
_LONGEST = 20


class EnglishLexicon:
    """Words, in small letters or capitals, that hardly anybody has written, and that are no slip of a common word."""

    def __init__(self) -> None:
        from wordfreq import zipf_frequency

        zipf_frequency("", "en")  # reads the list
        self._frequency = zipf_frequency

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        """See `bot.lexicon.lexicon.Lexicon`."""
        return tuple(dict.fromkeys(word for word in _WORD.findall(text) if self._is_unfamiliar(word.lower())))

    def _is_unfamiliar(self, word: str) -> bool:
        if self._frequency(word, "en") >= _RARE:
            return False
        if len(word) > _LONGEST:
            return True
        return not any(self._frequency(other, "en") >= _COMMON for other in _one_slip_away(word))


def _one_slip_away(word: str) -> Iterator[str]:
    """Words with one letter more, less or other, or two letters the other way round."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        if after[1:]:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]
