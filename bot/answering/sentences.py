"""Sentences and lines: where one ends, and what kind it is."""

import re

_SENTENCE = re.compile(r"(?<=[.!?。])\s+(?=\S)|\n+")
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)]*$")
_OPEN_END = re.compile(r"[:：]$")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, trimmed; a point within a number ends none."""
    return tuple(sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip())


def is_lead_in(line: str) -> bool:
    """Whether `line` only announces what follows it ("… for:")."""
    return _OPEN_END.search(line.strip()) is not None


def is_sentence(line: str) -> bool:
    """Whether `line` is a whole sentence, not a bare phrase of a list: the model words phrases badly."""
    return _SENTENCE_END.search(line.strip()) is not None
