"""Turns one language of a page (a half) into the sections of a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import DEEPEST_LEVEL, TOP_LEVEL, Line, LineKind, Section
from corpus.importing.block import BlockKind
from corpus.importing.conventions import is_conclusion, is_not_content, is_page_tail
from corpus.importing.levels import heading_levels
from corpus.importing.page import Half
from corpus.importing.plaintext import can_be_heading
from corpus.section_builder import SectionBuilder

_MIN_RESUMING_TEXT = 40


@dataclass(frozen=True, slots=True)
class Outlined:
    """A half with the levels of its headings, by block; `left_out` are the headings of what was no content."""

    half: Half
    levels: Mapping[int, int]
    left_out: tuple[str, ...]


def outline(halves: Sequence[Half]) -> tuple[Outlined, ...]:
    """Every half with the levels of its headings. Halves that run line by line alike are judged together.

    Alike also means that both are marked or neither is: what a mark says of one is no vote on the other's bare lines.
    """
    kept = [_without_other_parts(half) for half in halves]
    candidates = [_candidates(half) for half, _ in kept]
    known = [half.known_levels for half, _ in kept]
    shapes = {(_is_marked(half), tuple(block.is_bullet for block in half.blocks)) for half, _ in kept}
    if len(kept) > 1 and len(shapes) == 1:
        agreed = [all(votes) for votes in zip(*candidates, strict=True)]
        candidates = [agreed for _ in kept]
        known = [{index: level for levels in known for index, level in levels.items()} for _ in kept]
    return tuple(
        Outlined(half, _levels(half, flags, settled), left_out)
        for (half, left_out), flags, settled in zip(kept, candidates, known, strict=True)
    )


def sections(outlined: Outlined, *, title: str) -> tuple[Section, ...]:
    """The sections of an outlined half. Text above its first heading stands in a section headed by the title."""
    builder = SectionBuilder()
    level = TOP_LEVEL - 1
    for index, block in enumerate(outlined.half.blocks):
        if index in outlined.levels:
            level = min(outlined.levels[index], level + 1)
            builder.heading(level, block.text, block.number)
            continue
        if not builder.has_sections:
            level = TOP_LEVEL
            builder.heading(level, title, block.number)
        kind = LineKind.BULLET if block.is_bullet else LineKind.PARAGRAPH
        builder.line(Line(kind, block.text, block.number))
    return builder.sections()


def _candidates(half: Half) -> list[bool]:
    return [block.kind is BlockKind.BARE and can_be_heading(block.text) for block in half.blocks]


def _levels(half: Half, candidates: Sequence[bool], known: Mapping[int, int]) -> dict[int, int]:
    return _marked_levels(half, candidates) if _is_marked(half) else heading_levels(half.blocks, candidates, known)


def _marked_levels(half: Half, candidates: Sequence[bool]) -> dict[int, int]:
    """The levels as marked; a bold line of its own over text is a heading one level lower."""
    levels: dict[int, int] = {}
    marked = TOP_LEVEL
    for index, block in enumerate(half.blocks):
        has_text = index + 1 < len(half.blocks) and half.blocks[index + 1].kind is not BlockKind.HEADING
        if block.level:
            levels[index] = marked = min(block.level, DEEPEST_LEVEL)
        elif block.strong and candidates[index] and has_text:
            levels[index] = min(marked + 1, DEEPEST_LEVEL)
    return levels


def _without_other_parts(half: Half) -> tuple[Half, tuple[str, ...]]:
    """`half` without its references, thumbnail prompt, comments and the like, and the headings of those."""
    last_anchor = _last_anchor(half)
    kept: list[int] = []
    left_out: list[str] = []
    opening: int | None = None
    for index, block in enumerate(half.blocks):
        if _is_other_part(half, index, last_anchor):
            opening = index
            left_out.append(block.text)
        elif opening is not None and _ends_other_part(half, opening, index):
            opening = None
        if opening is None:
            kept.append(index)
    places = {index: place for place, index in enumerate(kept)}
    known = {places[index]: level for index, level in half.known_levels.items() if index in places}
    blocks = tuple(half.blocks[index] for index in kept)
    return replace(half, blocks=blocks, known_levels=known), tuple(left_out)


def _last_anchor(half: Half) -> int:
    """The last heading that surely is the article's: its last section, or without marks its conclusion; else -1."""
    if _has_sections(half):
        return max((index for index in range(len(half.blocks)) if _is_section(half, index)), default=-1)
    return max((index for index, block in enumerate(half.blocks) if is_conclusion(block.text)), default=-1)


def _is_other_part(half: Half, index: int, last_anchor: int) -> bool:
    """Whether a block is the heading of a part that is no content: a section, or a line below the last one."""
    block = half.blocks[index]
    if block.is_bullet or not is_not_content(block.text):
        return False
    return _is_section(half, index) or (index > last_anchor and can_be_heading(block.text))


def _ends_other_part(half: Half, opening: int, index: int) -> bool:
    """Whether the article goes on at `index`. Without marks, a heading over real text below a list says so."""
    if _has_sections(half):
        return _is_section(half, index)
    blocks = half.blocks
    if is_page_tail(blocks[opening].text) or blocks[index].is_bullet or index + 1 == len(blocks):
        return False
    text = blocks[index + 1].text
    goes_on = len(text) >= _MIN_RESUMING_TEXT and not can_be_heading(text) and not blocks[index + 1].is_bullet
    return blocks[index - 1].is_bullet and can_be_heading(blocks[index].text) and goes_on


def _has_sections(half: Half) -> bool:
    return _is_marked(half) or bool(half.known_levels)


def _is_section(half: Half, index: int) -> bool:
    return half.known_levels.get(index) == TOP_LEVEL or half.blocks[index].level == TOP_LEVEL


def _is_marked(half: Half) -> bool:
    return any(block.kind is BlockKind.HEADING for block in half.blocks)
