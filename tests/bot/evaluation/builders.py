"""Cases, records and stand-ins for the tests of the evaluation."""

from collections.abc import Collection, Mapping, Sequence

from bot.answering.answer import Answer, Citation, Finished, PassagesFound, Reason, TextGrew, Timings
from bot.answering.question import Question
from bot.evaluation.questions import Case, Outcome, SetName, Split
from bot.evaluation.records import CitedPassage, Record
from config.errors import HaetaeError
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.fakes import FakeAnswerer, Script


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


def replying(replies: Mapping[str, str | HaetaeError]) -> FakeAnswerer:
    """Gives these replies, by question, with one passage found, one piece of text and one citation."""
    return FakeAnswerer(script_of=lambda question: _script(question, replies[question.text]))


def _script(question: Question, reply: str | HaetaeError) -> Script:
    if isinstance(reply, HaetaeError):
        return [reply]
    found = passage("en:4.1.1.1", "41B active parameters")
    final = Answer(
        question=question.text,
        language=Language.ENGLISH,
        text=reply,
        refused=False,
        reason=Reason.ANSWERED,
        citations=(Citation(1, found, None, found.lines),),
        timings=Timings(0.1, 0.2, 0.3),
        model="fake",
        index_version="1",
    )
    return [PassagesFound(Language.ENGLISH, (Hit(found, None, 1.0, 1.0, None),)), TextGrew(reply), Finished(final)]


class PositionsSearcher:
    """Finds the passages it was told to, by query and language; keeps what was searched."""

    def __init__(self, positions: Mapping[str, Sequence[str]]) -> None:
        self._positions = positions
        self.searched: list[tuple[str, tuple[Language, ...]]] = []

    def search(self, query: str, top_k: int, languages: Collection[Language] | None = None) -> Sequence[Hit]:
        """The told positions as hits, in the first language searched."""
        side = tuple(languages or Language)
        self.searched.append((query, side))
        return [
            Hit(passage(f"{side[0]}:{position}", "text"), None, 1.0 / rank, None, None)
            for rank, position in enumerate(self._positions[query][:top_k], start=1)
        ]
