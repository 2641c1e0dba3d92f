"""How near two questions are in meaning."""

from dataclasses import astuple, dataclass
from math import exp

from bot.meaning.aspects import Aspects
from bot.meaning.question import ComparableQuestion
from bot.meaning.words import shared_words
from config.language import Language


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two questions that may be the same agree: what is weighed, or the weight of each.

    `aspects` is the share of what either asks about that both do, `other_aspects` how many things only one asks about.
    `names` is 1 where they share names, `leaning` 1 where only one leans some way. The words of one language are not
    compared: the encoder knows them.
    """

    cosine: float
    aspects: float
    other_aspects: float
    leaning: float
    names: float = 0.0
    words_found: float = 0.0
    words_missing: float = 0.0


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic regression over `Agreement`."""

    bias: float
    weights: Agreement

    def probability(self, agreement: Agreement) -> float:
        """From 0 to 1."""
        weighed = zip(astuple(self.weights), astuple(agreement), strict=True)
        return 1 / (1 + exp(-self.bias - sum(weight * value for weight, value in weighed)))


# Fitted by `python -m tests.bot.meaning.fitting`, which prints them; see docs/measurements.md.
WITHIN_A_LANGUAGE = Weighing(-4.80, Agreement(cosine=5.08, aspects=5.36, other_aspects=-0.28, leaning=-2.02))
ACROSS_LANGUAGES = Weighing(
    -5.00,
    Agreement(
        cosine=8.40,
        aspects=3.28,
        other_aspects=-1.09,
        leaning=-0.88,
        names=-2.18,
        words_found=3.44,
        words_missing=-5.41,
    ),
)


def nearness(one: ComparableQuestion, other: ComparableQuestion, aspects: Aspects) -> float:
    """How near two questions are, from 0 to 1; 0 where they cannot be the same.

    They cannot where names, figures, a negation or the way they lean differ, or where what they ask about excludes the
    other.
    """
    if one.text.casefold() == other.text.casefold():
        return 1.0
    if not may_be_same(one, other, aspects):
        return 0.0
    weighing = WITHIN_A_LANGUAGE if one.language is other.language else ACROSS_LANGUAGES
    return weighing.probability(agreement(one, other))


def may_be_same(one: ComparableQuestion, other: ComparableQuestion, aspects: Aspects) -> bool:
    """Whether nothing that must agree between two wordings of one question differs."""
    return (
        one.names == other.names
        and _other_names_agree(one, other)
        and _figures_agree(one, other)
        and _figures_agree(other, one)
        and one.negated == other.negated
        and not aspects.oppose(one.sides, other.sides)
        and not aspects.exclude(one.aspects, other.aspects)
    )


def agreement(one: ComparableQuestion, other: ComparableQuestion) -> Agreement:
    """How far two questions agree."""
    either = one.aspects | other.aspects
    both = one.aspects & other.aspects
    known = Agreement(
        cosine=float(one.vector @ other.vector),
        aspects=len(both) / max(1, len(either)),
        other_aspects=len(either - both),
        leaning=one.sides != other.sides,
    )
    if one.language is other.language:
        return known
    words = shared_words(one.words, other.words)
    return Agreement(
        known.cosine,
        known.aspects,
        known.other_aspects,
        known.leaning,
        names=bool(one.names),
        words_found=words.found,
        words_missing=words.missing,
    )


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
