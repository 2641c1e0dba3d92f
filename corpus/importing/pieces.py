"""A page's blocks, of which each that says the same in Korean and in English is split into its two sides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from config.language import Language
from corpus.importing.block import Block, BlockKind
from corpus.importing.both_sides import (
    Sides,
    heading_sides,
    item_sides,
    line_or_prose_sides,
    line_sides,
    prose_sides,
    title_sides,
    unmarked_heading_sides,
)
from corpus.importing.conventions import is_navigation
from corpus.importing.plaintext import can_be_heading
from corpus.importing.prose import prose_language, text_language

_MIN_SPLIT_SHARE = 1 / 2
_MIN_UNMARKED_SHARE = 2 / 3

_Splitter = Callable[[str], Sides | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or one side of a block in both languages.

    `language` is None where it has no words; `is_heading` says whether it is a heading or a bare line that may be one,
    `is_title` whether it is the page's.
    """

    block: Block
    language: Language | None
    is_heading: bool
    is_title: bool

    @property
    def is_marked(self) -> bool:
        """Whether it is marked as a heading."""
        return self.block.kind is BlockKind.HEADING

    @property
    def shape(self) -> str:
        """What it has in common with its twin."""
        return "heading" if self.is_heading else self.block.kind.value

    @property
    def prose(self) -> Language | None:
        """Its language, where it is a sentence or more."""
        return None if self.is_marked else prose_language(self.block.text)


def split_pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of a page in both languages, in order.

    A mark between Korean and English may also stand between two names, so that headings and the items of a list are
    split only where most of them can be; a title is split by itself.
    """
    title = _title(blocks)
    headings = [blocks[index].text for index in _lone_headings(blocks) if index != title]
    split_heading = _consistent(heading_sides, headings, _MIN_SPLIT_SHARE)
    split_heading = split_heading or _consistent(unmarked_heading_sides, headings, _MIN_UNMARKED_SHARE)
    split_line = line_or_prose_sides if _consistent(line_sides, headings, _MIN_SPLIT_SHARE) else prose_sides
    for kind, run in groupby(enumerate(blocks), key=lambda numbered: numbered[1].kind):
        group = list(run)
        splitter = split_heading if kind is BlockKind.HEADING else split_line
        if kind is BlockKind.BULLET:
            splitter = _consistent(item_sides, [block.text for _, block in group], _MIN_SPLIT_SHARE)
        for index, block in group:
            yield from _split(block, title_sides if index == title else splitter, is_title=index == title)


def _split(block: Block, splitter: _Splitter | None, *, is_title: bool) -> Iterator[Piece]:
    sides = splitter(block.text) if splitter else None
    spoken = zip(sides, Language, strict=True) if sides else [(block.text, text_language(block.text))]
    for text, language in spoken:
        side = replace(block, text=text)
        yield Piece(side, language, _is_heading(side), is_title)


def _title(blocks: Sequence[Block]) -> int | None:
    """The only heading of level 1, or without marks the first line that may be a heading."""
    tops = [index for index, block in enumerate(blocks) if block.level == 1]
    if any(block.kind is BlockKind.HEADING for block in blocks):
        return tops[0] if len(tops) == 1 else None
    return next((index for index, block in enumerate(blocks) if _is_heading(block)), None)


def _lone_headings(blocks: Sequence[Block]) -> Iterator[int]:
    """The headings that hold Korean, without an English one right beside them."""
    spoken = [text_language(block.text) if _is_heading(block) else None for block in blocks]
    for index, language in enumerate(spoken):
        beside = spoken[max(index - 1, 0) : index + 2]
        if language is Language.KOREAN and Language.ENGLISH not in beside:
            yield index


def _is_heading(block: Block) -> bool:
    if block.kind is BlockKind.BARE:
        return can_be_heading(block.text) and not is_navigation(block.text)
    return block.kind is BlockKind.HEADING


def _consistent(splitter: _Splitter, texts: Sequence[str], share: float) -> _Splitter | None:
    """`splitter`, where it splits at least `share` of the lines that hold Korean."""
    korean = [text for text in texts if text_language(text) is Language.KOREAN]
    split = sum(1 for text in korean if splitter(text))
    return splitter if split and split >= share * len(korean) else None
