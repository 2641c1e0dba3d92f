"""The opening of a half: its title, and which of the lines around it are text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.importing.block import Block, BlockKind
from corpus.importing.conventions import (
    can_head_a_section,
    heading_key,
    is_author_label,
    is_byline,
    is_introduction,
    is_metadata,
    is_name_label,
    is_navigation,
    is_page_tail,
    is_share_target,
    opens_article,
    page_name,
)
from corpus.importing.row import columns
from corpus.importing.sentences import is_sentence

_MAX_LINES_ABOVE = 12
_MAX_TITLE_COLUMNS = 100
_SPLIT_VIEW = "split view:"


def is_title_mark(block: Block) -> bool:
    """Whether a block is marked as a title."""
    return block.level == 1 or block.text.casefold().startswith(_SPLIT_VIEW)


def without_mark(text: str) -> str:
    """A title without the mark of a page that shows two languages beside each other."""
    return text[len(_SPLIT_VIEW) :].strip() if text.casefold().startswith(_SPLIT_VIEW) else text


def opening(blocks: Sequence[Block], start: int, end: int) -> tuple[int | None, int]:
    """The title's block and the first block of the text, where no contents list shows them."""
    marked = next((index for index in range(start, end) if blocks[index].kind is BlockKind.HEADING), None)
    if marked is not None and blocks[marked].level == 1:
        return marked, marked + 1
    if marked is not None:
        above = (index for index in range(start, marked) if blocks[index].kind is BlockKind.BARE)
        names = (index for index in above if not is_sentence(blocks[index]) and not _is_above_title(blocks[index].text))
        return next(names, None), start
    index = start
    while index < end and (blocks[index].is_bullet or _is_above_title(blocks[index].text)):
        index += 1
    if index == end or opens_article(blocks[index].text) or _is_paragraph(blocks[index]):
        return None, index
    title = _named_again(blocks, start, index, end)
    index = title
    key = heading_key(without_mark(blocks[title].text))
    index += 1
    while index < end and (
        is_navigation(blocks[index].text)
        or heading_key(blocks[index].text) == key
        or (index > title + 1 and is_share_target(blocks[index].text))
        or (index + 1 < end and is_byline(blocks[index].text) and is_metadata(blocks[index + 1].text))
    ):
        index += 2 if _is_above_a_name(blocks, index, end) else 1
    return title, index


def lead(blocks: Sequence[Block], title: str | None) -> Iterator[Block]:
    """The text among the lines above the first marked heading: not the title again, labels, dates and bylines.

    Where headings are marked none of these lines is one, though it be bold.
    """
    follows_author_label = False
    for block in blocks:
        is_name = follows_author_label and not is_sentence(block)
        follows_author_label = is_author_label(block.text)
        is_title = title is not None and heading_key(block.text) == heading_key(title)
        is_control = is_navigation(block.text) or is_page_tail(block.text) or is_share_target(block.text)
        if block.is_bullet or not (is_name or is_title or is_control):
            yield replace(block, strong=False)


def _named_again(blocks: Sequence[Block], start: int, first: int, end: int) -> int:
    """The line that says again the name of the page which a line above it gave beside its site's; else `first`."""
    names = {page_name(block.text) for block in blocks[start : first + 1]}
    for index in range(first + 1, min(first + _MAX_LINES_ABOVE, end)):
        if blocks[index].is_bullet or is_sentence(blocks[index]):
            break
        if heading_key(blocks[index].text) in names and not is_navigation(blocks[index].text):
            return index
    return first


def _is_paragraph(block: Block) -> bool:
    """Whether a block is too long a text for a title, which may be a sentence, too."""
    return is_sentence(block) and columns(block.text) > _MAX_TITLE_COLUMNS


def _is_above_title(text: str) -> bool:
    return is_navigation(text) or (is_page_tail(text) and not can_head_a_section(text))


def _is_above_a_name(blocks: Sequence[Block], index: int, end: int) -> bool:
    """Whether a label stands above an author's name, and not right above the article."""
    if not is_author_label(blocks[index].text) or index + 2 >= end or is_navigation(blocks[index + 1].text):
        return False
    below = blocks[index + 2].text
    return is_name_label(blocks[index].text) or is_introduction(below) or is_navigation(below)
