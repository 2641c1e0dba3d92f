"""Questions that ask what a thing is: a passage under a heading of that name tells it."""

import re

from bot.answering.content_words import content_units
from index.lexical import is_figure
from index.passage import Hit

_MOST_WORDS = 4
_ENGLISH = re.compile(
    r"(?:what(?:['’]?s| is| are| was| were)(?:\s(?:exactly|actually))?"
    r"|define|explain|describe)\s+(?:(?:the|an?|this|these)\s+)?(?P<thing>[^,;:?!]+?)(?:\s(?:exactly|actually|anyway))?[\s?.!]*",
    re.IGNORECASE,
)
_KOREAN = re.compile(
    r"(?P<thing>[^,;:?!]+?)(?:(?:이?라는|이란)\s?(?:게|건|것[은이]|거)|이?란"
    r"|은|는|이|가|도)?\s?(?:대체|도대체|정확히)?\s?(?:뭐|뭔|무엇|머|모)(?:야|예요|에요|이에요|이죠|죠|지|지요|인가|인가요|인지|인데|임|냐|니|니까"
    r"|입니까|더라|데|가요|까요)?(?:\s?(?:알려|설명해|말해)\s?(?:줘|주세요|줄래)\S*)?[\s?.!~ㅋㅎ]*"
)


def thing_to_define(question: str) -> str:
    """What `question` asks the meaning of ("What is the beacon?"), empty where it asks anything else."""
    found = _ENGLISH.fullmatch(question) or _KOREAN.fullmatch(question)
    thing = found["thing"].strip() if found else ""
    return thing if len(thing.split()) <= _MOST_WORDS else ""


def is_defined_by(question: str, hit: Hit) -> bool:
    """Whether `question` asks what a thing is that the innermost heading of `hit` names or a line introduces.

    In either language; a line does where it calls something by that name: a boat called Petrel.
    """
    thing = thing_to_define(question)
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
