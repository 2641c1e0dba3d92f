"""Pages that were pasted more than once."""

from collections.abc import Sequence

from corpus.importing.block import Block

_FEWEST_BLOCKS = 3


def without_second_copy(blocks: Sequence[Block]) -> Sequence[Block]:
    """The first copy of a page that is nothing but copies of it one after another, the last perhaps cut off."""
    length = _period([(block.kind, block.level, block.text) for block in blocks])
    return blocks[:length] if length >= _FEWEST_BLOCKS and 2 * length <= len(blocks) else blocks


def _period(items: Sequence[object]) -> int:
    """The least distance at which `items` repeats itself up to its end (Knuth, Morris and Pratt, 1977)."""
    borders = [0] * len(items)
    border = 0
    for index in range(1, len(items)):
        while border and items[index] != items[border]:
            border = borders[border - 1]
        border += items[index] == items[border]
        borders[index] = border
    return len(items) - border
