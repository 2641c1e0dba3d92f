"""Questions that ask what a thing is, or to be told about it: a passage under a heading of that name tells it."""

import re

from bot.answering.content_words import content_units
from bot.answering.understanding.topics import topic_of
from index.lexical import is_figure
from index.passage import Hit


def is_defined_by(question: str, hit: Hit) -> bool:
    """Whether `question` asks about a thing as a whole that the innermost heading of `hit` names or a line introduces.

    In either language; a line does where it calls something by that name: a boat called Petrel.
    """
    thing = topic_of(question)
    units = content_units(thing)
    if not units:
        return False
    introduced = _introducing(thing)
    return any(
        _heads(units, side.heading_path[-1]) or any(introduced.search(line) for line in side.lines)
        for side in hit.sides
    )


def _heads(thing: frozenset[str], heading: str) -> bool:
    """Whether `heading` names the thing, and gives no figure for one whose name has a version: Corvin 4: 24 km."""
    units = content_units(heading)
    figures = {unit for unit in units if is_figure(unit)}
    return thing <= units and (figures <= thing or thing.isdisjoint(figures))


def _introducing(thing: str) -> re.Pattern[str]:
    name = rf"['‘’“”\"]?{re.escape(thing)}['‘’“”\"]?"
    return re.compile(
        rf"\b(?:called|named|known as)\s(?:(?:the|an?)\s)?{name}(?!\w)"
        rf"|(?<![가-힣]){name}(?:이?라는|이?라고\s(?:부르|불리|하는))",
        re.IGNORECASE,
    )
