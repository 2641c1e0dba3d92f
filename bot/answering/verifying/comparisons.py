"""Sentences that set one thing above another."""

import re

_ENGLISH = (
    r"than|ahead of|behind|below|above|compared (?:to|with)|versus|superior|inferior|outdo(?:es)?|tops"
    r"|beat(?:s|en|ing)?|(?:outperform|surpass|exceed|trail|outpace)(?:s|es|ed|ing)?"
)
_KOREAN = (
    r"[가-힣\w]보다(?=[\s,])|에\s?비(?:해|하면|하여)|대비|능가|상회|초과|웃돌|웃도는|밑돌|밑도는|뛰어넘|넘어서|넘어섰"
    r"|앞서[는고며지]|앞선|앞섰|앞지르|앞질|뒤처|뒤지[는고며지]|뒤진|우월|열등"
)
_COMPARES = re.compile(rf"\b(?:{_ENGLISH})\b|{_KOREAN}", re.IGNORECASE)


def compares(text: str) -> bool:
    """Whether `text` sets one thing above another."""
    return _COMPARES.search(text) is not None
