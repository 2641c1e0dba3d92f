"""What of a passage gives a thing of the kind that a question wants: a figure, a time."""

from bot.answering.understanding.expectations import Expected
from bot.answering.understanding.wanted import Wanted
from index.passage import Passage


def given_in(passage: Passage, wanted: Wanted) -> tuple[str, ...]:
    """The lines of `passage`, and the headings that hold for it, that give a thing of the kind that is wanted."""
    return tuple(filter(wanted.is_given_by, (*_headings(passage, wanted.kind), *passage.lines)))


def _headings(passage: Passage, kind: Expected) -> tuple[str, ...]:
    """The headings that can give a thing of `kind`: a year holds for all below it, the number of a name for none."""
    return passage.heading_path if kind is Expected.TIME else passage.heading_path[-1:]
