"""Names typed with a slip of the pen: two letters swapped, one left out, one typed twice."""

import re
from collections.abc import Iterable, Iterator, Mapping

# Shorter words lie too near to others.
_MIN_LETTERS = 5
_WORD = re.compile(rf"(?<![A-Za-z\d])[A-Za-z]{{{_MIN_LETTERS},}}(?![A-Za-z])")


def slips_of(texts: Iterable[str]) -> Mapping[str, str]:
    """What the capitalised Latin words of `texts` become by one slip, in small letters, and the word each stands for.

    What is a word of `texts` itself, or a slip of two of them, is none. Another letter is none either: Mixtral is not
    Mistral.
    """
    words = {word for text in texts for word in _WORD.findall(text)}
    known = {word.casefold() for word in words}
    small = {word for word in words if word.islower()}
    found: dict[str, set[str]] = {}
    for word in sorted(words):
        if word.casefold() not in small:
            for slip in _slips(word.casefold()):
                found.setdefault(slip, set()).add(word)
    return {
        slip: min(meant)
        for slip, meant in found.items()
        if slip not in known and len({word.casefold() for word in meant}) == 1
    }


def without_slips(text: str, slips: Mapping[str, str]) -> str:
    """`text` with the capitalised words that are `slips` put right."""
    return _WORD.sub(lambda found: found[0] if found[0].islower() else slips.get(found[0].casefold(), found[0]), text)


def _slips(word: str) -> Iterator[str]:
    """The first letter is typed right, and the last one not left out: one Saturday, two Saturdays."""
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        yield word[: place + 1] + word[place:]
        if len(word) > _MIN_LETTERS:
            yield word[:place] + word[place + 1 :]
