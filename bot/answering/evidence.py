"""Whether the passages found can carry an answer, before a word is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answer import Reason
from bot.answering.expectations import expected, gives
from bot.answering.names import SubjectIndex, may_be_repeated
from bot.answering.understanding import Understood
from corpus.figures import figures
from corpus.glossary import Glossary
from index.passage import Hit, Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """The hits an answer may use, best first, or the reason why there is none.

    `unknown` is what the article lacks, as far as a refusal may repeat it.
    """

    hits: tuple[Hit, ...]
    reason: Reason | None
    unknown: tuple[str, ...] = ()


class EvidenceJudge:
    """Holds a question against what the article as a whole and the passages found speak of."""

    def __init__(self, passages: Sequence[Passage], subjects: SubjectIndex, glossary: Glossary) -> None:
        self._subjects = subjects
        self._glossary = glossary
        self._figures = tuple(
            figure
            for passage in passages
            for line in (*passage.heading_path, *passage.lines)
            for figure in figures(line)
        )

    def judge(self, question: Understood, hits: Sequence[Hit]) -> Evidence:
        """The evidence for `question` among `hits`.

        None where the question names something, or presumes a figure, that stands nowhere in the article, or
        where it asks for a figure or a time and no passage about its names gives one.
        """
        if unknown := tuple(name for name in question.names if name not in self._subjects):
            return Evidence((), Reason.UNKNOWN_NAME, tuple(name for name in unknown if self._may_be_repeated(name)))
        if presumed := self._unknown_figures(question.text):
            return Evidence((), Reason.FALSE_PREMISE, presumed)
        about = tuple(hit for hit in hits if all(self._subjects.speaks_of(hit, name) for name in question.names))
        kind = expected(question.text)
        if not any(
            gives(line, kind) for hit in about or hits for line in (*hit.passage.heading_path[-1:], *hit.passage.lines)
        ):
            return Evidence((), Reason.NOT_STATED)
        return Evidence(tuple(hits), None)

    def _may_be_repeated(self, name: str) -> bool:
        return may_be_repeated(name, self._glossary)

    def _unknown_figures(self, text: str) -> tuple[str, ...]:
        return tuple(
            figure.text for figure in figures(text) if not any(figure.matches(known) for known in self._figures)
        )


def _own_text(passage: Passage) -> str:
    return " . ".join((*passage.heading_path[-1:], *passage.lines))
