"""From what holds to what is said: the model's sentences, the article's own lines, or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answer import Citation, Reason
from bot.answering.evidence import Evidence
from bot.answering.expectations import Expected, expected
from bot.answering.prompts import NOT_STATED
from bot.answering.support import Support, SupportFinder
from bot.answering.understanding import Understood
from bot.answering.verifying import BARE_WORDS, Verified, Verifier
from bot.answering.wording import cite, is_lead_in, quote, refuse
from config.language import Language
from index.passage import Hit

MAX_QUOTED_LINES = 5


@dataclass(frozen=True, slots=True)
class Composed:
    """What an answer says and rests on, before it is stamped with question, timings and versions."""

    text: str
    reason: Reason
    citations: tuple[Citation, ...] = ()
    findings: tuple[str, ...] = ()


class Composer:
    """Words the answer to one question from its evidence."""

    def __init__(self, question: Understood, evidence: Evidence, finder: SupportFinder, verifier: Verifier) -> None:
        self._question = question
        self._language = question.language
        self._evidence = evidence
        self._finder = finder
        self._verifier = verifier

    def marked(self, verified: Verified) -> tuple[str, tuple[Citation, ...]]:
        """The kept sentences with their marks, and a citation for each passage in the order of its first mark."""
        supports: dict[str, list[Support]] = {}
        text = []
        for sentence, support in verified.kept:
            key = support.hit.passage.passage_id
            supports.setdefault(key, []).append(support)
            text.append(f"{sentence} [{list(supports).index(key) + 1}]")
        citations = tuple(self._cite(number, found) for number, found in enumerate(supports.values(), start=1))
        return " ".join(text), citations

    def compose(self, draft: str, verified: Verified) -> Composed:
        """The answer. Where sentences hold they are it, unless the article's own lines say more of what was asked."""
        if not verified.kept:
            return self._fall_back(draft)
        hits = {support.hit.passage.passage_id: support.hit for _, support in verified.kept}
        if len(hits) == 1 and (lines := self._fuller(verified)):
            return self._quote(next(iter(hits.values())), lines)
        text, citations = self.marked(verified)
        return Composed(text, Reason.ANSWERED, citations)

    def refuse(self, evidence: Evidence, min_nearest_score: float) -> Composed:
        """A refusal that shows the nearest thing the article does state."""
        nearest = None
        reason = evidence.reason or Reason.UNSUPPORTED
        if self._evidence.hits and (self._evidence.hits[0].dense or 0.0) >= min_nearest_score:
            nearest = self._cite(1, [self._finder.of(self._evidence.hits[0], self._question.text)])
        text = refuse(reason, self._language, evidence.unknown, nearest)
        return Composed(text, reason, (nearest,) if nearest else ())

    def _fuller(self, verified: Verified) -> tuple[str, ...]:
        """The passage's own lines where they say what the sentences leave out: to a bare word, or to a list."""
        sentence, support = verified.kept[0]
        lines = _content_lines(support.hit, self._language)
        if len(verified.kept) == 1 and len(sentence.split()) < BARE_WORDS:
            return _quotes(support, self._language)
        said = {line for _, found in verified.kept for line in _quotes(found, self._language)}
        if expected(self._question.text) is Expected.SEVERAL and said < set(lines) and len(lines) <= MAX_QUOTED_LINES:
            return lines
        return ()

    def _fall_back(self, draft: str) -> Composed:
        """The lines of the first passage where the draft, badly worded, is about it; else nothing holds."""
        best = self._evidence.hits[0]
        support = self._finder.best(f"{self._question.text} {draft}")
        lines = _content_lines(best, self._language)[:MAX_QUOTED_LINES]
        if (
            NOT_STATED in draft
            or support is None
            or support.hit is not best
            or not lines
            or not self._verifier.could_answer(best, lines)
        ):
            return Composed("", Reason.UNSUPPORTED)
        return self._quote(best, lines)

    def _quote(self, hit: Hit, lines: Sequence[str]) -> Composed:
        citation = cite(1, hit, self._language, lines)
        return Composed(quote((citation,), self._language), Reason.ANSWERED, (citation,))

    def _cite(self, number: int, supports: Sequence[Support]) -> Citation:
        lines = dict.fromkeys(line for support in supports for line in _quotes(support, self._language))
        return cite(number, supports[0].hit, self._language, tuple(lines))


def _content_lines(hit: Hit, language: Language) -> tuple[str, ...]:
    return tuple(line for line in hit.side(language).lines if not is_lead_in(line))


def _quotes(support: Support, language: Language) -> tuple[str, ...]:
    """The support's lines on the side of `language`; lines of twins correspond by their number."""
    side = support.hit.side(language)
    lines = support.hit.passage.lines
    if side is support.hit.passage:
        return support.quotes
    if len(side.lines) != len(lines):
        return side.lines
    return tuple(side.lines[lines.index(line)] for line in support.quotes)
