"""Leaves out of a half what is not the article: references, a thumbnail prompt, and what a site puts around it.

What a site puts there is known by short labels (share, list, tags), and these stand anywhere. One begins a part that
goes down to the end only where little text follows it; elsewhere its line goes alone, and the article stays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from corpus.document import TOP_LEVEL
from corpus.importing.block import Block, BlockKind
from corpus.importing.conventions import (
    can_head_a_section,
    heads_a_list,
    heads_others_words,
    is_conclusion,
    is_not_content,
    is_page_tail,
    is_share_target,
)
from corpus.importing.page import Half
from corpus.importing.plaintext import can_be_heading
from corpus.importing.sentences import is_sentence

_MIN_RESUMING_TEXT = 40
_MAX_TAIL_SHARE = 0.1
_MAX_OTHERS_SHARE = 0.5
_FEWEST_TEXTS = 3


def without_other_parts(half: Half) -> tuple[Half, tuple[str, ...]]:
    """`half` without its references, thumbnail prompt, comments and the like, and the headings of those."""
    last_anchor = _last_anchor(half)
    sums = _text_sums(half.blocks)
    kept: list[int] = []
    left_out: list[str] = []
    opening: int | None = None
    is_below_label = False
    for index, block in enumerate(half.blocks):
        if _is_other_part(half, index, last_anchor, sums):
            opening = index
            left_out.append(block.text)
        elif opening is not None and _ends_other_part(half, opening, index):
            opening = None
        if opening is not None:
            continue
        is_target = is_share_target(block.text) and not block.level and index not in half.known_levels
        is_below_label = _is_label_alone(half, index) or (is_below_label and is_target)
        if is_below_label:
            left_out.append(block.text)
        else:
            kept.append(index)
    places = {index: place for place, index in enumerate(kept)}
    known = {places[index]: level for index, level in half.known_levels.items() if index in places}
    blocks = tuple(half.blocks[index] for index in kept)
    return replace(half, blocks=blocks, known_levels=known), tuple(left_out)


def is_marked(half: Half) -> bool:
    """Whether headings of `half` are marked."""
    return any(block.kind is BlockKind.HEADING for block in half.blocks)


def _last_anchor(half: Half) -> int:
    """The last heading that surely is the article's: its last section, or without marks its conclusion; else -1."""
    places = range(len(half.blocks))
    if _has_sections(half):
        sections = [index for index in places if _is_section(half, index)]
        own = (index for index in reversed(sections) if not is_not_content(half.blocks[index].text))
        return next(own, -1)
    return max((index for index in places if is_conclusion(half.blocks[index].text)), default=-1)


def _is_other_part(half: Half, index: int, last_anchor: int, sums: Sequence[int]) -> bool:
    """Whether a block is the heading of a part that is no content: a section, or a line below the last one."""
    block = half.blocks[index]
    if block.is_bullet or not is_not_content(block.text):
        return False
    if _is_section(half, index):
        return not _has_text_of_article(half, index, last_anchor)
    is_below = index > last_anchor and can_be_heading(block.text)
    return is_below and (not is_page_tail(block.text) or _is_end(half, index, sums))


def _has_text_of_article(half: Half, index: int, last_anchor: int) -> bool:
    """Whether a section named like what sites put below an article has sentences of its own, and not a reader's."""
    name = half.blocks[index].text
    if not is_page_tail(name) or (heads_others_words(name) and index >= last_anchor):
        return False
    return any(map(is_sentence, _own_blocks(half, index)))


def _own_blocks(half: Half, index: int) -> Iterator[Block]:
    """The blocks between a heading and the next one."""
    for place in range(index + 1, len(half.blocks)):
        if half.blocks[place].level or place in half.known_levels:
            return
        yield half.blocks[place]


def _is_end(half: Half, index: int, sums: Sequence[int]) -> bool:
    """Whether so little text follows a label that what is below it belongs to it. `sums` counts the text so far."""
    label = half.blocks[index].text
    below = index + 1
    while heads_a_list(label) and below < len(half.blocks) and half.blocks[below].is_bullet:
        below += 1
    most = _MAX_OTHERS_SHARE if heads_others_words(label) else _MAX_TAIL_SHARE
    return sums[index] > 0 and sums[-1] - sums[below] <= most * sums[-1]


def _text_sums(blocks: Sequence[Block]) -> list[int]:
    """How many characters of text stand above each block, and in all; every line is text where few are sentences."""
    texts = list(map(_is_text, blocks))
    if sum(texts) < _FEWEST_TEXTS:
        texts = [not is_page_tail(block.text) for block in blocks]
    sizes = (len(block.text) if is_text else 0 for block, is_text in zip(blocks, texts, strict=True))
    return list(accumulate(sizes, initial=0))


def _is_text(block: Block) -> bool:
    return is_sentence(block) or (block.is_bullet and not is_share_target(block.text))


def _is_label_alone(half: Half, index: int) -> bool:
    """Whether a line is such a label in the midst of the article, and not the name of what is under it."""
    block = half.blocks[index]
    if block.kind is not BlockKind.BARE or index in half.known_levels or not is_page_tail(block.text):
        return False
    has_body = index + 1 < len(half.blocks) and _is_text(half.blocks[index + 1])
    return not (can_head_a_section(block.text) and has_body)


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
    return is_marked(half) or bool(half.known_levels)


def _is_section(half: Half, index: int) -> bool:
    return half.known_levels.get(index) == TOP_LEVEL or half.blocks[index].level == TOP_LEVEL
