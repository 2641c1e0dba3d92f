"""Cases and records for the tests of judging and of the evaluation."""

from bot.answering.answer import Reason
from bot.judging.questions import Case, Outcome, SetName, Split
from bot.judging.records import CitedPassage, Record
from config.language import Language
from index.passage import Passage


def case(
    name: str = "active",
    language: Language = Language.ENGLISH,
    *,
    question: str = "How many parameters are active?",
    outcome: Outcome = Outcome.ANSWER,
    set_name: SetName = SetName.ANSWERABLE,
    **fields: object,
) -> Case:
    """A case with whatever matters to a test."""
    rest: dict[str, object] = {"expected": (("41B",),), "positions": (("4.1.1.1",),)} | fields
    if outcome is not Outcome.ANSWER:
        rest = fields
    return Case(
        id=f"{name}-{language}",
        set_name=set_name,
        language=language,
        split=Split.DEV,
        kind="number",
        outcome=outcome,
        question=question,
        **rest,  # type: ignore[arg-type]
    )


def passage(passage_id: str, text: str) -> Passage:
    """A passage without a twin."""
    language = Language(passage_id[:2])
    return Passage(passage_id, language, "Title", ("Section", "Heading"), (text,), None)


def cited(passage_id: str, text: str, twin_text: str = "") -> CitedPassage:
    """A kept citation."""
    return CitedPassage(
        passage_id=passage_id,
        heading_path=("Section", "Heading"),
        language=Language(passage_id[:2]),
        text=text,
        twin_text=twin_text,
        quotes=(),
    )


def record(text: str = "", *, refused: bool = False, reason: Reason | None = None, **fields: object) -> Record:
    """A kept reply."""
    why = reason or (Reason.NOT_STATED if refused else Reason.ANSWERED)
    values: dict[str, object] = {"case_id": "active-en", "question": "?", "first_text_s": 1.0, "total_s": 2.0} | fields
    return Record.model_validate(values | {"text": text, "refused": refused, "reason": why})
