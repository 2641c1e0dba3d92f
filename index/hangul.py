"""Hangul as it is typed: syllables taken apart into the keys that make them."""

import unicodedata

# The letters of Unicode's initials (from U+1100), vowels (U+1161) and finals (U+11A8), in its order.
_PARTS = {
    0x1100: "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
    0x1161: "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
    0x11A8: "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
}
_LETTERS = {first + number: letter for first, letters in _PARTS.items() for number, letter in enumerate(letters)}
# Letters that take two keys.
_VOWELS = {"ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ"}
_CLUSTERS = {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ"}
_CLUSTERS |= {"ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
_KEYS = str.maketrans(_VOWELS | _CLUSTERS)
_FINALS = f"_{_PARTS[0x11A8]}"


def typed_keys(text: str) -> str:
    """The keys of `text`, one letter each; what is no Hangul stays. 트 begins like 틀, and 미슽 like 미스트."""
    return unicodedata.normalize("NFD", text).translate(_LETTERS).translate(_KEYS)


def initial(character: str) -> str:
    """The first consonant of a syllable; any other character itself."""
    return typed_keys(character)[0] if is_syllable(character) else character


def is_syllable(character: str) -> bool:
    """Whether `character` is a whole syllable of Hangul."""
    return "가" <= character <= "힣"


def is_consonant(character: str) -> bool:
    """Whether `character` is a consonant that stands alone."""
    return "ㄱ" <= character <= "ㅎ"


def syllables_ending_in(finals: str) -> str:
    """All syllables that end in any of the consonants `finals`, for a class of characters."""
    firsts = [ord("가") + _FINALS.index(final) for final in finals]
    return "".join(chr(code) for first in firsts for code in range(first, ord("힣") + 1, len(_FINALS)))


PAST_SYLLABLES = "".join(syllable for syllable in syllables_ending_in("ㅆ") if syllable not in "있겠")
"""That a verb in the past has: 였, 했. Neither 있 nor 겠 is of the past."""
