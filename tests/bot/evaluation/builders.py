"""Stand-ins for the tests of the evaluation."""

from collections.abc import Collection, Mapping, Sequence

from bot.answering.answer import Answer, Citation, Finished, PassagesFound, Reason, TextGrew, Timings
from bot.answering.question import Question
from config.errors import HaetaeError
from config.language import Language
from index.passage import Hit
from tests.bot.fakes import FakeAnswerer, Script
from tests.bot.judging.builders import passage


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
