"""From what holds to what is said: the model's sentences, the article's own lines, or a refusal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.announcements import Announcements
from bot.answering.answer import Citation, Reason
from bot.answering.evidence.evidence_judge import Evidence
from bot.answering.evidence.nearness import Nearness
from bot.answering.sentences import ends_in_colon
from bot.answering.understanding.understood import Understood
from bot.answering.verifying.support import Support
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import Verified, Verifier
from bot.answering.writing.citing import CitationList
from bot.answering.writing.quotable import LINES_A_PASSAGE, MAX_QUOTED_LINES, QuotableLines
from bot.answering.writing.wording import Quoted, Refusal, cite, quote, refuse
from config.language import Language
from config.messages import message
from corpus.decades import figures_and_decades
from corpus.figures import figures
from index.passage import Hit

# What a draft adds to a passage's search score: search puts the right passage first far more often than a draft does.
_DRAFT_WEIGHT = 0.05
_MISSING_COST = 0.1


@dataclass(frozen=True, slots=True)
class Composed:
    """What an answer says and rests on, before it is stamped with question, timings and versions.

    `refusal` is set where it says that the article does not state what was asked, `quoted` where it says nothing but
    lines of the article, `doubtful` where these may not answer it.
    """

    text: str
    reason: Reason
    citations: tuple[Citation, ...] = ()
    findings: tuple[str, ...] = ()
    refusal: Refusal | None = None
    quoted: tuple[Quoted, ...] = ()
    doubtful: bool = False

    @property
    def leaves_open(self) -> bool:
        """Whether it tells nothing of what was asked, not even that the article says otherwise."""
        return self.refusal is not None and not self.refusal.corrects


def refused(refusal: Refusal, language: Language) -> Composed:
    """`refusal` as what is said."""
    cited = (refusal.nearest,) if refusal.nearest else ()
    return Composed(refuse(refusal, language), refusal.reason, cited, refusal=refusal)


def quoted(hit: Hit, line: str, language: Language) -> Composed:
    """The answer in `language` that is `line` as it stands, a line of the passage of `hit` that was found."""
    side = hit.passage
    citation = cite(1, hit, side.language, (line,))
    return in_lines((Quoted(side.heading_path, ((line, 1),)),), (citation,), language, findings=("one line",))


def in_lines(
    blocks: tuple[Quoted, ...],
    citations: tuple[Citation, ...],
    language: Language,
    findings: tuple[str, ...] = (),
    *,
    doubtful: bool = False,
) -> Composed:
    """The answer in `language` that says nothing but the lines of `blocks`."""
    text = quote(blocks, language, doubtful=doubtful)
    return Composed(text, Reason.ANSWERED, citations, findings, quoted=blocks, doubtful=doubtful)


def as_doubtful(said: Composed, language: Language) -> Composed:
    """`said`, which is nothing but quoted lines, with the doubt that they answer what was asked."""
    return in_lines(said.quoted, said.citations, language, said.findings, doubtful=True)


def stopped(language: Language) -> Composed:
    """That the answer was stopped."""
    return Composed(message("answering.stopped", language), Reason.STOPPED)


class Composer:
    """Words the answer to one question from its evidence."""

    def __init__(
        self,
        question: Understood,
        evidence: Evidence,
        finder: SupportFinder,
        verifier: Verifier,
        announcements: Announcements,
    ) -> None:
        self._question = question
        self._language = question.language
        self._evidence = evidence
        self._finder = finder
        self._verifier = verifier
        self._announcements = announcements
        self._lines = QuotableLines(question, evidence.hits, finder, announcements)

    def verify(self, draft: str) -> Verified:
        """What of `draft` holds."""
        return self._verifier.verify(draft)

    def marked(self, verified: Verified) -> tuple[str, tuple[Citation, ...]]:
        """The kept sentences with their marks, and a citation for each passage in the order of its first mark."""
        cited = CitationList(self._language)
        text = []
        told = [pair for pair in verified.kept if not self._is_heading(*pair)] or verified.kept
        for sentence, support in told:
            numbers = [
                cited.number(source, line)
                for hit, lines in self._sources(sentence, support)
                for source, line in self._announcements.hits_to_cite(hit, lines, self._language)
            ]
            text.append(f"{sentence} {''.join(f'[{number}]' for number in dict.fromkeys(numbers))}")
        return " ".join(text), cited.citations()

    def _is_heading(self, sentence: str, support: Support) -> bool:
        """Whether `sentence` is nothing but a heading below the passage, which the model read as its last lines."""
        own = self._announcements.own_lines(support.hit, self._language)
        return sentence.rstrip(".") in support.hit.side(self._language).lines[len(own) :]

    def at_once(self) -> Composed | None:
        """The answer where no draft is needed: one passage was read, and its lines would be quoted whatever it said."""
        (hit, *others) = self._finder.hits
        phrases = self._lines.phrases_of(hit)
        return self._quote([(hit, phrases)]) if phrases and not others and self._can_answer(hit) else None

    def lines_of_first(self) -> Composed:
        """The first lines of the first passage: what a thing is, all that stands under its name tells."""
        hit = self._finder.hits[0]
        return self._quote([(hit, self._lines.first_of(hit))])

    def compose(self, draft: str, verified: Verified) -> Composed:
        """The answer. Where sentences hold they are it, unless the article's own lines say more of what was asked.

        Where none holds the article's lines are quoted, if they can answer; else the reason is UNSUPPORTED, as it is
        where the model invented a figure or a name, which it hardly does where the passage gives one.
        """
        main = self._main(draft)
        told = {hit.passage.passage_id for _, support in verified.kept for hit in (support.hit, *support.helpers)}
        invented = verified.invented and not verified.kept
        if not invented and len(told) < len(both := self._lines.side_by_side()) and self._give_what_is_asked(both):
            return self._quote(both)
        if verified.kept and (self._rests_on(main, verified) or not self._can_answer(main)):
            fuller = self._lines.fuller_than(verified) if len(told) == 1 else None
            return self._quote([fuller]) if fuller and self._give_what_is_asked([fuller]) else self._in_words(verified)
        if invented:
            return Composed("", Reason.UNSUPPORTED)
        if self._may_quote(main, verified):
            # What is asked with yes or no may be settled by the very line that announces.
            below = None if self._question.wanted.yes_or_no else self._lines.closest_below(main)
            return self._quote(self._with_helper(main, draft) or [below or (main, self._lines_asked(main))])
        return self._quote_each_name()

    def refuse(self, evidence: Evidence, nearness: Nearness) -> Composed:
        """A refusal that shows the nearest thing the article does state, where that is near."""
        reason = evidence.reason or Reason.UNSUPPORTED
        hits = self._evidence.hits
        nearest, elsewhere = None, evidence.elsewhere
        if evidence.contrary:
            nearest = self._first_source(hits[0], evidence.contrary)
        elif elsewhere is not None:
            nearest = self._first_source(elsewhere.hit, (elsewhere.line,))
        elif hits and nearness.is_near(hits[0], self._question):
            nearest = self._first_source(hits[0], self._lines.closest_of(hits[0], most=1))
        subject = elsewhere.name if elsewhere else evidence.subject
        touched = nearest is not None and nearness.touches(nearest, self._question)
        refusal = Refusal(reason, nearest, evidence.unknown, subject, bool(evidence.contrary), touched)
        return refused(refusal, self._language)

    def _first_source(self, hit: Hit, lines: Sequence[str]) -> Citation:
        """A citation of what carries the first of `lines`, with all of them that it carries."""
        sources = list(self._announcements.hits_to_cite(hit, lines, self._language))
        first = sources[0][0]
        return cite(1, first, self._language, tuple(line for source, line in sources if source == first))

    # ---- the passage the answer is about

    def _main(self, draft: str) -> Hit:
        """The passage that search and draft together point to: the draft decides where search is undecided."""
        asked = figures_and_decades(self._question.text)

        def weight(support: Support) -> float:
            lacks = bool(support.missing) + (not self._finder.states(support.hit, asked))
            return support.hit.score + _DRAFT_WEIGHT * support.coverage - _MISSING_COST * lacks

        return max(self._finder.supports(draft), key=weight).hit

    def _rests_on(self, main: Hit, verified: Verified) -> bool:
        return any(main in (support.hit, *support.helpers) for _, support in verified.kept)

    def _may_quote(self, main: Hit, verified: Verified) -> bool:
        """Whether its lines can answer.

        Where the draft left out what was asked for, only if the heading gives it, or the very lines that it told.
        """
        told = [line for support in verified.off_the_point if support.hit is main for line in support.quotes]
        if verified.off_the_point and not self._verifier.gives_what_is_asked(main, told):
            return False
        return self._can_answer(main)

    def _can_answer(self, hit: Hit) -> bool:
        return self._verifier.could_answer(hit, self._lines.first_of(hit))

    def _lines_asked(self, hit: Hit) -> tuple[str, ...]:
        """The lines of `hit` under what was asked, or all that may be quoted where only those give it."""
        asked = self._lines.asked_of(hit)
        return asked if self._give_what_is_asked([(hit, asked)]) else self._lines.first_of(hit)

    def _give_what_is_asked(self, parts: Sequence[tuple[Hit, Sequence[str]]]) -> bool:
        """Whether the lines of any of `parts` give the kind of thing that was asked for."""
        return any(self._verifier.gives_what_is_asked(*part) for part in parts)

    def _with_helper(self, main: Hit, draft: str) -> list[tuple[Hit, Sequence[str]]]:
        """The closest lines of `main` and of its helper; none where it has no helper, or they do not give it."""
        if (helper := self._helper(main, draft)) is None:
            return []
        pair = [(hit, self._lines.closest_of(hit)) for hit in (main, helper)]
        return list(pair) if self._give_what_is_asked(pair) else []

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

    # ---- words and lines

    def _in_words(self, verified: Verified) -> Composed:
        text, citations = self.marked(verified)
        return Composed(text, Reason.ANSWERED, citations)

    def _quote_each_name(self) -> Composed:
        """Where several things are asked about and each has a passage of its own: the closest lines of each."""
        names = self._question.names
        if not 1 < len(names) <= MAX_QUOTED_LINES // LINES_A_PASSAGE:
            return Composed("", Reason.UNSUPPORTED)
        parts: dict[str, tuple[Hit, tuple[str, ...]]] = {}
        for name in names:
            hits = [hit for hit in self._evidence.hits if not self._finder.unmentioned((name,), (hit,))]
            hits.sort(key=lambda hit: len(names) - len(self._finder.unmentioned(names, (hit,))))
            if not hits:
                return Composed("", Reason.UNSUPPORTED)
            best = hits[0]
            parts[best.passage.passage_id] = (best, self._lines.closest_of(best))
        if len(parts) < len(names) or not self._give_what_is_asked(list(parts.values())):
            return Composed("", Reason.UNSUPPORTED)
        return self._quote(list(parts.values()))

    def _quote(self, parts: Sequence[tuple[Hit, Sequence[str]]]) -> Composed:
        cited = CitationList(self._language)
        blocks = []
        for hit, lines in parts:
            asked = self._lines.lead_to_show(hit, lines) if len(parts) == 1 else None
            lead = None if asked is None else (asked[1], cited.number(*asked))
            sources = self._announcements.hits_to_cite(hit, lines, self._language)
            numbered = [(line, cited.number(source, line)) for source, line in sources]
            if lead is None and self._begins_with_lead(hit, lines):
                lead, *numbered = numbered
            blocks.append(Quoted(hit.side(self._language).heading_path, tuple(numbered), lead))
        return in_lines(tuple(blocks), cited.citations(), self._language)

    def _begins_with_lead(self, hit: Hit, lines: Sequence[str]) -> bool:
        """Whether the first of `lines` announces the others, which stand with it in the passage."""
        own = self._announcements.own_lines(hit, self._language)
        return len(lines) > 1 and ends_in_colon(lines[0]) and set(lines) <= set(own)

    def _sources(self, sentence: str, support: Support) -> Iterator[tuple[Hit, tuple[str, ...]]]:
        yield support.hit, self._lines.carrying(support)
        for helper in support.helpers:
            yield helper, self._lines.carrying(self._finder.of(helper, sentence))
