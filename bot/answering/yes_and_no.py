"""The yes or no that a sentence begins with."""

import re
from enum import StrEnum

from corpus.numerals import COUNTER


class YesNo(StrEnum):
    """The answer that a sentence begins with."""

    YES = "yes"
    NO = "no"


# 네 is four as well, and "no" is of a thing ("No lamp needs oil") or of a number ("No. 5").
_YES = rf"(?:yes(?![\w'’-])|(?:네(?!\s+{COUNTER})|예|맞습니다)(?=[\s,.!]|$))"
_NO = r"(?:no(?=[,!]|\.(?!\s?\d)|$)|(?:아니요|아니오|아뇨|아닙니다)(?=[\s,.!]|$))"
_BEGINS = re.compile(rf"(?:(?P<yes>{_YES})|{_NO})[,.!]?\s*", re.IGNORECASE)


def split_yes_or_no(text: str) -> tuple[YesNo | None, str]:
    """The yes or no that `text` begins with, None where it begins with neither, and the rest of it."""
    begins = _BEGINS.match(text)
    if begins is None:
        return None, text
    return YesNo.YES if begins["yes"] else YesNo.NO, text[begins.end() :]
