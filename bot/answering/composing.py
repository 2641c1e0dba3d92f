"""From what holds to what is said: the model's sentences, the article's own lines, or a refusal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answer import Citation, Reason
from bot.answering.evidence import Evidence
from bot.answering.expectations import Expected, expected, sets_side_by_side
from bot.answering.outline import Outline
from bot.answering.support import Support, SupportFinder, content_units
from bot.answering.understanding import Understood
from bot.answering.verifying import BARE_WORDS, Verified, Verifier
from bot.answering.wording import Quoted, cite, correct, is_lead_in, is_sentence, quote, refuse
from config.language import Language
from corpus.figures import figures
from index.passage import Hit

MAX_QUOTED_LINES = 5
_LINES_A_PASSAGE = 2
# A line that shares this many more of the question's words than the sentence's own lines is what was asked about.
_CLOSER_BY_WORDS = 2
# What a draft adds to a passage's search score: search puts the right passage first far more often than a draft does.
_DRAFT_WEIGHT = 0.05
_MISSING_COST = 0.1


@dataclass(frozen=True, slots=True)
class Composed:
    """What an answer says and rests on, before it is stamped with question, timings and versions."""

    text: str
    reason: Reason
    citations: tuple[Citation, ...] = ()
    findings: tuple[str, ...] = ()


class _Cited:
    """Numbers the passages cited, in the order of their first mark, and gathers what is quoted of each."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._quotes: dict[str, tuple[Hit, list[str]]] = {}

    def number(self, hit: Hit, line: str) -> int:
        """The mark of `hit`, of which `line` is quoted."""
        key = hit.passage.passage_id
        self._quotes.setdefault(key, (hit, []))[1].append(line)
        return list(self._quotes).index(key) + 1

    def citations(self) -> tuple[Citation, ...]:
        """A citation for each number."""
        return tuple(
            cite(number, hit, self._language, tuple(dict.fromkeys(lines)))
            for number, (hit, lines) in enumerate(self._quotes.values(), start=1)
        )


