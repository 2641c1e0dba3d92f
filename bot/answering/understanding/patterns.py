"""Patterns that several rules read, and patterns made of several."""

import re

TOLD = r"(?:알려|설명|말해|정리|요약|들어|나열|추천|소개|꼽아?|골라|뽑아?|얘기|이야기)"
"""What is asked for when something is to be told: 알려 줘."""
TOLD_SO_MANY = rf"(?:만|씩|정도|쯤)?\s*(?:더\s*)?{TOLD}"
"""The same behind a number of things: 3개만 더 알려 줘."""


_FINALS = "_ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def syllables_ending_in(finals: str) -> str:
    """All syllables of Hangul that end in any of the consonants `finals`, for a class of characters."""
    firsts = [0xAC00 + _FINALS.index(final) for final in finals]
    return "".join(chr(code) for first in firsts for code in range(first, 0xD7A4, len(_FINALS)))


def any_of(*patterns: str) -> re.Pattern[str]:
    """What any of `patterns` finds, in capitals or not."""
    return re.compile("|".join(patterns), re.IGNORECASE)
