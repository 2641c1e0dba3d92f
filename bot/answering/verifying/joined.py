"""Sentences that put together what several lines say of several things."""

import re
from collections.abc import Sequence

from bot.answering.content_words import content_units
from bot.answering.sentences import is_sentence
from index.lexical import words

# Each part may be told by a line of its own: "It was built by Kiriyan, cost 180 million won and counts seeds."
_PART_END = re.compile(
    r"[,;:](?!\d)|\b(?:and|but|while|whereas)\b|(?<=[가-힣])(?:고|며|지만|는데)(?=[\s,])", re.IGNORECASE
)
# A word of another line says no more than "the bank" for it; several are what that line is about, or what it says.
_MIN_SHARE = 0.75
_DIGIT = re.compile(r"\d")


def joins_sentences(sentence: str, headings: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether no one of `lines` tells what a part of `sentence` says: some of it is told by one, the rest by others.

    The line that tells it has what it begins with, too, where any line has. Only of lines that are sentences: phrases
    of a list are all said of what stands above them.
    """
    if not all(map(is_sentence, lines)):
        return False
    everywhere = content_units(" . ".join(headings))
    told = [content_units(line) | everywhere for line in lines]
    subject = _first_word(sentence)
    about = [line for line in told if subject <= line] or told
    first, *further = (sentence, *_PART_END.split(sentence))
    return not (_is_told(first, about) or (_is_told(further[0], about) and all(_is_told(one, told) for one in further)))


def _is_told(part: str, told: Sequence[frozenset[str]]) -> bool:
    said = content_units(part)
    return not said or max((len(said & line) for line in told), default=0) >= _MIN_SHARE * len(said)


def _first_word(sentence: str) -> frozenset[str]:
    """The units of what `sentence` begins with, figures aside."""
    found = (word.terms for token in sentence.split() if not _DIGIT.search(token) for word in words(token))
    return frozenset(next(found, ()))
