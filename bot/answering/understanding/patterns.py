"""Patterns made of several."""

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """What any of `patterns` finds, in capitals or not."""
    return re.compile("|".join(patterns), re.IGNORECASE)
