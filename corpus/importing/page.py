"""Splits a page's blocks into halves, one per language, without navigation and contents lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from config.errors import CorpusError
from config.language import Language
from corpus.document import TOP_LEVEL
from corpus.importing.block import Block, BlockKind
from corpus.importing.contents import ContentsList, contents_lists
from corpus.importing.conventions import (
    heading_key,
    is_author_label,
    is_contents_label,
    is_navigation,
)
from corpus.importing.language_change import language_change
from corpus.importing.opening import is_title_mark, lead, opening, without_mark
from corpus.importing.pasting import without_second_copy
from corpus.importing.plaintext import can_be_heading
from corpus.importing.scripts import language_of, line_language
from corpus.importing.sentences import is_sentence

_FEWEST_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Half:
    """One language of a page. `known_levels` gives, by block, the levels a contents list settled."""

    language: Language
    title: str | None
    blocks: tuple[Block, ...]
    known_levels: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the page: its title's block, and the block its text begins at."""

    start: int
    title: int | None
    body: int
    contents: ContentsList | None


def split_page(blocks: Sequence[Block], *, name: str, one_language: bool = False) -> tuple[Half, ...]:
    """The halves of the page, one a language, in the order of the page. Of a page pasted twice it is the first copy.

    With `one_language` the blocks are known to be in one, and no change is looked for in their text.
    Raises CorpusError where a half is neither Korean nor English, or two are in one language.
    """
    blocks = without_second_copy(blocks)
    parts = list(_parts(blocks))
    if not parts or parts[0].start:
        parts.insert(0, _Part(0, None, 0, None))
    ends = [*(part.start for part in parts[1:]), len(blocks)]
    halves = [
        half
        for part, end in zip(parts, ends, strict=True)
        for half in _halves(blocks, part, end, name, one_language=one_language)
    ]
    if len({half.language for half in halves}) < len(halves):
        raise CorpusError("importing.two_of_a_language", name=name)
    return tuple(halves)


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """The parts that a contents list begins."""
    floor = 0
    for contents in contents_lists(blocks):
        heading = _heading_above(blocks, contents, floor)
        if heading is not None:
            start, title = heading
            if not floor:
                start = title if _is_second_half(blocks, title) else 0
            yield _Part(start, title, contents.end, contents)
            floor = contents.end


def _is_second_half(blocks: Sequence[Block], title: int) -> bool:
    """Whether what stands above the first title is an article in the other language, without a contents list."""
    other = [block for block in blocks[:title] if line_language(block.text) is not line_language(blocks[title].text)]
    return sum(map(is_sentence, other)) >= _FEWEST_SENTENCES


def _heading_above(blocks: Sequence[Block], contents: ContentsList, floor: int) -> tuple[int, int] | None:
    """Where the lines that introduce a contents list begin, and their title; None where it is a list in the text."""
    language = language_of(block.text for block in blocks[contents.start : contents.end])
    start = contents.start
    sentences = 0
    has_title = False
    is_labelled = start > floor and is_contents_label(blocks[start - 1].text)
    while start > floor and not blocks[start - 1].is_bullet:
        above = blocks[start - 1]
        if (floor or has_title) and line_language(above.text) not in {language, None}:
            break
        if is_sentence(above) and not is_title_mark(above):
            if floor and not is_labelled:
                break
            sentences += 1
        has_title = has_title or (can_be_heading(above.text) and not is_navigation(above.text))
        start -= 1
    titles = _titles(blocks, start, contents.start)
    if not titles or (sentences and not is_labelled and len(titles) > 1):
        return None
    return start, titles[0] if is_labelled and sentences else titles[-1]


def _titles(blocks: Sequence[Block], start: int, end: int) -> list[int]:
    """The lines between `start` and `end` that can be a title: marked ones, or else bare ones above the authors."""
    marked = [index for index in range(start, end) if is_title_mark(blocks[index])]
    if marked:
        announced = heading_key(without_mark(blocks[marked[0]].text))
        same = [index for index in range(start, end) if heading_key(blocks[index].text) == announced]
        return same[-1:] or marked[-1:]
    titles: list[int] = []
    for index in range(start, end):
        if is_author_label(blocks[index].text) and titles:
            break
        if can_be_heading(blocks[index].text) and not is_navigation(blocks[index].text):
            titles.append(index)
    return titles


def _halves(blocks: Sequence[Block], part: _Part, end: int, name: str, *, one_language: bool) -> Iterator[Half]:
    """The half a part holds, and a second one where the language changes within its text."""
    change = None if one_language else language_change(blocks, part.body, end)
    yield _half(blocks, part, change or end, name)
    if change is not None:
        yield _half(blocks, _Part(change, None, change, None), end, name)


def _half(blocks: Sequence[Block], part: _Part, end: int, name: str) -> Half:
    language = language_of(block.text for block in blocks[part.body : end])
    if language is None:
        raise CorpusError("importing.unknown_language", name=name)
    if part.contents is None:
        title, body = opening(blocks, part.start, end)
        levels: Mapping[int, int] = {}
    else:
        title, body, levels = part.title, part.body, part.contents.levels
    first = next((index for index in range(body, end) if blocks[index].kind is BlockKind.HEADING), body)
    above = range(body if part.contents is None else (title or 0) + 1, first)
    inside_contents = range(part.contents.start, part.contents.end) if part.contents else ()
    opening_lines = [blocks[index] for index in above if index not in inside_contents]
    name_of_page = without_mark(blocks[title].text) if title is not None else None
    if any(block.kind is BlockKind.HEADING for block in blocks[first:end]):
        kept = tuple(lead(opening_lines, name_of_page))
    else:
        kept = tuple(block for block in opening_lines if block.is_bullet or is_sentence(block))
    return Half(
        language=language,
        title=name_of_page,
        blocks=(*kept, *_drawn_to_sections(blocks[first:end])),
        known_levels={index - first + len(kept): level for index, level in levels.items() if first <= index < end},
    )


def _drawn_to_sections(blocks: Sequence[Block]) -> Iterator[Block]:
    """Marked headings with sections at level 2, whether the page begins them at level 1, 2 or 3."""
    marked = [block.level for block in blocks if block.level]
    tops = marked.count(1)
    highest = 1 if tops > 1 else min((level for level in marked if level > 1), default=1)
    for block in blocks:
        level = max(block.level - highest + TOP_LEVEL, TOP_LEVEL) if block.level else 0
        yield replace(block, level=level)
