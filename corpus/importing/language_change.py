"""Where a page turns from one language into the other."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from config.language import Language
from corpus.importing.block import Block
from corpus.importing.conventions import is_navigation, is_not_content, is_page_tail
from corpus.importing.plaintext import can_be_heading
from corpus.importing.scripts import line_language
from corpus.importing.sentences import is_sentence

_MIN_PURITY = 0.85
_MIN_SHARE = 0.15
_MIN_LINES_SHARE = 0.6
_FEWEST_HEADINGS = 2
_FEWEST_SENTENCES = 3
_SENTENCE_END = re.compile(r"[.!?。]\W*$")
_SIGN = {Language.KOREAN: 1, Language.ENGLISH: -1, None: 0}


def language_change(blocks: Sequence[Block], start: int, end: int) -> int | None:
    """The block at which Korean turns into English or back, for the rest of the text; None where it does not."""
    weights = list(_weights(blocks[start:end]))
    total = sum(map(abs, weights))
    if not total:
        return None
    sums = list(accumulate(weights, initial=0))
    place = max(range(len(sums)), key=lambda index: abs(2 * sums[index] - sums[-1]))
    for side in (weights[:place], weights[place:]):
        size = sum(map(abs, side))
        if size < _MIN_SHARE * total or abs(sum(side)) < (2 * _MIN_PURITY - 1) * size:
            return None
    text = _first_of_text(blocks, start + place, end)
    if text is None or any(map(is_sentence, blocks[text:end])):
        return text
    return text if _are_notes(blocks[start:text], blocks[text:end]) else None


def _weights(blocks: Sequence[Block]) -> Iterator[int]:
    """How much Korean (positive) or English (negative) each block is; navigation and references are often neither's."""
    is_reference = False
    for block in blocks:
        is_reference = block.is_bullet and is_reference
        is_neutral = is_reference or is_navigation(block.text)
        yield 0 if is_neutral else len(block.text) * _SIGN[line_language(block.text)]
        is_reference = is_reference or is_not_content(block.text)


def _first_of_text(blocks: Sequence[Block], start: int, end: int) -> int | None:
    """`start`, or the block below a list of references there; None where no article follows, only references."""
    if start and is_not_content(blocks[start - 1].text):
        above = start
        while start < end and blocks[start].is_bullet:
            start += 1
        if start == above and not is_page_tail(blocks[start - 1].text):
            return None
    rest = blocks[start:end]
    has_heading = any(can_be_heading(block.text) and not block.is_bullet for block in rest[:-1])
    is_translation = sum(map(is_sentence, rest)) >= _FEWEST_SENTENCES and _are_as_long(blocks[:start], rest)
    return start if has_heading or is_translation else None


def _are_notes(above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether two stretches, one without any sentence, are halves of a notice in short notes, and no list of names."""
    has_part_above = any(is_not_content(block.text) and not block.is_bullet for block in above)
    headings = sum(1 for block in below[:-1] if can_be_heading(block.text) and not block.is_bullet)
    told = sum(1 for block in below if block.is_bullet and _SENTENCE_END.search(block.text))
    is_of_a_kind = not (has_part_above and any(map(is_sentence, above)))
    are_notes = headings >= _FEWEST_HEADINGS or told >= _FEWEST_SENTENCES
    return are_notes and _are_as_long(above, below) and is_of_a_kind


def _are_as_long(above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether both have about as many lines, as translations do; an address or the titles of other pages are fewer."""
    fewer, more = sorted((len(above), len(below)))
    return fewer >= _MIN_LINES_SHARE * more
