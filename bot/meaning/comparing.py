"""How near two questions are in meaning."""

from dataclasses import astuple, dataclass
from math import exp

from bot.meaning.aspects import Aspects
from bot.meaning.question import ComparableQuestion
from bot.meaning.words import shared_words
from config.language import Language

# Taken off the cosine where two questions of one language ask about the same things only in part, or where nobody knows
# what they ask about. Measured: see docs/measurements.md.
_PARTLY_SAME_PENALTY = 0.15
_UNKNOWN_PENALTY = 0.25


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two questions in different languages that may be the same agree: what is weighed, or the weight of each.

    `aspects` is the share of what either asks about that both do, `other_aspects` how many things only one asks about.
    `leaning` is 1 where only one leans some way, `names` 1 where they share names.
    """

    cosine: float
    aspects: float
    other_aspects: float
    leaning: float
    names: float
    words_found: float
    words_missing: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic regression over `Agreement`."""

    bias: float
    weights: Agreement

    def nearness(self, agreement: Agreement) -> float:
        """From 0 to 1."""
        weighed = zip(astuple(self.weights), astuple(agreement), strict=True)
        return 1 / (1 + exp(-self.bias - sum(weight * value for weight, value in weighed)))


# Fitted by `python -m tests.bot.meaning.fitting`, which prints them; see docs/measurements.md.
ACROSS_LANGUAGES = Weighing(
    bias=-2.17,
    weights=Agreement(
        cosine=3.59,
        aspects=0.73,
        other_aspects=-0.27,
        leaning=-0.14,
        names=-0.81,
        words_found=0.54,
        words_missing=-1.58,
    ),
)


def nearness(one: ComparableQuestion, other: ComparableQuestion, aspects: Aspects) -> float:
    """How near two questions are, from 0 to 1; 0 where they cannot be the same (`may_be_same`)."""
    if one.text.casefold() == other.text.casefold():
        return 1.0
    if not may_be_same(one, other, aspects):
        return 0.0
    if one.language is other.language:
        return max(0.0, min(1.0, float(one.direction() @ other.direction()) - _penalty(one, other)))
    return ACROSS_LANGUAGES.nearness(agreement(one, other))


def _penalty(one: ComparableQuestion, other: ComparableQuestion) -> float:
    if not one.aspects & other.aspects:
        return _UNKNOWN_PENALTY
    return 0.0 if one.aspects == other.aspects else _PARTLY_SAME_PENALTY


def may_be_same(one: ComparableQuestion, other: ComparableQuestion, aspects: Aspects) -> bool:
    """Whether nothing that must agree between two wordings of one question differs.

    That are names, figures, a negation, opposite leanings and what excludes another. Within a language, where words
    are read alike, all leanings must agree, and something of what both ask about.
    """
    return (
        one.names == other.names
        and _other_names_agree(one, other)
        and _figures_agree(one, other)
        and _figures_agree(other, one)
        and one.negated == other.negated
        and not aspects.oppose(one.sides, other.sides)
        and not aspects.exclude(one.aspects, other.aspects)
        and (one.language is not other.language or _read_alike(one, other))
    )


def agreement(one: ComparableQuestion, other: ComparableQuestion) -> Agreement:
    """How far two questions in different languages agree."""
    either = one.aspects | other.aspects
    both = one.aspects & other.aspects
    words = shared_words(one.words, other.words)
    return Agreement(
        cosine=float(one.direction() @ other.direction()),
        aspects=len(both) / max(1, len(either)),
        other_aspects=len(either - both),
        leaning=one.sides != other.sides,
        names=bool(one.names),
        words_found=words.found,
        words_missing=words.missing,
    )


def _read_alike(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    asks_elsewhere = one.aspects and other.aspects and not one.aspects & other.aspects
    return one.sides == other.sides and not asks_elsewhere


def _other_names_agree(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    """A name the glossary does not know may stand in Hangul in a Korean question, where nothing tells it is one.

    One with a figure (H300) stands in Latin letters in both.
    """
    if one.language is other.language:
        return one.other_names == other.other_names
    korean, english = (one, other) if one.language is Language.KOREAN else (other, one)
    unseen = english.other_names - korean.other_names
    return korean.other_names <= english.other_names and not any(any(map(str.isdigit, name)) for name in unseen)


def _figures_agree(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    return all(
        figure.value in other.spelled or any(figure.matches(known) for known in other.figures) for figure in one.figures
    )
