"""The parts of an article that people name by their place: its opening and its closing."""

import re
from collections.abc import Sequence
from enum import StrEnum

from index.passage import Passage


class Part(StrEnum):
    """Where an article begins, and where it ends."""

    OPENING = "opening"
    CLOSING = "closing"


# Not the opening hours, nor what goes into a tower (들어가는 비용).
_HEADED = {
    Part.OPENING: re.compile(
        r"\b(?:foreword|intro|introduction|preface)\b|^opening(?: remarks| words)?$"
        r"|서론|서문|머리말|들어가며|들어가는 (?:글|말)|^도입부?$",
        re.IGNORECASE,
    ),
    Part.CLOSING: re.compile(
        r"\b(?:afterword|conclusions?|epilogue)\b|^(?:in )?(?:closing|concluding)(?: remarks| words)?$"
        r"|결론|맺음말|맺는 ?(?:글|말)|맺으며|마치며|나가며|마무리하며|^마무리$",
        re.IGNORECASE,
    ),
}


def sections_of(part: Part, passages: Sequence[Passage]) -> frozenset[str]:
    """The headings of the section that is `part`, one a language of `passages`, which are in order.

    It is the one that calls itself so, else the first or the last.
    """
    place = 0 if part is Part.OPENING else -1
    found = []
    for language in {passage.language for passage in passages}:
        sections = list(dict.fromkeys(p.heading_path[0] for p in passages if p.language is language))
        found.append(([section for section in sections if _HEADED[part].search(section)] or sections)[place])
    return frozenset(found)
