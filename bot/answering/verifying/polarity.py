"""Small words that turn a sentence around (not, only, more), and whether the lines it rests on have them.

Counting shared words does not see them: a sentence and its contrary share nearly all of theirs.
"""

import re
from collections.abc import Sequence

from bot.answering.content_words import content_units
from bot.answering.denials import clauses, denied_words, holds_most, is_negated
from index.hangul import syllables_ending_in

_LISTED = """
    after all always any before both each either every few half less many more most much never none only same some still
    too twice
"""
_DECISIVE = frozenset(_LISTED.split())
_DEGREES = frozenset({"more", "less", "most", "few", "many", "더", "덜"})
_WITH_RIEUL = syllables_ending_in("ㄹ")
# What is asked within a sentence: after whether, before 받을지.
_OPEN = re.compile(
    rf"\bwhether\b(?P<after>.*)|(?P<before>.*[{_WITH_RIEUL}])지(?:[는도를에]|에 대해)?(?=\s)", re.IGNORECASE
)
_JOINED = re.compile(r"(?<=[가-힣])(?:고|며|지만|는데)\s")
_DECIDED = re.compile(
    r"\b(?:un)?(?:decid|settle|open\b|disput|debat)|정하|정해|정한|정합|정할|결정|논의|갈[리립린]|여부", re.IGNORECASE
)
_ENGLISH_WORD = re.compile(r"[a-z]+")
_KOREAN_DECISIVE = re.compile(
    r"(?<![가-힣])(?:더|덜|안|못|꼭|다시|아직|이미|각각|모두)(?=\s)|[가-힣A-Za-z\d](만|조차|마저|밖에)(?![가-힣])"
)


def turned(sentence: str, lines: Sequence[str]) -> str | None:
    """How `sentence` turns around what `lines` say, None where it does not.

    It denies what none of their clauses about it denies, states what all of these deny, or says more, all or only
    where none of the lines does.
    """
    said, denies = content_units(sentence), is_negated(sentence)
    alike = [clause for line in lines for clause in clauses(line) if holds_most(clause, said)]
    if (alike or denies) and not any(is_negated(clause) is denies for clause in alike):
        return "denies" if denies else "leaves out a denial"
    if _states_what_is_denied(sentence, said, alike):
        return "leaves out a denial"
    if _states_what_is_open(sentence, said, alike):
        return "leaves open"
    text = " . ".join(lines)
    foreign = _decisive(sentence) - _decisive(text)
    return ", ".join(sorted(foreign)) or None


def _states_what_is_denied(sentence: str, said: frozenset[str], alike: Sequence[str]) -> bool:
    """Whether a word of `sentence` is denied by each of the `alike` clauses that have it, and not by `sentence`.

    It may deny another: who is *not* yet seven may enter, where who is not may not.
    """
    denied = {clause: content_units(" ".join(denied_words(clause).predicates)) for clause in alike}
    own = content_units(" ".join(denied_words(sentence).predicates))
    suspected = frozenset[str]().union(*denied.values()) & said - own
    return any(all(word in denied[clause] for clause in alike if word in content_units(clause)) for word in suspected)


def _states_what_is_open(sentence: str, said: frozenset[str], alike: Sequence[str]) -> bool:
    """Whether most of what `sentence` says is what `alike` clauses ask ("whether"), where none of them states it."""
    if _OPEN.search(sentence) or _DECIDED.search(sentence):
        return False
    asking = [match for clause in alike if (match := _OPEN.search(clause))]
    if not asking or len(asking) < len(alike):
        return False
    return any(holds_most(match["after"] or _JOINED.split(match["before"])[-1], said) for match in asking)


def opposed(question: str, told: str) -> bool:
    """Whether of `question` and what is `told` one denies and the other does not, or one has more, the other less."""
    degrees = [_decisive(text) & _DEGREES for text in (question, told)]
    return is_negated(question) is not is_negated(told) or (all(degrees) and degrees[0].isdisjoint(degrees[1]))


def _decisive(text: str) -> set[str]:
    english = _DECISIVE.intersection(_ENGLISH_WORD.findall(text.casefold()))
    korean = {match[1] or match[0] for match in _KOREAN_DECISIVE.finditer(text)}
    return {*english, *korean}
