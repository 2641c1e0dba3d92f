"""Which of the article's own lines say best what was asked."""

from collections.abc import Mapping, Sequence

from bot.answering.announcements import Announcements
from bot.answering.content_words import content_units
from bot.answering.evidence.leads import asked_units, asks_about_lead, tells_what_may_come
from bot.answering.names.names import key_of
from bot.answering.sentences import ends_in_colon, is_sentence
from bot.answering.understanding.expectations import Expected
from bot.answering.understanding.understood import Understood
from bot.answering.verifying.support import Support
from bot.answering.verifying.support_finder import SupportFinder
from bot.answering.verifying.verifier import BARE_WORDS, Verified
from corpus.figures import figures
from index.passage import Hit

MAX_QUOTED_LINES = 5
LINES_A_PASSAGE = 2
"""Quoted of each, where several passages are."""

# A word that a line shares with the question counts as much as this difference of their cosines.
_COSINE_A_WORD = 0.01
# A line that shares this many more of the question's words than the sentence's own lines is what was asked about.
_CLOSER_BY_WORDS = 2
_IN_WHOLE_LINES = frozenset({Expected.ANYTHING, Expected.SEVERAL})
_GIVEN = frozenset({Expected.FIGURE, Expected.TIME})


class QuotableLines:
    """Chooses lines to quote for one question, on the side of its language."""

    def __init__(
        self, question: Understood, hits: Sequence[Hit], finder: SupportFinder, announcements: Announcements
    ) -> None:
        """`hits` are all that search found, those that `finder` was made for the ones that were read."""
        self._question = question
        self._language = question.language
        self._hits = hits
        self._finder = finder
        self._announcements = announcements
        self._asked = asked_units(question)

    def all_of(self, hit: Hit) -> tuple[str, ...]:
        """The lines of `hit` that tell something: not one that only announces others, unless they come with it.

        It tells something where it gives what they leave out. Where `hit` only mentions whom the question is about, the
        lines that do.
        """
        lines = hit.side(self._language).lines
        if passing := self._finder.in_passing(hit, self._question.names):
            return self._mentioning(passing, hit) or lines
        if len(lines) > len(self._announcements.own_lines(hit, self._language)):
            return lines
        told = tuple(line for line in lines if not ends_in_colon(line))
        return tuple(line for line in lines if line in told or self._gives_more(line, hit, told)) or lines

    def first_of(self, hit: Hit) -> tuple[str, ...]:
        """As many of `all_of` as may be quoted."""
        return self.all_of(hit)[:MAX_QUOTED_LINES]

    def asked_of(self, hit: Hit) -> tuple[str, ...]:
        """`first_of`, without headings below that have no word of the question, where its own lines have one.

        A question that asks for a list gets them all.
        """
        lines, own = self.first_of(hit), self._announcements.own_lines(hit, self._language)
        if self._question.wanted.kind is Expected.SEVERAL or not any(self._closeness(hit, line) for line in own):
            return lines
        return tuple(line for line in lines if line in own or content_units(line) & self._asked)

    def phrases_of(self, hit: Hit) -> tuple[str, ...]:
        """The lines of `hit` where they are few phrases and no figure or name was asked for, else none.

        None of a passage that announces others, either: what was asked may be in one of those.
        """
        lines = hit.side(self._language).lines
        if lines != self._announcements.own_lines(hit, self._language) or len(lines) > MAX_QUOTED_LINES:
            return ()
        if self._question.wanted.kind not in _IN_WHOLE_LINES or any(map(is_sentence, lines)):
            return ()
        return self.all_of(hit)

    def closest_of(self, hit: Hit, most: int = LINES_A_PASSAGE) -> tuple[str, ...]:
        """As many as `most` of the lines of `hit`, those closest to what was asked, in their order."""
        side = hit.side(self._language)
        same_lines = len(side.lines) == len(hit.passage.lines)
        # Headings below, which come after the lines that were embedded, have no cosine.
        cosines = dict(zip(side.lines, hit.line_cosines, strict=False)) if same_lines else {}
        return closest_lines(self._question, side.heading_path[-1], self.all_of(hit), most, cosines)

    def carrying(self, support: Support) -> tuple[str, ...]:
        """The lines that carry a sentence; lines of twins correspond by their number."""
        shown = support.hit.side(self._language)
        lines = support.hit.passage.lines
        if shown is support.hit.passage:
            return support.quotes
        if len(shown.lines) != len(lines):
            return shown.lines
        return tuple(shown.lines[lines.index(line)] for line in support.quotes)

    def side_by_side(self) -> list[tuple[Hit, Sequence[str]]]:
        """The closest lines of each of several passages, read for a question that sets things side by side.

        Not of one that only announces others of them.
        """
        with_leads = [self._announcements.hit_with_lead_of(hit, self._language) for hit in self._finder.hits]
        above = {hit.side(self._language).passage_id for hit in with_leads if hit is not None}
        hits = [hit for hit in self._finder.hits if hit.side(self._language).passage_id not in above]
        if not 1 < len(hits) <= MAX_QUOTED_LINES // LINES_A_PASSAGE or not self._question.wanted.side_by_side:
            return []
        return [(hit, self.closest_of(hit)) for hit in hits]

    def lead_to_show(self, hit: Hit, lines: Sequence[str]) -> tuple[Hit, str] | None:
        """The lead of `lines` with the hit to cite for it, where it has a word of the question or tells of the future.

        The one where the lines lack the word, the other where they are phrases. Cited is what the lines are cited from,
        whose lead it is, unless it states figures or names beyond what is below.
        """
        side = hit.side(self._language)
        only_expected = tells_what_may_come(side.lead) and not any(map(is_sentence, lines))
        if len(lines) >= MAX_QUOTED_LINES or not (only_expected or asks_about_lead(self._question, side, lines)):
            return None
        above = self._announcements.hit_with_lead_of(hit, self._language)
        below = " . ".join((*side.heading_path, *side.lines))
        states_more = set(figures(side.lead)) - set(figures(below)) or self._keys(side.lead) - self._keys(below)
        if above and states_more:
            return above, side.lead
        return next(self._announcements.hits_to_cite(hit, lines, self._language))[0], side.lead

    def fuller_than(self, verified: Verified) -> tuple[Hit, tuple[str, ...]] | None:
        """The lines of one passage that say what the kept sentences leave out; None where they leave out nothing."""
        hit = verified.kept[0][1].hit
        if below := self.closest_below(hit):
            return below
        said = {line for _, found in verified.kept for line in self.carrying(found)}
        if named := self._named_but_not_in(hit, said):
            return hit, named
        bare = [len(sentence.split()) < BARE_WORDS for sentence, _ in verified.kept]
        if all(bare) and self._question.wanted.kind is not Expected.SEVERAL:
            return hit, tuple(line for line in hit.side(self._language).lines if line in said)
        lines = self.all_of(hit) if any(bare) else self._beside(hit, said)
        if len(lines) <= MAX_QUOTED_LINES and (any(bare) or self._say_more(lines, said)):
            return hit, lines
        closest = max(lines, key=lambda line: self._closeness(hit, line))
        said_closeness = max(self._closeness(hit, line) for line in said)
        if closest not in said and self._closeness(hit, closest) - said_closeness >= _CLOSER_BY_WORDS:
            return hit, tuple(line for line in lines if line == closest or line in said)
        return None

    def closest_below(self, hit: Hit) -> tuple[Hit, tuple[str, ...]] | None:
        """Where `hit` only announces other passages and tells nothing itself: their line closest to what was asked."""
        own = self._announcements.own_lines(hit, self._language)
        told = " ".join(own)
        if set(figures(told)) - set(figures(self._question.text)):
            return None
        if set(self._finder.names_in(told)) - set(self._question.names):
            return None
        below = [other for other in self._hits if hit.passage.lines[0] == other.passage.lead]
        lines = [(self._closeness(other, line), other, line) for other in below for line in self.all_of(other)]
        closeness, best, line = max(lines, key=lambda found: found[0], default=(-1, hit, ""))
        if closeness < max(self._closeness(hit, own_line) for own_line in own):
            return None
        return best, (line,)

    def _gives_more(self, line: str, hit: Hit, told: Sequence[str]) -> bool:
        """Whether `line` has a word of the question that `told` has not, or gives the figure or time asked for."""
        heading = hit.side(self._language).heading_path
        if content_units(line) & self._asked - content_units(" . ".join((*heading, *told))):
            return True
        return self._question.wanted.kind in _GIVEN and self._question.wanted.is_given_by(line)

    def _mentioning(self, names: Sequence[str], hit: Hit) -> tuple[str, ...]:
        """The lines of `hit` with one of `names`, else those whose twins have one: a line may say "the other" of it."""
        shown = hit.side(self._language)
        if lines := self._finder.lines_with(names, shown):
            return lines
        for side in hit.sides:
            if side is not shown and len(side.lines) == len(shown.lines):
                mentioning = self._finder.lines_with(names, side)
                return tuple(line for line, twin in zip(shown.lines, side.lines, strict=True) if twin in mentioning)
        return ()

    def _named_but_not_in(self, hit: Hit, said: set[str]) -> tuple[str, ...]:
        """The lines with a name of the question that neither the heading nor any line `said` has."""
        heading = self._keys(hit.side(self._language).heading_path[-1])
        asked = {key_of(name) for name in self._question.names} - heading
        keys = {line: self._keys(line) for line in self.all_of(hit)}
        left = asked - set().union(*(keys.get(line, set()) for line in said))
        return tuple(line for line in keys if left & keys[line])[:MAX_QUOTED_LINES]

    def _keys(self, text: str) -> set[str]:
        return set(map(key_of, self._finder.names_in(text)))

    def _beside(self, hit: Hit, said: set[str]) -> tuple[str, ...]:
        """The lines among which those `said` stand: not the headings below, unless one was said or a list asked for."""
        lines, own = self.all_of(hit), self._announcements.own_lines(hit, self._language)
        lists = self._question.wanted.kind is Expected.SEVERAL
        return lines if lists or len(own) >= len(lines) or not said <= set(own) else own

    def _say_more(self, lines: Sequence[str], said: set[str]) -> bool:
        """Whether a list was asked for and not given whole, or the lines are phrases, which the model words badly."""
        kind = self._question.wanted.kind
        if kind is Expected.SEVERAL:
            return said < set(lines) or not any(map(is_sentence, lines))
        return kind is Expected.ANYTHING and not any(map(is_sentence, lines))

    def _closeness(self, hit: Hit, line: str) -> int:
        """How many of the question's words, names aside, `line` shares under its heading."""
        return _closeness(self._asked, hit.side(self._language).heading_path[-1], line)


def closest_lines(
    question: Understood, heading: str, lines: Sequence[str], most: int, cosines: Mapping[str, float] | None = None
) -> tuple[str, ...]:
    """As many as `most` of `lines`, which stand under `heading`: those closest to `question`, in their order.

    By the words that they share with it, and by their `cosines` where there are any; a line without is the farthest.
    """
    asked = asked_units(question)
    cosines = cosines or {}
    farthest = min(cosines.values(), default=0.0)

    def closeness(line: str) -> float:
        return cosines.get(line, farthest) + _COSINE_A_WORD * _closeness(asked, heading, line)

    closest = sorted(lines, key=closeness, reverse=True)[:most]
    return tuple(line for line in lines if line in closest)


def _closeness(asked: frozenset[str], heading: str, line: str) -> int:
    return len(content_units(f"{heading} . {line}") & asked)
