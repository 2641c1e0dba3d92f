"""What a question wants, read once for all that answer it."""

from dataclasses import dataclass

from bot.answering.understanding.counted import counted_in
from bot.answering.understanding.expectations import Expected, expected, gives, sets_side_by_side, takes_for_granted
from bot.answering.understanding.parts import part_named
from bot.answering.understanding.units_asked import units_asked_for
from bot.answering.understanding.yes_or_no import asks_yes_or_no
from index.part import Part


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `question` wants: a thing of one `kind`, a figure in one of `units` where it names any, or of `counted`.

    Whether `yes_or_no` answers it, whether it sets things `side_by_side`, whether it `presumes` what it asks the
    reasons or the extent of, and the `part` of the article it asks to look into, None for all of it.
    """

    question: str
    kind: Expected
    units: frozenset[str]
    counted: frozenset[str]
    yes_or_no: bool
    side_by_side: bool
    presumes: bool
    part: Part | None

    def is_given_by(self, text: str) -> bool:
        """Whether `text` contains a thing of that kind, which does not stand in the question already."""
        return gives(text, self.kind, self.question, self.units)


def wanted_by(question: str) -> Wanted:
    """What `question` wants, which stands on its own."""
    return Wanted(
        question,
        expected(question),
        units_asked_for(question),
        counted_in(question),
        asks_yes_or_no(question),
        sets_side_by_side(question),
        takes_for_granted(question),
        part_named(question),
    )
