"""What is offered while a command is typed, within Discord's limits."""

from collections.abc import Mapping

from discord.app_commands import Choice

from bot.discord.markdown import shortened

MAX_CHOICES = 25
CHOICE_CHARACTERS = 100


# The database counts in 64 bits.
_MOST_DIGITS = len(str(2**63 - 1)) - 1


def number_of(typed: str) -> int | None:
    """The number that somebody typed in place of a choice, None where nothing has such a number."""
    digits = typed.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def matching_choices(names: Mapping[str, str], typed: str) -> list[Choice[str]]:
    """The choices (value -> name) whose names contain `typed`, in their order, as many and as long as Discord shows."""
    wanted = typed.strip().casefold()
    found = [(value, name) for value, name in names.items() if wanted in name.casefold()]
    return [Choice(name=shortened(name, CHOICE_CHARACTERS), value=value) for value, name in found[:MAX_CHOICES]]
