"""Figures as people type them: units in small letters (16gb, 27b), times (9pm), and digits for words (4 me, 2day)."""

import re

_LOOSE = re.compile(r"(?<![\w.])\d[\d.,]*(?:\s?[kmgt]b|b)(?![A-Za-z\d])")
# Digits for "to" and "for", before what no number counts, and not behind what counts: the 2 you saw.
_WORDS_BEHIND = (
    "all any anyone anything be book buy climb do enter every everyone find get go have her him his it join know me my"
    " our pay see some someone swim take the their them this u ur us use visit what you your"
)
_NOT_BEHIND = "".join(rf"(?<!\b{word}\s)" for word in ("all", "and", "of", "or", "other", "the", "these", "those"))
_DIGITS_FOR_WORDS = re.compile(
    rf"(?<![\w.,/-]){_NOT_BEHIND}"
    rf"[24](?=\s(?:{'|'.join(_WORDS_BEHIND.split())})\b)|(?<![\w.])(?:2day|24/7)(?!\w)",
    re.IGNORECASE,
)
_TYPED_TIME = re.compile(
    r"(?<![\w.])(?:\d{1,2}(?:[:.]\d\d)?\s?[-–~]\s?)?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m(?![A-Za-z\d])\.?|\b[ap]m\s?(?=\d)"
    r"|(?<![\w.])\d[\d.,]*(?:hrs?|ish|lbs?|mins?|mths?|ppl|secs?|wks?|yrs?|kgs|kms)(?![A-Za-z\d])",
    re.IGNORECASE,
)


def is_loose_figure(word: str) -> bool:
    """Whether `word` is nothing but such a figure."""
    return _LOOSE.fullmatch(word) is not None


def with_capital_units(text: str) -> str:
    """`text` with the units of its figures as figures have them: 16GB, 27B."""
    return _LOOSE.sub(lambda match: match[0].upper(), text)


def without_digits_for_words(text: str) -> str:
    """`text` with a space in place of the digits that chat writes for words: lessons 4 me, how 2 get there, 2day."""
    return _DIGITS_FOR_WORDS.sub(" ", text)


def without_typed_times(text: str) -> str:
    """`text` with a space in place of times and short units that would be read as names: 9pm, 6 AM, 2hrs."""
    return _TYPED_TIME.sub(" ", text)
