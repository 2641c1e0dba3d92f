"""What was: passages headed by an earlier state of things, and questions that ask about the past."""

import re
from enum import Enum

from index.hangul import PAST_SYLLABLES

_FORMER = re.compile(
    r"\b(?:earlier|former|last[- ]gen\w*|legacy|older|predecessors?|previous|prior)\b"
    r"|구형|기존|예전|옛|이전|전 ?세대|지난|직전",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:ago|before|did|formerly|had|last|old|once|past|previously|used to|was|were)\b"
    rf"|[{PAST_SYLLABLES}]|전에|(?<![가-힣])전[ 엔]",
    re.IGNORECASE,
)


class Asked(Enum):
    """Whether a question asks about what held before."""

    SURELY = 1
    PERHAPS = 0
    NO = -1


def is_headed_by_the_past(heading: str) -> bool:
    """Whether `heading` says that what stands below it held before: "Previous Generation", "이전 세대"."""
    return _FORMER.search(heading) is not None


def about_the_past(question: str) -> Asked:
    """Whether `question` names something former, or at least has its verb in the past."""
    if _FORMER.search(question):
        return Asked.SURELY
    return Asked.PERHAPS if _PAST.search(question) else Asked.NO
