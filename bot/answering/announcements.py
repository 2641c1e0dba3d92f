"""Which lines announce which headings: after "It has three strengths:" the headings right below are its list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from config.language import Language
from index.passage import Hit, Passage


class Announcements:
    """Which passages stand under which. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = {passage.passage_id: passage for passage in passages}
        found: dict[tuple[Language, tuple[str, ...], str], dict[str, Passage]] = {}
        for passage in passages:
            if passage.lead:
                place = (passage.language, passage.heading_path[:-1], passage.lead)
                found.setdefault(place, {}).setdefault(passage.heading_path[-1], passage)
        self._below = {
            passage.passage_id: found.get((passage.language, passage.heading_path, passage.lines[-1]), {})
            for passage in passages
        }

        ends = {(passage.language, passage.heading_path, passage.lines[-1]): passage for passage in passages}
        self._above = {
            passage.passage_id: ends.get((passage.language, passage.heading_path[:-1], passage.lead))
            for passage in passages
        }

    def hit(self, passage: Passage) -> Hit:
        """`passage` and its twin as a hit: found without a search, so with no scores of one."""
        return Hit(passage, self._passages.get(passage.twin_id or ""), 1.0, None, None)

    def hit_with_lead_of(self, hit: Hit, language: Language) -> Hit | None:
        """The hit whose last line in `language` is the lead of `hit`, and announces it; None where it has no lead."""
        passage = self._above[hit.side(language).passage_id]
        if passage is None:
            return None
        return self._instead(hit, passage)

    def with_headings_below(self, passage: Passage) -> Passage:
        """`passage` with the headings it announces read as further lines."""
        return replace(passage, lines=(*passage.lines, *self._below[passage.passage_id]))

    def hit_with_headings_below(self, hit: Hit) -> Hit:
        """`hit` with the headings below on both its sides."""
        passage, twin = self.with_headings_below(hit.passage), hit.twin
        return replace(hit, passage=passage, twin=self.with_headings_below(twin) if twin else None)

    def own_lines(self, hit: Hit, language: Language) -> tuple[str, ...]:
        """The lines of `hit` in `language` without the headings below that it was given."""
        return self._passages[hit.side(language).passage_id].lines

    def hits_to_cite(self, hit: Hit, lines: Sequence[str], language: Language) -> Iterator[tuple[Hit, str]]:
        """Each of `lines` of `hit`, of which one may be its lead, and the hit to cite for it.

        For a heading below that is the passage that it heads.
        """
        own = self._passages[hit.side(language).passage_id]
        below = self._below[own.passage_id]
        for line in lines:
            passage = own if line in (own.lead, *own.lines) else below[line]
            yield self._instead(hit, passage), line

    def _instead(self, hit: Hit, passage: Passage) -> Hit:
        """`passage` with the scores by which `hit` was found, those of its lines aside."""
        return replace(hit, passage=passage, twin=self._passages.get(passage.twin_id or ""), line_cosines=())
