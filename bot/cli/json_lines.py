"""The JSON that scripts read: answers, hits and errors as plain objects."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering.answer import Answer, Citation
from config.errors import HaetaeError, QuestionError
from config.language import Language
from index.passage import Hit

Line = TypeVar("Line", bound=BaseModel)


class BatchLine(BaseModel):
    """One line of a batch. Lines that share a `conversation` are its turns, in order."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int
    question: str
    language: Language | None = None
    conversation: str | int | None = None


class SearchLine(BaseModel):
    """One line of a search batch."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str | int
    question: str


def read_line(model: type[Line], line: str) -> Line:
    """`line` as `model`. Raises QuestionError, naming the field, where it is none, or has bytes that are no UTF-8.

    Those are given as `surrogateescape` decodes them.
    """
    try:
        return model.model_validate_json(line.encode(errors="surrogateescape").decode())
    except UnicodeDecodeError as error:
        raise QuestionError("cli.bad_line", field="UTF-8", problem=error.reason) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "JSON"
        raise QuestionError("cli.bad_line", field=field, problem=first["msg"]) from error


def answer_json(answer: Answer) -> dict[str, Any]:
    """An answer as `haetae ask --json` prints it."""
    return {
        "question": answer.question,
        "language": answer.language,
        "answer": answer.text,
        "refused": answer.refused,
        "reason": answer.reason,
        "citations": [_citation_json(citation) for citation in answer.citations],
        "timings": {
            "retrieve_s": round(answer.timings.retrieve_s, 4),
            "first_token_s": round(answer.timings.first_token_s, 4),
            "total_s": round(answer.timings.total_s, 4),
        },
        "model": answer.model,
        "index_version": answer.index_version,
        "findings": list(answer.findings),
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as `haetae search --json` prints it."""
    return {
        "passage_id": hit.passage.passage_id,
        "heading_path": list(hit.passage.heading_path),
        "language": hit.passage.language,
        "text": hit.passage.text,
        "counterpart_text": hit.twin.text if hit.twin else None,
        "score": round(hit.score, 6),
    }


def error_json(identity: str | int | None, error: HaetaeError, language: Language) -> dict[str, Any]:
    """The object that stands in a batch's output for a line that could not be answered."""
    return {"id": identity, "error": {"code": error.key, "message": error.sentence(language)}}


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "passage_id": citation.passage.passage_id,
        "heading_path": list(citation.passage.heading_path),
        "language": citation.passage.language,
        "text": "\n".join(citation.lines),
        "quotes": list(citation.quotes),
        "counterpart_id": citation.twin.passage_id if citation.twin else None,
        "counterpart_text": "\n".join(citation.twin_lines) if citation.twin else None,
    }
