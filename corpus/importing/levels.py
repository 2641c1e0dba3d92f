"""Which bare lines are headings, and at which level.

A heading directly followed by another is the upper one of the two; a heading over bullets is the lowest. Where a
contents list names the sections, only the levels below them are inferred; elsewhere the sections are too, from
what conventional headings, adjacent headings and the neighbours' bodies say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from corpus.document import DEEPEST_LEVEL, TOP_LEVEL
from corpus.heading_numbers import heading_number
from corpus.importing.block import Block
from corpus.importing.conventions import is_appendix, is_conclusion, is_introduction, opens_article

TOPIC_LEVEL = 3
_LONGEST_RUN = 3
_FEWEST_NUMBERED = 3


class _Body(StrEnum):
    """What stands directly under a heading."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading and the shape of what is under it, up to the next heading."""

    index: int
    text: str
    begins_with: _Body
    is_adjacent: bool
    paragraphs: int
    bullets: int
    leads_in: bool

    @property
    def is_prose(self) -> bool:
        return self.paragraphs > 0 and not self.bullets and not self.leads_in


def heading_levels(blocks: Sequence[Block], candidates: Sequence[bool], known: Mapping[int, int]) -> dict[int, int]:
    """The level (2, 3 or 4) of each block that is a heading, by its index.

    `candidates` says which blocks read as headings; `known` gives levels a contents list has settled.
    """
    is_heading = _with_bodies(blocks, candidates, known)
    heads = _heads(blocks, is_heading)
    if not heads:
        return {}
    sections = {index for index, level in known.items() if level == TOP_LEVEL} or _sections(heads)
    levels: dict[int, int] = {}
    previous = topic_begins_with = None
    for head in heads:
        level = known.get(head.index) or _level(head, head.index in sections, previous, topic_begins_with)
        if level == TOPIC_LEVEL:
            topic_begins_with = head.begins_with
        levels[head.index] = previous = level
    return levels


def _level(head: _Head, is_section: bool, previous: int | None, topic_begins_with: _Body | None) -> int:
    if is_section or previous is None:
        return TOP_LEVEL
    if head.is_adjacent:
        return min(previous + 1, DEEPEST_LEVEL)
    if previous == TOP_LEVEL:
        return TOPIC_LEVEL
    heads_list = head.begins_with is _Body.BULLET
    return (
        DEEPEST_LEVEL
        if heads_list and (previous == DEEPEST_LEVEL or topic_begins_with is not _Body.BULLET)
        else TOPIC_LEVEL
    )


def _with_bodies(blocks: Sequence[Block], candidates: Sequence[bool], known: Mapping[int, int]) -> list[bool]:
    """Which blocks are headings: a candidate over nothing is text, and of too long a run only the ends are headings."""
    is_heading = [False] * len(blocks)
    for index in reversed(range(len(blocks))):
        over_nothing = index + 1 == len(blocks) or known.get(index + 1) == TOP_LEVEL
        is_heading[index] = index in known or (candidates[index] and not over_nothing)
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and is_heading[end] and (end == start or end not in known):
            end += 1
        opens_section = start in known or not known
        if end - start > (_LONGEST_RUN if opens_section else _LONGEST_RUN - 1):
            is_heading[start + opens_section : end - 1] = [False] * (end - 1 - start - opens_section)
        start = max(end, start + 1)
    return is_heading


def _heads(blocks: Sequence[Block], is_heading: Sequence[bool]) -> list[_Head]:
    starts = [index for index, heading in enumerate(is_heading) if heading]
    heads = []
    for start, end in pairwise([*starts, len(blocks)]):
        body = blocks[start + 1 : end]
        if body:
            begins_with = _Body.BULLET if body[0].is_bullet else _Body.PARAGRAPH
        else:
            begins_with = _Body.HEADING if end < len(blocks) else _Body.NOTHING
        bullets = sum(1 for block in body if block.is_bullet)
        leads_in = bool(body) and body[-1].text.endswith((":", "："))
        is_adjacent = start > 0 and is_heading[start - 1]
        text = blocks[start].text
        heads.append(_Head(start, text, begins_with, is_adjacent, len(body) - bullets, bullets, leads_in))
    return heads


def _sections(heads: Sequence[_Head]) -> set[int]:
    """The headings that begin sections, without a contents list to name them."""
    sections = {heads[0].index}
    for place, head in enumerate(heads):
        follows_opening = place == 1 and opens_article(heads[0].text) and not head.is_adjacent
        follows_closing = place > 0 and is_conclusion(heads[place - 1].text) and not head.is_adjacent
        is_conventional = is_introduction(head.text) or is_conclusion(head.text) or is_appendix(head.text)
        if follows_opening or follows_closing or is_conventional:
            sections.add(head.index)
    if numbered := _numbered_sections(heads):
        return sections | numbered
    if any(head.is_adjacent for head in heads):
        return sections | _upper_of_two(heads) | _prose_sections(heads)
    return sections | _sections_of_flat_page(heads)


def _numbered_sections(heads: Sequence[_Head]) -> set[int]:
    """The headings numbered 1, 2, 3 and so on, where the numbers begin with the article."""
    numbers = {place: heading_number(head.text) for place, head in enumerate(heads)}
    ordinals = {place: int(number) for place, number in numbers.items() if number.isdigit()}
    counts_up = list(ordinals.values()) == list(range(1, len(ordinals) + 1))
    is_outline = len(ordinals) >= _FEWEST_NUMBERED and min(ordinals) <= 1
    return {heads[place].index for place in ordinals} if counts_up and is_outline else set()


def _upper_of_two(heads: Sequence[_Head]) -> set[int]:
    return {head.index for head in heads if head.begins_with is _Body.HEADING and not head.is_adjacent}


def _prose_sections(heads: Sequence[_Head]) -> set[int]:
    """Headings over prose alone, where the topics that surely are topics look different."""
    topics = [place for place, head in enumerate(heads) if head.is_adjacent and not heads[place - 1].is_adjacent]
    always_list = all(heads[place].bullets or _heads_list(heads, place + 1) for place in topics)
    most_paragraphs = max(heads[place].paragraphs for place in topics)
    return {
        head.index
        for place, head in enumerate(heads)
        if head.is_prose
        and not head.is_adjacent
        and not _heads_list(heads, place + 1)
        and (always_list or head.paragraphs > max(most_paragraphs, 1))
    }


def _sections_of_flat_page(heads: Sequence[_Head]) -> set[int]:
    """Without any two adjacent headings there are two levels at most: lists under a lead-in are the lower one."""
    sections: set[int] = set()
    under_lead_in = False
    for place, head in enumerate(heads):
        if not (head.begins_with is _Body.BULLET and under_lead_in):
            sections.add(head.index)
            in_series = _heads_list(heads, place + 1) and _heads_list(heads, place + 2)
            under_lead_in = head.paragraphs > 0 and not head.bullets and (head.leads_in or in_series)
    return sections


def _heads_list(heads: Sequence[_Head], place: int) -> bool:
    """Whether the heading at `place`, not adjacent to the one above, stands directly over bullets."""
    return place < len(heads) and heads[place].begins_with is _Body.BULLET
