"""How near two questions are in meaning."""

from bot.meaning.aspects import Aspects
from bot.meaning.question import ComparableQuestion

# Taken off where two questions ask about the same things only in part, or where nobody knows what they ask about.
# Measured: see docs/measurements.md.
_PARTLY_SAME_PENALTY = 0.15
_UNKNOWN_PENALTY = 0.25


def nearness(one: ComparableQuestion, other: ComparableQuestion, aspects: Aspects) -> float:
    """How near two questions are, from 0 to 1; 0 where they cannot be the same.

    They cannot where names, figures, a negation or the way they lean differ, or where they ask about different things.
    """
    if one.text.casefold() == other.text.casefold():
        return 1.0
    if not _may_be_same(one, other) or aspects.exclude(one.aspects, other.aspects):
        return 0.0
    return max(0.0, min(1.0, float(one.vector @ other.vector) - _penalty(one, other)))


def _penalty(one: ComparableQuestion, other: ComparableQuestion) -> float:
    if not one.aspects & other.aspects:
        return _UNKNOWN_PENALTY
    return 0.0 if one.aspects == other.aspects else _PARTLY_SAME_PENALTY


def _may_be_same(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    return (
        one.names == other.names
        and _other_names_agree(one, other)
        and _figures_agree(one, other)
        and _figures_agree(other, one)
        and one.negated == other.negated
        and one.sides == other.sides
    )


def _other_names_agree(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    """A name the glossary does not know may stand in Hangul in a Korean question, where nothing tells it is one."""
    if one.language is not other.language and not (one.other_names and other.other_names):
        return True
    return one.other_names == other.other_names


def _figures_agree(one: ComparableQuestion, other: ComparableQuestion) -> bool:
    return all(
        figure.value in other.spelled or any(figure.matches(known) for known in other.figures) for figure in one.figures
    )
