"""What Haetae replied to a question, in the form that is judged and can be kept."""

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.answering.answer import Answer, Citation
from config.errors import HaetaeError, QuestionError
from config.language import Language


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CitedPassage(_Kept):
    """A passage an answer cites, the lines that carry the claim and the text of its twin (empty without one)."""

    passage_id: str
    heading_path: tuple[str, ...]
    language: Language
    text: str
    twin_text: str
    quotes: tuple[str, ...]

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """The kept form of `citation`."""
        return cls(
            passage_id=citation.passage.passage_id,
            heading_path=citation.passage.heading_path,
            language=citation.passage.language,
            text="\n".join(citation.lines),
            twin_text="\n".join(citation.twin_lines),
            quotes=citation.quotes,
        )


class Failure(_Kept):
    """The error a question ended in. `rejected`: the question itself was turned down with a sentence."""

    sentence: str
    rejected: bool


class Record(_Kept):
    """The reply to one case.

    `found` are the ids of the passages retrieved, best first; `sources` are texts retrieved that are no passages of
    ours. Seconds are measured from asking: until the nearest passage is shown (None where none is), until the first
    text, until the end; all None where the question ended in an error.
    """

    case_id: str
    question: str
    text: str = ""
    refused: bool = False
    reason: str = ""
    citations: tuple[CitedPassage, ...] = ()
    found: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first_passage_s: float | None = None
    first_text_s: float | None = None
    total_s: float | None = None
    error: Failure | None = None

    @property
    def cited_positions(self) -> tuple[str, ...]:
        """The group position of each citation."""
        return tuple(_position(cited.passage_id) for cited in self.citations)

    @property
    def nearest_position(self) -> str:
        """The group position of the passage found first; empty where none was."""
        return _position(self.found[0]) if self.found else ""

    @classmethod
    def of(
        cls,
        case_id: str,
        question: str,
        answer: Answer,
        found: Iterable[str],
        *,
        first_text_s: float,
        total_s: float,
        first_passage_s: float | None = None,
    ) -> Self:
        """The kept form of `answer`."""
        return cls(
            case_id=case_id,
            question=question,
            text=answer.text,
            refused=answer.refused,
            reason=answer.reason,
            citations=tuple(CitedPassage.of(citation) for citation in answer.citations),
            found=tuple(found),
            findings=answer.findings,
            first_passage_s=first_passage_s,
            first_text_s=first_text_s,
            total_s=total_s,
        )

    @classmethod
    def of_error(cls, case_id: str, question: str, error: HaetaeError) -> Self:
        """The kept form of a question that ended in `error`."""
        failure = Failure(sentence=error.sentence(Language.ENGLISH), rejected=isinstance(error, QuestionError))
        return cls(case_id=case_id, question=question, error=failure)


def _position(passage_id: str) -> str:
    return passage_id.partition(":")[2].partition("/")[0]
