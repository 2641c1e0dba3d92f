"""Which of the passages that search found the model reads: each costs seconds."""

from collections.abc import Sequence

from bot.answering.content_words import content_units
from bot.answering.names.subjects import SubjectIndex
from bot.answering.understanding.understood import Understood
from corpus.figures import figures
from index.passage import Hit, Passage


def passages_to_read(question: Understood, hits: Sequence[Hit], subjects: SubjectIndex) -> tuple[Hit, ...]:
    """The first of `hits`, and further ones for names of `question` it is not about.

    Those beside the first, under the same heading, as well where `question` sets things side by side that the first
    does not have all.
    """
    first, *others = hits
    read, left = [first], _unmentioned(question.names, first, subjects)
    for hit in others:
        still = _unmentioned(left, hit, subjects)
        beside = (
            question.wanted.side_by_side and _stand_beside(first.passage, hit.passage) and _adds(question, first, hit)
        )
        if len(still) < len(left) or beside:
            read.append(hit)
            left = still
    return tuple(read)


def _unmentioned(names: Sequence[str], hit: Hit, subjects: SubjectIndex) -> tuple[str, ...]:
    return tuple(name for name in names if not subjects.is_about(hit, name))


def _stand_beside(one: Passage, other: Passage) -> bool:
    """Whether both stand right under the same heading."""
    return one.heading_path[:-1] == other.heading_path[:-1] and one.heading_path != other.heading_path


def _adds(question: Understood, first: Hit, hit: Hit) -> bool:
    """Whether `hit` has a word of `question`, or a figure, that `first` has not: in its own heading and lines."""
    told, more = _text(first), _text(hit)
    words = content_units(question.text) & content_units(more) - content_units(told)
    return bool(words or set(figures(more)) - set(figures(told)))


def _text(hit: Hit) -> str:
    return " . ".join(text for side in hit.sides for text in (side.heading_path[-1], *side.lines))
