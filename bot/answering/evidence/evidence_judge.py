"""Whether the passages found can carry an answer, before a word is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.answer import Reason
from bot.answering.content_words import content_units
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.asked_words import units_of
from bot.answering.evidence.attributes import FigureAttributes
from bot.answering.evidence.given import given_in
from bot.answering.evidence.leads import asked_units
from bot.answering.evidence.makers import Makers
from bot.answering.evidence.premises import PremiseJudge
from bot.answering.evidence.question_figures import (
    attached_name,
    doubtful_figures,
    is_large_number,
    is_small_count,
    nearest_name,
    offers,
)
from bot.answering.evidence.told_elsewhere import TellsOfOthers, ToldElsewhere
from bot.answering.names.loose_figures import with_capital_units
from bot.answering.names.names import may_be_repeated
from bot.answering.names.subjects import SubjectIndex
from bot.answering.understanding.about_the_asker import asked_of_the_article
from bot.answering.understanding.understood import Understood
from bot.answering.understanding.wanted import Wanted
from corpus.figures import Figure, figures
from corpus.glossary import Glossary
from corpus.numerals import spelled_numbers
from index.passage import Hit, Passage

# A question without markup. Of any other message a refusal repeats nothing: it may be there for the reply to say it.
_PLAIN = re.compile(r"[^<>{}\[\]|`]*")

# As far behind the first, a passage that gives the figure asked for is read before one that gives none.
_NEAR = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """The hits an answer may use, best first, or the reason why there is none.

    `unknown` is what the article lacks, as far as a refusal may repeat it: names, or figures (of `subject`, where
    the article gives them for others). `contrary` are lines of the first hit, its lead among them, that say otherwise.
    `elsewhere` is set where the article tells what is asked of something else alone, as far as its words show.
    """

    hits: tuple[Hit, ...]
    reason: Reason | None
    unknown: tuple[str, ...] = ()
    subject: str = ""
    contrary: tuple[str, ...] = ()
    elsewhere: ToldElsewhere | None = None


class EvidenceJudge:
    """Holds a question against what the article as a whole and the passages found speak of."""

    def __init__(
        self,
        passages: Sequence[Passage],
        subjects: SubjectIndex,
        glossary: Glossary,
        *,
        premises: PremiseJudge,
        abbreviations: Abbreviations,
        makers: Makers,
        others: TellsOfOthers,
    ) -> None:
        self._others = others
        self._abbreviations = abbreviations
        self._makers = makers
        self._subjects = subjects
        self._glossary = glossary
        self._premises = premises
        self._attributes = FigureAttributes(passages)
        self._passages = {passage.passage_id: passage for passage in passages}
        self._units = units_of(passages)
        self._figures = tuple(
            (passage, figures(text), spelled_numbers(text))
            for passage in passages
            for text in (" . ".join((*passage.heading_path, *passage.lines)),)
        )

    def judge(self, question: Understood, hits: Sequence[Hit]) -> Evidence:
        """The evidence for `question` among `hits`.

        There is none, and `reason` says why, where the question names something that stands nowhere in the article,
        presumes a figure the article does not give (for that name), another maker than it tells of, or the contrary of
        what the first hit says, where it wants a yes or a no on names that no passage brings together, a figure or a
        time that no passage about its names gives, or what an abbreviation stands for that none spells out.
        """
        return (
            self._unknown(question)
            or self._presumed(question)
            or self._made_by_another(question)
            or self._denied(question, hits)
            or self._not_spelled_out(question)
            or self._never_together(question)
            or self._as_found(question, hits)
        )

    def _unknown(self, question: Understood) -> Evidence | None:
        if unknown := tuple(name for name in question.names if name not in self._subjects):
            return Evidence((), Reason.UNKNOWN_NAME, self._repeated(unknown, question.typed))
        unfamiliar = self._subjects.unfamiliar(asked_of_the_article(question.text, question.names))
        if not all(map(self._subjects.has_anywhere, unfamiliar)):
            return Evidence((), Reason.UNKNOWN_NAME)
        return None

    def _presumed(self, question: Understood) -> Evidence | None:
        asked = doubtful_figures(question)
        if presumed := tuple(figure.text for figure in asked if not self._stating(figure)):
            repeated = _typed(presumed, question.typed) if _PLAIN.fullmatch(question.typed) else ()
            return Evidence((), Reason.FALSE_PREMISE, repeated)
        for figure in asked:
            if name := self._misplaced(figure, with_capital_units(question.text), question.names):
                repeated = _typed((figure.text,), question.typed)
                return Evidence((), Reason.FALSE_PREMISE, repeated, self._glossary.as_typed(name, question.typed))
        capital = replace(question, text=with_capital_units(question.text))
        contrary = self._attributes.contrary(capital, asked)
        return self._otherwise(contrary.passage, contrary.line) if contrary else None

    def _made_by_another(self, question: Understood) -> Evidence | None:
        found = self._makers.contrary(question)
        return self._otherwise(*found) if found else None

    def _otherwise(self, passage: Passage, line: str) -> Evidence:
        """That `line` of `passage` says the contrary."""
        hit = Hit(passage, self._passages.get(passage.twin_id or ""), 1.0, None, None)
        return Evidence((hit,), Reason.FALSE_PREMISE, contrary=(line,))

    def _misplaced(self, figure: Figure, text: str, names: Sequence[str]) -> str:
        """The name that `text` gives `figure` to and the article does not, empty where that cannot be told."""
        if len(names) > 1 and offers(text):
            return ""
        bearing = {
            name
            for name in names
            if any(self._subjects.passage_speaks_of(passage, name) for passage in self._stating(figure))
        }
        if not bearing:
            return nearest_name(figure, text, names)
        attached = attached_name(figure, text, names)
        return "" if attached in bearing else attached

    def _denied(self, question: Understood, hits: Sequence[Hit]) -> Evidence | None:
        if not hits:
            return None
        side = hits[0].side(question.language)
        contrary = self._premises.contrary(question, (side.lead, *side.lines) if side.lead else side.lines)
        return Evidence((), Reason.FALSE_PREMISE, contrary=contrary) if contrary else None

    def _not_spelled_out(self, question: Understood) -> Evidence | None:
        if self._abbreviations.asked_in(question) is None or self._abbreviations.line(question) is not None:
            return None
        return Evidence((), Reason.NOT_STATED)

    def _never_together(self, question: Understood) -> Evidence | None:
        apart = self._others.never_together(question)
        return Evidence((), Reason.NOT_STATED, elsewhere=self._as_typed(apart, question)) if apart else None

    def _as_found(self, question: Understood, hits: Sequence[Hit]) -> Evidence:
        found = self._without_the_kind(question, hits) or Evidence(self._with_the_kind_first(question, hits), None)
        elsewhere = self._others.of_another(question)
        return replace(found, elsewhere=self._as_typed(elsewhere, question)) if elsewhere else found

    def _as_typed(self, elsewhere: ToldElsewhere, question: Understood) -> ToldElsewhere:
        return replace(elsewhere, name=self._glossary.as_typed(elsewhere.name, question.typed))

    def _without_the_kind(self, question: Understood, hits: Sequence[Hit]) -> Evidence | None:
        given = any(self._gives(hit, question.wanted) for hit in self._about(question, hits) or hits)
        return None if given else Evidence((), Reason.NOT_STATED)

    def _gives(self, hit: Hit, wanted: Wanted) -> bool:
        """Whether `hit` gives a thing of the kind wanted, and not the number of something else.

        That is so where the article has the word for what is counted, and only elsewhere.
        """
        if not given_in(hit.passage, wanted):
            return False
        return not wanted.counted & self._units or bool(wanted.counted & units_of(hit.sides))

    def _with_the_kind_first(self, question: Understood, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """`hits`; where the first gives no figure or time as asked for, the next near one that does stands before it.

        As asked for is one beside a word of the question: of "how many tokens" that of "128K token context".
        """
        if not hits or self._gives(hits[0], question.wanted):
            return tuple(hits)
        asked = asked_units(question)
        near = [hit for hit in self._about(question, hits) if hits[0].score - hit.score <= _NEAR]
        giving = (
            hit
            for hit in near
            for text in given_in(hit.side(question.language), question.wanted)
            if content_units(text) & asked
        )
        first = next(giving, hits[0])
        return (first, *(hit for hit in hits if hit is not first))

    def _about(self, question: Understood, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        return tuple(hit for hit in hits if all(self._subjects.speaks_of(hit, name) for name in question.names))

    def _repeated(self, names: Sequence[str], typed: str) -> tuple[str, ...]:
        """Of `names`, those a refusal may repeat, in the asker's spelling."""
        if not _PLAIN.fullmatch(typed):
            return ()
        return tuple(self._glossary.as_typed(name, typed) for name in names if may_be_repeated(name, self._glossary))

    def _stating(self, figure: Figure) -> list[Passage]:
        """The passages that give `figure`, a small count or a large number also in words."""
        in_words = is_small_count(figure) or is_large_number(figure)
        return [
            passage
            for passage, known, spelled in self._figures
            if any(map(figure.matches, known)) or (in_words and figure.value in spelled)
        ]


def _typed(figures_in_digits: Sequence[str], typed: str) -> tuple[str, ...]:
    """Those that somebody typed so, and not in words: of "만 장" no 10,000 is told."""
    squeezed = "".join(typed.split()).casefold()
    return tuple(figure for figure in figures_in_digits if "".join(figure.split()).casefold() in squeezed)
