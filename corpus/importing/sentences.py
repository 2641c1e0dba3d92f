"""Which blocks are sentences: running text, and no heading, label or item of a list."""

from corpus.importing.block import Block, BlockKind
from corpus.importing.conventions import is_navigation
from corpus.importing.plaintext import can_be_heading


def is_sentence(block: Block) -> bool:
    """Whether a block is a paragraph for sure."""
    return block.kind is BlockKind.BARE and not can_be_heading(block.text) and not is_navigation(block.text)
