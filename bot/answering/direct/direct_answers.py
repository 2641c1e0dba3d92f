"""What is answered by the article as it stands, without search and model."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.announcements import Announcements
from bot.answering.direct.numbered import NumberedSections, section_number
from bot.answering.direct.overview import asks_for_overview, first_passages, overview
from bot.answering.direct.sections import Sections
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.makers import Makers
from bot.answering.understanding.understood import Understood
from bot.answering.writing.composing import Composed, quoted
from index.passage import Hit, Passage


@dataclass(frozen=True, slots=True)
class DirectAnswer:
    """What is said, and the hits it rests on, of which the first is cited."""

    said: Composed
    hits: tuple[Hit, ...]


class DirectAnswers:
    """Knows what the article and its sections are about, what its abbreviations stand for, and who made what.

    Safe to share.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        announcements: Announcements,
        abbreviations: Abbreviations,
        makers: Makers,
    ) -> None:
        self._passages = passages
        self._announcements = announcements
        self._abbreviations = abbreviations
        self._makers = makers
        self._sections = Sections(passages, announcements)
        self._numbered = NumberedSections(passages, announcements)

    def find(self, question: Understood) -> DirectAnswer | None:
        """The answer to `question`; None where it asks for something else, or no line says it."""
        if number := section_number(question.asked):
            section = self._numbered.numbered(number, question)
        elif asks_for_overview(question):
            firsts = first_passages(self._passages, question.language)
            hits = tuple(map(self._announcements.hit, firsts))
            return DirectAnswer(overview(hits, question.language), hits)
        else:
            section = self._sections.asked_about(question)
        if section is not None:
            return DirectAnswer(self._sections.told(section, question.language), section.hits)
        found = self._abbreviations.line(question) or self._makers.line(question)
        if found is None:
            return None
        passage, line = found
        hit = self._announcements.hit(passage)
        return DirectAnswer(quoted(hit, line, question.language), (hit,))
