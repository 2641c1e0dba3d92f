"""A question as it compares with others, and how near two of them are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from bot.meaning.words import ComparableWord
from config.language import Language
from corpus.figures import Figure
from index.encoder import Vectors

# Fewer than `bot.answering.denials` knows: one too many here parts two wordings of a question, one too few there lets a
# draft state the contrary. What is none: 밖에 없다 (only), 아니면 (or), 없어지다 (to vanish), 보안 (security).
_SURE_NEGATION = re.compile(
    r"\b(?:not|never|without|neither|nor|cannot)\b|n['’]t\b|아니(?!면)|아닙|아닌|않|못 ?[하해쓰]"
    r"|(?<!밖에 )(?<!밖에)없(?!어[지질진졌]|애)|(?<![가-힣])(?<!밖에 )안 (?=[가-힣])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class ComparableQuestion:
    """What has to agree between two wordings of one question, and the direction of its meaning.

    `names` are those of the glossary, `other_names` any others, as keys; `spelled` the numbers its words may spell.
    `direction` gives a unit vector, what its language has in common with all questions taken away; the first call
    encodes, so it is left to those questions that may be the same.
    """

    text: str
    language: Language
    names: frozenset[str]
    other_names: frozenset[str]
    figures: tuple[Figure, ...]
    spelled: frozenset[Decimal]
    aspects: frozenset[str]
    sides: frozenset[str]
    words: tuple[ComparableWord, ...] = field(repr=False)
    direction: Callable[[], Vectors] = field(repr=False)

    @property
    def negated(self) -> bool:
        """Whether it asks about what is not."""
        return _SURE_NEGATION.search(self.text) is not None
