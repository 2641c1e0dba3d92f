"""Turns one language of a page (a half) into the sections of a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import DEEPEST_LEVEL, TOP_LEVEL, Line, LineKind, Section
from corpus.importing.block import BlockKind
from corpus.importing.conventions import is_fact
from corpus.importing.levels import heading_levels
from corpus.importing.nesting import nested_texts
from corpus.importing.other_parts import is_marked, without_other_parts
from corpus.importing.page import Half
from corpus.importing.plaintext import can_be_heading
from corpus.section_builder import SectionBuilder


@dataclass(frozen=True, slots=True)
class Outlined:
    """A half with the levels of its headings, by block; `left_out` are the headings of what was no content."""

    half: Half
    levels: Mapping[int, int]
    left_out: tuple[str, ...]


def outline(halves: Sequence[Half]) -> tuple[Outlined, ...]:
    """Every half with the levels of its headings. Halves that run line by line alike are judged together.

    Where the headings of one of them alone are marked, those are the headings of both.
    """
    kept = [without_other_parts(half) for half in halves]
    candidates = [_candidates(half) for half, _ in kept]
    known = [half.known_levels for half, _ in kept]
    if len(kept) > 1 and len({tuple(block.is_bullet for block in half.blocks) for half, _ in kept}) == 1:
        marked = [
            _marked_levels(half, flags) for (half, _), flags in zip(kept, candidates, strict=True) if is_marked(half)
        ]
        if len(marked) == 1:
            return tuple(Outlined(half, marked[0], left_out) for half, left_out in kept)
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
    blocks = outlined.half.blocks
    texts = nested_texts(blocks) if is_marked(outlined.half) else [block.text for block in blocks]
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if index in outlined.levels:
            level = min(outlined.levels[index], level + 1)
            builder.heading(level, block.text, block.number)
            continue
        if text is None:
            continue
        if not builder.has_sections:
            level = TOP_LEVEL
            builder.heading(level, title, block.number)
        kind = LineKind.BULLET if block.is_bullet else LineKind.PARAGRAPH
        builder.line(Line(kind, text, block.number, block.ordinal if text == block.text else None))
    return builder.sections()


def _candidates(half: Half) -> list[bool]:
    return [
        block.kind is BlockKind.BARE and can_be_heading(block.text) and not is_fact(block.text) for block in half.blocks
    ]


def _levels(half: Half, candidates: Sequence[bool], known: Mapping[int, int]) -> dict[int, int]:
    return _marked_levels(half, candidates) if is_marked(half) else heading_levels(half.blocks, candidates, known)


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
