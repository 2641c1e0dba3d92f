"""The words of a text that say something, so read that texts compare."""

import re

from bot.answering.yes_and_no import split_yes_or_no
from corpus.figures import Figure, around
from index.lexical import Word, words

# What carries no content of its own.
_FRAME = re.compile(
    r"(?:(?:습|입|합|됩)니다|(?:있|없|했|됐|하였|되었)습니다|이며|이고|하며|하고|있으며|있고|있는|하는|되는"
    r"|위해|통해|대한|대해|으로|에서|에게|까지|부터)(?![가-힣])"
)


def content_words(text: str) -> tuple[Word, ...]:
    """The words of `text` as search reads them, without endings, yes and no."""
    _, said = split_yes_or_no(text)
    return tuple(words(_FRAME.sub(" ", said)))


def content_units(text: str) -> frozenset[str]:
    """What `text` says, in comparable units: the terms that search knows its content words by."""
    return frozenset(term for word in content_words(text) for term in word.terms)


def words_beside(figure: Figure, text: str, most: int) -> tuple[str, ...]:
    """The `most` words before and after `figure` in `text`, as they are written."""
    before, behind = around(figure, text) or ("", "")
    return (*before.split()[-most:], *behind.split()[:most])
