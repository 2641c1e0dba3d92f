"""Words by their sound, across scripts: 컨텍스트 and context share their consonants."""

import re
import unicodedata

_MIN_CONSONANTS = 3
_KEY_CONSONANTS = 4

_HANGUL = re.compile("[가-힣]+")
_LATIN = re.compile("[a-z]+")
# The consonants of a syllable by class (stops and fricatives voiced or not, all sibilants one), in Unicode's order of
# initials and finals; a silent initial has none.
_INITIALS = (*"KKNTTRMPPSS", "", *"SSSKTPH")
_FINALS = ("", *"KKKNNNTRRRRRRRRMPPTTNTTKTPH")
_FIRST_SYLLABLE = 0xAC00
_FINALS_A_SYLLABLE = len(_FINALS)
_SYLLABLES_AN_INITIAL = 21 * _FINALS_A_SYLLABLE

# English spellings and what is heard of them, in this order; vowels go last. Korean writes no r before a consonant.
_HEARD = tuple(
    (re.compile(spelling), heard)
    for spelling, heard in (
        (r"ck|cc(?![ei])|qu|q", "k"),
        (r"tch|ture", "s"),
        (r"[ts]+ion", "sn"),
        (r"ph", "f"),
        (r"gh", ""),
        (r"x", "ks"),
        (r"ng", "n"),
        (r"c(?=[eiy])", "s"),
        (r"(?<!^)g(?=[eiy])", "j"),
        (r"r(?![aeiouyr])|re(?=$|s$)", ""),
        (r"([a-z])\1", r"\1"),
        (r"sh|ch|th", "s"),
        (r"[aeiouwy]|(?<!^)h", ""),
    )
)
_CLASSES = str.maketrans("bcdfghjklmnpqrstvxz", "PKTPKHSKRMNPKRSTPKS")


def sound_key(word: str, most: int = _KEY_CONSONANTS) -> str:
    """The first consonants, `most` at most, of a Hangul or Latin word, by class, as Korean would write it by ear.

    Empty where there are too few to tell words apart, and for anything but letters.
    """
    word = unicodedata.normalize("NFC", word).lower()
    if _HANGUL.fullmatch(word):
        consonants = _hangul_consonants(word)
    elif _LATIN.fullmatch(word):
        consonants = _latin_consonants(word)
    else:
        return ""
    return consonants[:most] if len(consonants) >= _MIN_CONSONANTS else ""


def _hangul_consonants(word: str) -> str:
    heard = ""
    for syllable in word:
        index = ord(syllable) - _FIRST_SYLLABLE
        heard += _INITIALS[index // _SYLLABLES_AN_INITIAL] + _FINALS[index % _FINALS_A_SYLLABLE]
    # 클라우드: one l is written as two.
    return heard.replace("RR", "R")


def _latin_consonants(word: str) -> str:
    for spelling, heard in _HEARD:
        word = spelling.sub(heard, word)
    return word.translate(_CLASSES)
