"""Names the items of a list within a list by the item that they stand under, as every line is read by itself."""

from collections.abc import Sequence

from corpus.importing.block import Block

_MAX_NAME_CHARACTERS = 40
_MAX_NAMES = 3
_TEXT_ENDS = (".", "!", "?", "。")


def nested_texts(blocks: Sequence[Block]) -> list[str | None]:
    """The text of every block: "under: item" of an item below a name, and None of the name, which its items bear."""
    texts: list[str | None] = []
    names: list[tuple[int, str]] = []
    for block, items in zip(blocks, _items_below(blocks), strict=True):
        while names and (not block.is_bullet or names[-1][0] >= block.indent):
            names.pop()
        text = _named([name for _, name in names[-_MAX_NAMES:]], block.text)
        if _is_name(block) and items > 1:
            names.append((block.indent, block.text.strip().rstrip(":：")))
            texts.append(None)
        else:
            texts.append(text)
    return texts


def _items_below(blocks: Sequence[Block]) -> list[int]:
    """How many items stand right below each block, not counting those deeper within them."""
    counts = [0] * len(blocks)
    above: list[int] = []
    for index, block in enumerate(blocks):
        while above and (not block.is_bullet or blocks[above[-1]].indent >= block.indent):
            above.pop()
        if above:
            counts[above[-1]] += 1
        above.append(index)
    return counts


def _is_name(block: Block) -> bool:
    text = block.text.strip().rstrip(":：")
    is_text = block.text.endswith(_TEXT_ENDS) or any(mark in text for mark in ":：;")
    return block.is_bullet and len(text) <= _MAX_NAME_CHARACTERS and not is_text


def _named(names: Sequence[str], text: str) -> str:
    if not names:
        return text
    return f"{', '.join(names)}{', ' if ': ' in text else ': '}{text}"
