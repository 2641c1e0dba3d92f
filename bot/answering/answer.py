"""What comes out of the corridor: an answer tied to its passages, and the events on the way to it."""

from dataclasses import dataclass
from enum import StrEnum

from config.language import Language
from index.passage import Hit, Passage

HEADING_MARK = "▸ "
"""Begins the lines of an answer that are headings of the article; each door shows them in its way."""


class Reason(StrEnum):
    """Why an answer is what it is. PINNED: the moderators gave it, not the article."""

    ANSWERED = "answered"
    GREETING = "greeting"
    ABOUT_BOT = "about_bot"
    NOT_STATED = "not_stated"
    UNKNOWN_NAME = "unknown_name"
    UNSUPPORTED = "unsupported"
    FALSE_PREMISE = "false_premise"
    STOPPED = "stopped"
    PINNED = "pinned"

    @property
    def is_small_talk(self) -> bool:
        """Whether nothing was asked about the article."""
        return self in {Reason.GREETING, Reason.ABOUT_BOT}


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that an answer rests on, in the answer's language where it has one, and its twin.

    `number` is the mark in the answer's text, `[1]`. `quotes` are the passage's lines that carry the claim, and the
    one that announces them, its lead, where that was quoted too.
    """

    number: int
    passage: Passage
    twin: Passage | None
    quotes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The passage's lines, after its lead where that is quoted."""
        return self._shown(self.passage)

    @property
    def twin_lines(self) -> tuple[str, ...]:
        """The same of the twin, none without one."""
        return self._shown(self.twin) if self.twin else ()

    def _shown(self, side: Passage) -> tuple[str, ...]:
        leads = self.passage.lead in self.quotes and self.passage.lead not in self.passage.lines
        return (side.lead, *side.lines) if leads and side.lead else side.lines


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds from the start of work on the question (its wait in the queue not counted)."""

    retrieve_s: float
    first_token_s: float
    total_s: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A verified answer or a refusal. `text` carries marks `[n]` that `citations` resolve, and no markup.

    `findings` says what verification cut and why, for the log and for `ask --json`.
    """

    question: str
    language: Language
    text: str
    refused: bool
    reason: Reason
    citations: tuple[Citation, ...]
    timings: Timings
    model: str
    index_version: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """Others are before this question: `ahead` of them."""

    ahead: int


@dataclass(frozen=True, slots=True)
class PassagesFound:
    """Retrieval is done and the model begins; `hits` best first. Comes again where another one is preferred."""

    language: Language
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class TextGrew:
    """The verified text so far, whole. It only ever grows, until `Finished` brings the final text."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event: the answer."""

    answer: Answer


Event = Waiting | PassagesFound | TextGrew | Finished
