"""What was: passages headed by an earlier state of things, and questions that ask about the past."""

import re

from index.hangul import PAST_SYLLABLES

_FORMER = r"\b(?:earlier|former|legacy|older|predecessors?|previous|prior)\b|구형|기존|예전|옛|이전|지난|직전"
_HEADED = re.compile(_FORMER, re.IGNORECASE)
_ASKED = re.compile(
    rf"{_FORMER}|\b(?:ago|before|did|formerly|had|last|old|once|past|previously|used to|was|were)\b"
    rf"|[{PAST_SYLLABLES}]|전에|(?<![가-힣])전[ 엔]",
    re.IGNORECASE,
)


def is_headed_by_the_past(heading: str) -> bool:
    """Whether `heading` says that what stands below it held before: "Previous Generation", "이전 세대"."""
    return _HEADED.search(heading) is not None


def asks_about_the_past(question: str) -> bool:
    """Whether `question` may ask about what was: it names something former, or its verb is in the past."""
    return _ASKED.search(question) is not None
