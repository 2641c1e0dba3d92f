"""Whether texts have a word in any spelling: the question may write it in another way than the article."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from index.hangul import typed_keys
from index.loanwords import sound_key
from index.wordforms import without_particle

# The share of keys that a slip of the pen or another spelling leaves: 컨택스트, 온프렘.
_NEAR = 0.82
# Fewer consonants are the sound of too many words, and more than these no word has.
_MIN_CONSONANTS, _MAX_CONSONANTS = 4, 20
_MIN_SYLLABLES = 2
_VERB_ENDING = "니다"
_LETTERS_A_SYLLABLE = (1.2, 2.6)
_WORD = re.compile(r"[^\W\d_]+")
_HANGUL = re.compile("[가-힣]+")
# Endings that a word of the article may have beyond the one it is compared with.
_ENDING_KEYS = (0, 1, 3)


class WordIndex:
    """The words of some texts, to ask whether a word stands among them: as it is, nearly so, or by its sound."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = " ".join(" ".join(_WORD.findall(text.casefold())) for text in texts)

    def __contains__(self, word: str) -> bool:
        word = word.casefold()
        return self._has(word) or self._has_nearly(word) or self._has_by_sound(word)

    def _has(self, word: str) -> bool:
        # However it is spaced, but from the beginning of a word.
        if re.search(rf"(?<!\S){' ?'.join(map(re.escape, word))}", self._text):
            return True
        if not _HANGUL.fullmatch(word):
            return word.rstrip("s") in self._words
        return any(word[:length] in self._words for length in range(_MIN_SYLLABLES, len(word)))

    def _has_nearly(self, word: str) -> bool:
        keys = typed_keys(word)
        beginnings = {known[: len(keys) + more] for known in self._keys for more in _ENDING_KEYS}
        return bool(get_close_matches(keys, beginnings, n=1, cutoff=_NEAR))

    def _has_by_sound(self, word: str) -> bool:
        sound = sound_key(word, _MAX_CONSONANTS)
        others = self._sounds.get((_is_hangul(word), sound), ()) if len(sound) >= _MIN_CONSONANTS else ()
        return any(_is_as_long(word, other) for other in others)

    @cached_property
    def _words(self) -> frozenset[str]:
        words = frozenset(self._text.split())
        return words | {stem for word in words if (stem := without_particle(word))}

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(typed_keys, self._words))

    @cached_property
    def _sounds(self) -> Mapping[tuple[bool, str], Sequence[str]]:
        """The words by their sound, for words in Hangul (True) those in the other script, and the other way round."""
        found: dict[tuple[bool, str], list[str]] = {}
        for word in filter(_may_be_borrowed, self._words):
            found.setdefault((not _is_hangul(word), sound_key(word, _MAX_CONSONANTS)), []).append(word)
        return found


def _is_hangul(word: str) -> bool:
    return _HANGUL.fullmatch(word) is not None


def _may_be_borrowed(word: str) -> bool:
    return not word.endswith(_VERB_ENDING)


def _is_as_long(word: str, other: str) -> bool:
    """Whether a word and one in the other script can be the same: a syllable of Hangul for two letters or so."""
    latin, hangul = sorted((word, other), key=_is_hangul)
    shortest, longest = _LETTERS_A_SYLLABLE
    return shortest * len(hangul) <= len(latin) <= longest * len(hangul)
