"""Of whom a Korean sentence says something: what one line says of somebody is not said of another."""

import re
from collections.abc import Sequence

from bot.answering.verifying.support import content_units

# The first word with the particle of a subject or a topic; a stem of one syllable is mostly the end of a verb.
_SUBJECT = re.compile(r"(?<![가-힣A-Za-z\d])[가-힣]{2,}?(?:은|는|이|가|께서는?)(?=[\s,]|$)")


def swaps_subject(sentence: str, lines: Sequence[str], above: str) -> bool:
    """Whether `sentence` says of another what the nearest of `lines` says of its own subject.

    A subject that the headings `above` name may be said of any line below.
    """
    subject = content_units(_subject_of(sentence))
    said = content_units(sentence)
    nearest = max(lines, key=lambda line: len((said - subject) & content_units(line)), default="")
    if not subject or subject & (content_units(nearest) | content_units(above)):
        return False
    replaced = content_units(_subject_of(nearest))
    return bool(replaced) and not replaced & said


def _subject_of(text: str) -> str:
    found = _SUBJECT.search(text)
    return found[0] if found else ""
