"""Who does it and to whom: whether a sentence has two of a line change places."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.content_words import content_units
from bot.answering.sentences import sentences

_PREPOSITION = re.compile(r"\b(?:from|to|by|with|for|against|after|before|over|under)\b", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[,;:.!?](?!\d)|\b(?:in|on|at|of|and|or|as|since|because|who|which|that|when|for|from|to|by)\b"
)
# So many words behind a preposition are whom it means.
_MOST_WORDS = 3
_DOER = r"이|가|은|는"
_PARTICLE = re.compile(
    rf"(?<![가-힣A-Za-z\d])(?P<stem>[가-힣A-Za-z\d]{{2,}}?)"
    rf"(?:(?P<doer>{_DOER})|(?P<other>에게서|에게|한테서|한테|로부터|을|를))(?=[\s,.!?]|$)"
)


def changes_places(sentence: str, lines: Sequence[str]) -> bool:
    """Whether `sentence` has the one that one of `lines` has as doer in the place of the other, and the other as doer.

    The place is told by its preposition or particle, so that what a passive turns around is left alone.
    """
    told = [text for line in lines for text in sentences(line)]
    own = set(_pairs(sentence))
    known = {pair for text in told for pair in _pairs(text)}
    turned = any((other, place, doer) in known for doer, place, other in own if (doer, place, other) not in known)
    return turned or any(_is_turned_in_english(sentence, text) for text in told)


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Each doer of a Korean `text`, with the particle of each other and that other."""
    found = list(_PARTICLE.finditer(text))
    doers = [match["stem"] for match in found if match["doer"]]
    for match in found:
        if match["other"]:
            yield from ((doer, match["other"], match["stem"]) for doer in doers)


def _is_turned_in_english(sentence: str, line: str) -> bool:
    for preposition, before, behind in _phrases(sentence):
        for known, known_before, known_behind in _phrases(line):
            apart = known == preposition and behind.isdisjoint(known_behind)
            if apart and behind <= known_before and known_behind <= before:
                return True
    return False


def _phrases(text: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Each preposition of `text`, the units before it and those of what it stands with; where it stands with any."""
    for match in _PREPOSITION.finditer(text):
        phrase = _PHRASE_END.split(text[match.end() :], maxsplit=1)[0]
        behind = content_units(" ".join(phrase.split()[:_MOST_WORDS]))
        if behind:
            yield match[0].casefold(), content_units(text[: match.start()]), behind
