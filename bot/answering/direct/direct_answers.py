"""What is answered by the article as it stands, without search and model."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.announcements import Announcements
from bot.answering.answer import Reason
from bot.answering.direct.numbered import Numbered, NumberedParts, numbered_part
from bot.answering.direct.overview import asks_for_overview, first_passages, overview
from bot.answering.direct.sections import Sections
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.makers import Makers
from bot.answering.understanding.understood import Understood
from bot.answering.writing.composing import Composed, quoted, refused
from bot.answering.writing.wording import Refusal
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
        self._numbered = NumberedParts(passages, announcements)

    def find(self, question: Understood) -> DirectAnswer | None:
        """The answer to `question`; None where it asks for something else, or no line says it."""
        if (named := numbered_part(question.asked)) is not None:
            return self._part(named, question)
        if asks_for_overview(question):
            firsts = first_passages(self._passages, question.language)
            hits = tuple(map(self._announcements.hit, firsts))
            return DirectAnswer(overview(hits, question.language), hits)
        if (section := self._sections.asked_about(question)) is not None:
            return DirectAnswer(self._sections.told(section, question.language), section.hits)
        found = self._abbreviations.line(question) or self._makers.line(question)
        if found is None:
            return None
        passage, line = found
        hit = self._announcements.hit(passage)
        return DirectAnswer(quoted(hit, line, question.language), (hit,))

    def _part(self, named: Numbered, question: Understood) -> DirectAnswer | None:
        """The part of that number; a refusal where there is none, as search would find the part of another."""
        if (section := self._numbered.section(named, question)) is not None:
            return DirectAnswer(self._sections.told(section, question.language), section.hits)
        if (item := self._numbered.item(named, question)) is not None:
            return DirectAnswer(quoted(item.hit, item.line, question.language), (item.hit,))
        if self._numbered.may_speak_of(named):
            return None
        return DirectAnswer(refused(Refusal(Reason.NOT_STATED, None), question.language), ())
