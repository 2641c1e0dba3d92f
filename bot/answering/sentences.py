"""Sentences and lines: where one ends, and what kind it is."""

import re

# Pier No. 5, and "No. 5 is old"; but "No. 41 m is the height" is the answer no.
_NUMBERED = r"(?<!\w\sNo\.(?=\s\d))(?<!^No\.(?=\s\d{1,9}\s(?:can|did|does|had|has|is|was|will)\b))"
_SENTENCE = re.compile(rf"(?<=[.!?。]){_NUMBERED}\s+(?=\S)|\n+")
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)]*$")
_COLON_END = re.compile(r"[:：]$")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, trimmed; a point within a number ends none."""
    return tuple(sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip())


def ends_in_colon(line: str) -> bool:
    """Whether `line` ends in a colon ("… for:"), and so tells little without what follows it."""
    return _COLON_END.search(line.strip()) is not None


def is_sentence(line: str) -> bool:
    """Whether `line` is a whole sentence, not a bare phrase of a list: the model words phrases badly."""
    return _SENTENCE_END.search(line.strip()) is not None
