"""Figures with their units in small letters, as people type them: 16gb, 27b."""

import re

_LOOSE = re.compile(r"(?<![\w.])\d[\d.,]*(?:\s?[kmgt]b|b)(?![A-Za-z\d])")


def is_loose_figure(word: str) -> bool:
    """Whether `word` is nothing but such a figure."""
    return _LOOSE.fullmatch(word) is not None


def with_capital_units(text: str) -> str:
    """`text` with the units of its figures as figures have them: 16GB, 27B."""
    return _LOOSE.sub(lambda match: match[0].upper(), text)
