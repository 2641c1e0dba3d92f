"""From what holds to what is said: the model's sentences, the article's own lines, or a refusal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answer import Citation, Reason
from bot.answering.evidence import Evidence
from bot.answering.expectations import Expected, expected
from bot.answering.prompts import NOT_STATED
from bot.answering.support import Support, SupportFinder, content_units
from bot.answering.understanding import Understood
from bot.answering.verifying import BARE_WORDS, Verified, Verifier
from bot.answering.wording import cite, is_lead_in, is_sentence, quote, refuse
from corpus.figures import figures
from index.passage import Hit

MAX_QUOTED_LINES = 5
_LINES_A_NAME = 2
# A line that shares this many more of the question's words than the sentence's own lines is what was asked about.
_CLOSER_BY_WORDS = 2
_YES_OR_NO = re.compile(r"(?:yes|no|네|예|아니요|아니오|맞습니다|아닙니다)[.!]?", re.IGNORECASE)


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
        self._asked = content_units(question.text) - content_units(" ".join(question.names))

    def marked(self, verified: Verified) -> tuple[str, tuple[Citation, ...]]:
        """The kept sentences with their marks, and a citation for each passage in the order of its first mark."""
        quotes: dict[str, list[str]] = {}
        hits: dict[str, Hit] = {}
        text = []
        for sentence, support in verified.kept:
            marks = ""
            for hit, lines in self._sources(sentence, support):
                key = hit.passage.passage_id
                hits[key] = hit
                quotes.setdefault(key, []).extend(lines)
                marks += f"[{list(hits).index(key) + 1}]"
            text.append(f"{sentence} {marks}")
        citations = tuple(
            cite(number, hit, self._language, tuple(dict.fromkeys(quotes[key])))
            for number, (key, hit) in enumerate(hits.items(), start=1)
        )
        return " ".join(text), citations

    def compose(self, draft: str, verified: Verified, *, may_quote: bool) -> Composed:
        """The answer. Where sentences hold they are it, unless the article's own lines say more of what was asked.

        Where none holds the article's lines are quoted if `may_quote`, else the reason is UNSUPPORTED.
        """
        if verified.kept:
            if len({support.hit.passage.passage_id for _, support in verified.kept}) == 1:
                hit, lines = self._closer(verified) or self._fuller(verified)
                if lines:
                    return self._quote([(hit, lines)])
            text, citations = self.marked(verified)
            return Composed(text, Reason.ANSWERED, citations)
        may_quote = may_quote or _YES_OR_NO.fullmatch(draft.strip()) is not None
        if not may_quote or NOT_STATED in draft:
            return Composed("", Reason.UNSUPPORTED)
        return self._quote_each_name() if verified.off_the_point else self._fall_back(draft)

    def refuse(self, evidence: Evidence, min_nearest_score: float) -> Composed:
        """A refusal that shows the nearest thing the article does state."""
        nearest = None
        reason = evidence.reason or Reason.UNSUPPORTED
        if self._evidence.hits and (self._evidence.hits[0].dense or 0.0) >= min_nearest_score:
            hit = self._evidence.hits[0]
            nearest = cite(1, hit, self._language, self._quotes(self._finder.of(hit, self._question.text)))
        text = refuse(reason, self._language, evidence.unknown, nearest)
        return Composed(text, reason, (nearest,) if nearest else ())

    # ---- the article's own lines

    def _fuller(self, verified: Verified) -> tuple[Hit, tuple[str, ...]]:
        """The lines that say what the sentences leave out, none where they leave out nothing."""
        sentence, support = verified.kept[0]
        hit = support.hit
        if announced := self._announced(hit):
            return announced
        lines = self._content_lines(hit)
        said = {line for _, found in verified.kept for line in self._quotes(found)}
        if len(verified.kept) == 1 and len(sentence.split()) < BARE_WORDS:
            return hit, self._quotes(support)
        if len(lines) <= MAX_QUOTED_LINES and self._lines_say_more(lines, said):
            return hit, lines
        closest = max(lines, key=lambda line: self._closeness(hit, line))
        said_closeness = max(self._closeness(hit, line) for line in said)
        if closest not in said and self._closeness(hit, closest) - said_closeness >= _CLOSER_BY_WORDS:
            return hit, tuple(line for line in lines if line == closest or line in said)
        return hit, ()

    def _closer(self, verified: Verified) -> tuple[Hit, tuple[str, ...]] | None:
        """The lines of another passage that is clearly closer to what was asked than what the sentences rest on."""
        hit = verified.kept[0][1].hit
        said = max(self._closeness(hit, line) for _, found in verified.kept for line in self._quotes(found))
        others = [other for other in self._evidence.hits if self._verifier.could_answer(other, other.passage.lines)]
        found = [(max(self._closeness(other, line) for line in self._content_lines(other)), other) for other in others]
        closeness, best = max(found, key=lambda pair: pair[0], default=(0, hit))
        if best is hit or closeness - said < _CLOSER_BY_WORDS:
            return None
        return best, self._content_lines(best)[:MAX_QUOTED_LINES]

    def _lines_say_more(self, lines: Sequence[str], said: set[str]) -> bool:
        """Whether a list was asked for and not given whole, or the lines are phrases, which the model words badly."""
        kind = expected(self._question.text)
        if kind is Expected.SEVERAL:
            return said < set(lines) or not any(map(is_sentence, lines))
        return kind is Expected.ANYTHING and not any(map(is_sentence, lines))

    def _announced(self, hit: Hit) -> tuple[Hit, tuple[str, ...]] | None:
        """Where `hit` only announces other passages and tells nothing itself: their line closest to what was asked."""
        told = " ".join(hit.passage.lines)
        if set(figures(told)) - set(figures(self._question.text)):
            return None
        if set(self._finder.names_in(told)) - set(self._question.names):
            return None
        announced = [other for other in self._evidence.hits if other.passage.lead == hit.passage.text]
        lines = [
            (self._closeness(other, line), other, line) for other in announced for line in self._content_lines(other)
        ]
        closeness, best, line = max(lines, key=lambda found: found[0], default=(-1, hit, ""))
        if closeness < max(self._closeness(hit, told_line) for told_line in self._content_lines(hit)):
            return None
        return best, (line,)

    def _fall_back(self, draft: str) -> Composed:
        """The lines of the passage that question and badly worded draft are about, if it can answer at all."""
        support = self._finder.best(f"{self._question.text} {draft}")
        if support is not None:
            lines = self._content_lines(support.hit)[:MAX_QUOTED_LINES]
            if lines and self._verifier.could_answer(support.hit, lines):
                return self._quote([(support.hit, lines)])
        return self._quote_each_name()

    def _quote_each_name(self) -> Composed:
        """Where several things are asked about and each has a passage of its own: the closest lines of each."""
        names = self._question.names
        if not 1 < len(names) <= MAX_QUOTED_LINES // _LINES_A_NAME:
            return Composed("", Reason.UNSUPPORTED)
        parts: dict[str, tuple[Hit, tuple[str, ...]]] = {}
        for name in names:
            hits = [hit for hit in self._evidence.hits if not self._finder.unmentioned((name,), (hit,))]
            hits.sort(key=lambda hit: len(names) - len(self._finder.unmentioned(names, (hit,))))
            if not hits:
                return Composed("", Reason.UNSUPPORTED)
            best = hits[0]
            lines = self._content_lines(best)
            closeness = {line: self._closeness(best, line) for line in lines}
            closest = sorted(lines, key=closeness.__getitem__, reverse=True)[:_LINES_A_NAME]
            parts[best.passage.passage_id] = (best, tuple(closest))
        if len(parts) < len(names):
            return Composed("", Reason.UNSUPPORTED)
        return self._quote(list(parts.values()))

    def _quote(self, parts: Sequence[tuple[Hit, Sequence[str]]]) -> Composed:
        citations = tuple(
            cite(number, hit, self._language, lines) for number, (hit, lines) in enumerate(parts, start=1)
        )
        return Composed(quote(citations, self._language), Reason.ANSWERED, citations)

    def _sources(self, sentence: str, support: Support) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        yield support.hit, self._quotes(support)
        for helper in support.helpers:
            yield helper, self._quotes(self._finder.of(helper, sentence))

    def _closeness(self, hit: Hit, line: str) -> int:
        """How many of the question's words, names aside, `line` shares under its heading."""
        return len(content_units(f"{hit.side(self._language).heading_path[-1]} . {line}") & self._asked)

    def _content_lines(self, hit: Hit) -> tuple[str, ...]:
        lines = hit.side(self._language).lines
        return tuple(line for line in lines if not is_lead_in(line)) or lines

    def _quotes(self, support: Support) -> tuple[str, ...]:
        """The support's lines on the side of the answer; lines of twins correspond by their number."""
        shown = support.hit.side(self._language)
        lines = support.hit.passage.lines
        if shown is support.hit.passage:
            return support.quotes
        if len(shown.lines) != len(lines):
            return shown.lines
        return tuple(shown.lines[lines.index(line)] for line in support.quotes)