class Composer:
    """Words the answer to one question from its evidence."""

    def __init__(
        self, question: Understood, evidence: Evidence, finder: SupportFinder, verifier: Verifier, outline: Outline
    ) -> None:
        self._question = question
        self._language = question.language
        self._evidence = evidence
        self._finder = finder
        self._verifier = verifier
        self._outline = outline
        self._asked = content_units(question.text) - content_units(" ".join(question.names))

    def marked(self, verified: Verified) -> tuple[str, tuple[Citation, ...]]:
        """The kept sentences with their marks, and a citation for each passage in the order of its first mark."""
        cited = _Cited(self._language)
        text = []
        for sentence, support in verified.kept:
            numbers = [
                cited.number(source, line)
                for hit, lines in self._sources(sentence, support)
                for source, line in self._outline.sources(hit, lines, self._language)
            ]
            text.append(f"{sentence} {''.join(f'[{number}]' for number in dict.fromkeys(numbers))}")
        return " ".join(text), cited.citations()

    def compose(self, draft: str, verified: Verified) -> Composed:
        """The answer. Where sentences hold they are it, unless the article's own lines say more of what was asked.

        Where none holds the article's lines are quoted, if they can answer; else the reason is UNSUPPORTED, as it is
        where the model invented a figure or a name, which it hardly does where the passage gives one.
        """
        main = self._main(draft)
        told = {hit.passage.passage_id for _, support in verified.kept for hit in (support.hit, *support.helpers)}
        invented = verified.invented and not verified.kept
        if not invented and len(told) < len(both := self._side_by_side()):
            return self._quote(both)
        if verified.kept and (self._rests_on(main, verified) or not self._can_answer(main)):
            return self._in_words(verified) if len(told) > 1 else self._in_words_or_lines(verified)
        if invented:
            return Composed("", Reason.UNSUPPORTED)
        if self._can_answer(main) and not verified.off_the_point:
            if helper := self._helper(main, draft):
                return self._quote([(hit, self._closest_lines(hit)) for hit in (main, helper)])
            return self._quote([(main, self._content_lines(main)[:MAX_QUOTED_LINES])])
        return self._quote_each_name()

    def _in_words(self, verified: Verified) -> Composed:
        text, citations = self.marked(verified)
        return Composed(text, Reason.ANSWERED, citations)

    def _in_words_or_lines(self, verified: Verified) -> Composed:
        hit, lines = self._fuller(verified)
        return self._quote([(hit, lines)]) if lines else self._in_words(verified)

    def refuse(self, evidence: Evidence, min_nearest_score: float) -> Composed:
        """A refusal that shows the nearest thing the article does state."""
        reason = evidence.reason or Reason.UNSUPPORTED
        hits = self._evidence.hits
        if evidence.contrary:
            contrary = self._first_source(hits[0], evidence.contrary)
            return Composed(correct(contrary, self._language), reason, (contrary,))
        nearest = None
        if hits and (hits[0].dense or 0.0) >= min_nearest_score:
            nearest = self._first_source(hits[0], self._quotes(self._finder.of(hits[0], self._question.text)))
        text = refuse(reason, self._language, nearest, evidence.unknown, evidence.subject)
        return Composed(text, reason, (nearest,) if nearest else ())

    def _first_source(self, hit: Hit, lines: Sequence[str]) -> Citation:
        """A citation of what carries the first of `lines`, with all of them that it carries."""
        sources = list(self._outline.sources(hit, lines, self._language))
        first = sources[0][0]
        return cite(1, first, self._language, tuple(line for source, line in sources if source == first))

    # ---- the passage the answer is about

    def _main(self, draft: str) -> Hit:
        """The passage that search and draft together point to: the draft decides where search is undecided."""
        asked = figures(self._question.text)

        def weight(support: Support) -> float:
            lacks = bool(support.missing) + (not self._finder.states(support.hit, asked))
            return support.hit.score + _DRAFT_WEIGHT * support.coverage - _MISSING_COST * lacks

        return max(self._finder.supports(draft), key=weight).hit

    def _rests_on(self, main: Hit, verified: Verified) -> bool:
        return any(main in (support.hit, *support.helpers) for _, support in verified.kept)

    def _can_answer(self, hit: Hit) -> bool:
        return self._verifier.could_answer(hit, self._content_lines(hit)[:MAX_QUOTED_LINES])

    # ---- the article's own lines

    def _fuller(self, verified: Verified) -> tuple[Hit, tuple[str, ...]]:
        """The lines that say what the sentences leave out, none where they leave out nothing."""
        sentence, support = verified.kept[0]
        hit = support.hit
        if announced := self._announced(hit):
            return announced
        lines = self._content_lines(hit)
        own = self._outline.own_lines(hit, self._language)
        said = {line for _, found in verified.kept for line in self._quotes(found)}
        if expected(self._question.text) is not Expected.SEVERAL and said <= set(own) and len(own) < len(lines):
            lines = own
        if len(verified.kept) == 1 and len(sentence.split()) < BARE_WORDS:
            return hit, self._quotes(support)
        if len(lines) <= MAX_QUOTED_LINES and self._lines_say_more(lines, said):
            return hit, lines
        closest = max(lines, key=lambda line: self._closeness(hit, line))
        said_closeness = max(self._closeness(hit, line) for line in said)
        if closest not in said and self._closeness(hit, closest) - said_closeness >= _CLOSER_BY_WORDS:
            return hit, tuple(line for line in lines if line == closest or line in said)
        return hit, ()

    def _lines_say_more(self, lines: Sequence[str], said: set[str]) -> bool:
        """Whether a list was asked for and not given whole, or the lines are phrases, which the model words badly."""
        kind = expected(self._question.text)
        if kind is Expected.SEVERAL:
            return said < set(lines) or not any(map(is_sentence, lines))
        return kind is Expected.ANYTHING and not any(map(is_sentence, lines))

    def _announced(self, hit: Hit) -> tuple[Hit, tuple[str, ...]] | None:
        """Where `hit` only announces other passages and tells nothing itself: their line closest to what was asked."""
        own = self._outline.own_lines(hit, self._language)
        told = " ".join(own)
        if set(figures(told)) - set(figures(self._question.text)):
            return None
        if set(self._finder.names_in(told)) - set(self._question.names):
            return None
        announced = [other for other in self._evidence.hits if hit.passage.lines[0] == other.passage.lead]
        lines = [
            (self._closeness(other, line), other, line) for other in announced for line in self._content_lines(other)
        ]
        closeness, best, line = max(lines, key=lambda found: found[0], default=(-1, hit, ""))
        if closeness < max(self._closeness(hit, own_line) for own_line in own):
            return None
        return best, (line,)

    def _helper(self, main: Hit, draft: str) -> Hit | None:
        """Another passage with all the figures and names of the draft that `main` lacks, where it has some."""
        supports = self._finder.supports(draft)
        own = next(support for support in supports if support.hit is main)
        if all(figure.text in own.missing for figure in figures(draft)):
            return None
        if own.helpers or not own.missing:
            return next(iter(own.helpers), None)
        able = (support.hit for support in supports if not set(own.missing) & set(support.missing))
        return next((hit for hit in able if self._can_answer(hit)), None)

    def _closest_lines(self, hit: Hit) -> tuple[str, ...]:
        """The few lines of `hit` closest to what was asked, in their order."""
        lines = self._content_lines(hit)
        closest = sorted(lines, key=lambda line: self._closeness(hit, line), reverse=True)[:_LINES_A_PASSAGE]
        return tuple(line for line in lines if line in closest)

    def _side_by_side(self) -> list[tuple[Hit, Sequence[str]]]:
        """The closest lines of each of several passages, read for a question that sets things side by side."""
        hits = self._finder.hits
        if not 1 < len(hits) <= MAX_QUOTED_LINES // _LINES_A_PASSAGE or not sets_side_by_side(self._question.text):
            return []
        return [(hit, self._closest_lines(hit)) for hit in hits]

    def _quote_each_name(self) -> Composed:
        """Where several things are asked about and each has a passage of its own: the closest lines of each."""
        names = self._question.names
        if not 1 < len(names) <= MAX_QUOTED_LINES // _LINES_A_PASSAGE:
            return Composed("", Reason.UNSUPPORTED)
        parts: dict[str, tuple[Hit, tuple[str, ...]]] = {}
        for name in names:
            hits = [hit for hit in self._evidence.hits if not self._finder.unmentioned((name,), (hit,))]
            hits.sort(key=lambda hit: len(names) - len(self._finder.unmentioned(names, (hit,))))
            if not hits:
                return Composed("", Reason.UNSUPPORTED)
            best = hits[0]
            parts[best.passage.passage_id] = (best, self._closest_lines(best))
        if len(parts) < len(names) or not any(self._verifier.gives_what_is_asked(*part) for part in parts.values()):
            return Composed("", Reason.UNSUPPORTED)
        return self._quote(list(parts.values()))

    def _quote(self, parts: Sequence[tuple[Hit, Sequence[str]]]) -> Composed:
        cited = _Cited(self._language)
        blocks = []
        for hit, lines in parts:
            announced = self._lead(hit, lines) if len(parts) == 1 else ()
            lead = tuple((line, cited.number(source, line)) for source, line in announced)
            sources = self._outline.sources(hit, lines, self._language)
            numbered = tuple((line, cited.number(source, line)) for source, line in sources)
            blocks.append(Quoted(hit.side(self._language).heading_path, numbered, lead))
        return Composed(quote(blocks, self._language), Reason.ANSWERED, cited.citations())

    def _lead(self, hit: Hit, lines: Sequence[str]) -> Iterator[tuple[Hit, str]]:
        """What announces `lines`, with the hit to cite for it, where it has a word of the question that they lack."""
        announcing = self._outline.announcing(hit, self._language)
        if announcing is not None and len(lines) < MAX_QUOTED_LINES:
            lead = hit.side(self._language).lead
            told = content_units(" . ".join((*hit.side(self._language).heading_path, *lines)))
            if content_units(lead) & self._asked - told:
                yield announcing, lead

    def _sources(self, sentence: str, support: Support) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        yield support.hit, self._quotes(support)
        for helper in support.helpers:
            yield helper, self._quotes(self._finder.of(helper, sentence))

    def _closeness(self, hit: Hit, line: str) -> int:
        """How many of the question's words, names aside, `line` shares under its heading."""
        return len(content_units(f"{hit.side(self._language).heading_path[-1]} . {line}") & self._asked)

    def _content_lines(self, hit: Hit) -> tuple[str, ...]:
        lines = hit.side(self._language).lines
        if len(lines) > len(self._outline.own_lines(hit, self._language)):
            return lines
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
