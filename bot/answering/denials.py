"""Which words a negation applies to.

"It is not closed" denies *closed*; "people who are not developers" denies nothing of the people it speaks of.
"""

import re
from dataclasses import dataclass

from bot.answering.content_words import content_units

_ANY_NEGATION = re.compile(
    r"\b(?:not|no|none|nothing|nobody|never|without|neither|nor|cannot|hardly|barely|scarcely)\b|n['’]t\b"
    r"|아니|아닙|아닌|않|못|없(?!이 좋)|(?<![가-힣])안(?: (?=[가-힣])|(?=되|돼|됨|된))",
    re.IGNORECASE,
)
# Words between a negation and what it governs: no longer *be* closed, not *the* same.
_BETWEEN = r"(?:(?:a|an|the|any|be|been|being|to|get|yet|so|very|really|at all|quite|ever)\s+)*"
_ENGLISH = re.compile(
    rf"(?P<others>\b(?:who|that|which|those|people|anyone)\s+(?:\w+\s+)?)?"
    rf"(?:\b(?:not|no longer|never|neither|nor|cannot)|n['’]t)\s+{_BETWEEN}(?P<word>[a-z][a-z-]*)",
    re.IGNORECASE,
)
_ENGLISH_NONE = re.compile(r"\b(?P<word>[a-z]+)\s+(?:no|hardly any|barely any)\s+(?:[a-z]+\s+)?[a-z]+", re.IGNORECASE)
# The second word of "닫힌 곳이 아니다" says as little as the "be" of "is not".
_LIGHT = r"(?:곳|것|게|건|일|점|때|편)[이은는가도]?\s+"
_RELATIVE = r"(?:아닌|않는|않은|않던|못하는|못한|못할|않을)\s"
_KOREAN = re.compile(
    rf"(?<![가-힣A-Za-z\d])(?P<word>[가-힣A-Za-z\d]+)\s+(?:{_LIGHT})?"
    rf"(?:(?P<others>{_RELATIVE})|아니|아닙|않|못하|못합|못했|없(?!이 좋))"
    r"|(?<![가-힣])(?:안|못)\s+(?P<after>[가-힣]+)"
    r"|(?<![가-힣])(?P<unable>[가-힣]+)\s수(?:가|는)?\s?없"
)
# 안되었으면 사진을 보내도 됩니다: what holds then is no part of what it takes.
_CLAUSE_END = re.compile(r"(?:(?<=[.!?,;])|(?<=[가-힣]면)(?!\s(?:안\s?)?[되돼된됩]))\s+")
_SHARE = 0.5
_MIN_UNITS = 2
_KOREAN_STEM_END = re.compile(r"(?:하지[는도]?|지[는도]?)$")


@dataclass(frozen=True, slots=True)
class Denied:
    """The words a clause denies: as its `predicates`, or of `others` ("people who are not developers")."""

    predicates: tuple[str, ...]
    others: tuple[str, ...]


def clauses(text: str) -> list[str]:
    """The clauses of `text`, as its commas, its stops and Korean conditions part them."""
    return _CLAUSE_END.split(text)


def holds_most(clause: str, units: frozenset[str]) -> bool:
    """Whether `clause` holds half of the content units of something said, and more than one."""
    return len(units & content_units(clause)) >= max(_MIN_UNITS, _SHARE * len(units))


def is_negated(text: str) -> bool:
    """Whether `text` has any negation in it."""
    return _ANY_NEGATION.search(text) is not None


def denied_words(clause: str) -> Denied:
    """What the negations of `clause` govern."""
    predicates: list[str] = [match["word"] for match in _ENGLISH_NONE.finditer(clause)]
    others: list[str] = []
    for match in (*_ENGLISH.finditer(clause), *_KOREAN.finditer(clause)):
        parts = match.groupdict()
        word = parts.get("word") or parts.get("after") or parts.get("unable") or ""
        (others if parts["others"] else predicates).append(_KOREAN_STEM_END.sub("", word))
    return Denied(tuple(filter(None, predicates)), tuple(filter(None, others)))
