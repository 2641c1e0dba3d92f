"""Reads a page saved from a browser (HTML) into blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.importing.block import Block, BlockKind, table_row
from corpus.importing.conventions import is_navigation, is_page_tail, is_share_target
from corpus.importing.html_tree import HEADINGS, is_dropped, item_number, main_part, prepare
from corpus.importing.plaintext import read_plain_text
from corpus.importing.sentences import is_sentence

_PARAGRAPHS = frozenset({"p", "pre", "blockquote", "dd"})
_NAMES_OF_TEXT = frozenset({"summary", "dt"})
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|header|html|li|main|ol|p|pre"
    r"|section|summary|table|tbody|tfoot|thead|tr|ul|hr|h[1-6]"
)
_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<body[\s>]|<article[\s>]|<main[\s>]|<h[1-6][\s>]|<p[\s>]|<div[\s>]", re.IGNORECASE
)
_CELL = "\x1f"  # begins a cell; decoded text holds no control characters
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
# An element or a comment of the tree, which is what reading costs, however deep they are nested.
NODE = re.compile(r"<[A-Za-z!?]")
_SNIFFED_CHARACTERS = 4000


@dataclass(slots=True)
class _Owner:
    """The block element whose text is being gathered, one piece a text node or line break."""

    tag: str
    depth: int
    pieces: list[str] = field(default_factory=list)
    plain_characters: int = 0
    is_furniture: bool = False
    cells_begun: int = 0
    header_cells: int = 0
    names: Sequence[str] = ()
    ordinal: int | None = None
    origin: "_Owner | None" = None
    continuation: "_Owner | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether a paragraph within it is its own text, and text below a block within it goes on."""
        return self.tag in {"li", "tr", *HEADINGS}

    @property
    def is_header_row(self) -> bool:
        """Whether it is a table row that names the columns."""
        return 0 < self.cells_begun == self.header_cells

    def child(self, element: Tag) -> "_Owner":
        """The owner of a block element within this one."""
        tag = element.name
        is_banner = tag == "header" and element.find("h1") is None
        is_furniture = (self.is_furniture or is_banner) and tag not in HEADINGS
        depth = self.depth + (tag in {"ul", "ol"})
        return _Owner(tag, depth, is_furniture=is_furniture, ordinal=item_number(element))

    def add(self, text: str, *, strong: bool) -> None:
        """Take a text node; `strong` if it is bold."""
        collapsed = text if self.tag == "pre" else re.sub(r"\s+", " ", text)
        self.pieces.append(collapsed)
        if not strong:
            self.plain_characters += sum(map(str.isalnum, collapsed))

    def begin_cell(self, *, is_header: bool) -> None:
        """Take the text to come as a new cell of this table row."""
        self.pieces.append(_CELL)
        self.cells_begun += 1
        self.header_cells += is_header

    def has_text(self) -> bool:
        """Whether anything in it can be read."""
        return any(any(map(str.isalnum, piece)) for piece in self.pieces)

    def cells(self) -> list[str]:
        """The cells of a table row."""
        return [" ".join(cell.split()) for cell in "".join(self.pieces).split(_CELL)[1:]]


def is_html(text: str) -> bool:
    """Whether `text` is a page's source and not the page's text."""
    start = text.lstrip()[:_SNIFFED_CHARACTERS]
    return start.startswith("<") and bool(_MARKUP.search(start))


def read_html(text: str) -> tuple[Block, ...]:
    """The headings, paragraphs and list items of the page, its title first.

    Scripts, menus, footers, struck out and hidden parts are dropped, and of headers without the title all but their
    headings. Where no heading below the title is marked, the page's lines are read as plain text. `number` counts
    blocks.
    """
    soup = BeautifulSoup(_PROLOG.sub("", text), "lxml")
    page_title = soup.title.get_text(" ", strip=True) if soup.title else ""
    prepare(soup)
    root = main_part(soup)
    owners = _with_column_names(owner for owner in _owners(root) if not owner.is_furniture and owner.has_text())
    headings = [HEADINGS[owner.tag] for owner in owners if owner.tag in HEADINGS]
    is_marked = any(level > 1 for level in headings) or len(headings) > 2  # noqa: PLR2004
    has_paragraphs = is_marked and any(owner.tag == "p" for owner in owners)
    blocks = [block for owner in owners for block in _as_marked(owner, has_paragraphs=has_paragraphs)]
    if not is_marked:
        return read_plain_text("\n".join(map(_as_line, blocks)))
    if 1 not in headings and (title := _title(soup, page_title)):
        blocks.insert(0, Block(BlockKind.HEADING, title, 0, level=1))
    return tuple(replace(block, number=number) for number, block in enumerate(blocks, start=1))


def read_fragment(markup: str) -> Iterator[Block]:
    """The blocks of HTML that stands within Markdown."""
    soup = BeautifulSoup(markup, "lxml")
    prepare(soup)
    for owner in _with_column_names(owner for owner in _owners(soup.body or soup) if owner.has_text()):
        yield from _as_marked(owner, has_paragraphs=True)


def _title(soup: BeautifulSoup, page_title: str) -> str:
    heading = soup.find("h1")
    return heading.get_text(" ", strip=True) if heading else page_title.split(" | ", maxsplit=1)[0].strip()


def _owners(root: Tag) -> Sequence[_Owner]:
    """Every block element that owns text, in order; a walk with its own stack, so that no nesting is too deep."""
    owners = [_Owner("body", 0)]
    stack: list[tuple[PageElement, _Owner, bool]] = [(root, owners[0], False)]
    while stack:
        node, owner, strong = stack.pop()
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _current(owners, owner).add(str(node), strong=strong)
        if not isinstance(node, Tag) or is_dropped(node):
            continue
        if node.name == "br":
            _current(owners, owner).pieces.append("\n")
        elif node.name in {"td", "th"}:
            owner.begin_cell(is_header=node.name == "th")
        elif _BLOCK.fullmatch(node.name):
            if node.name in {"p", "div"} and owner.is_whole:
                owner.pieces.append(" ")
            else:
                owner = owner.child(node)
                owners.append(owner)
        strong = strong or node.name in {"strong", "b"}
        stack.extend((child, owner, strong) for child in reversed(node.contents))
    return owners


def _current(owners: list[_Owner], owner: _Owner) -> _Owner:
    """Where the next text of `owner` goes: below a block within it, to a continuation of its own."""
    if owner.continuation is not None:
        owner = owner.continuation
    if owner is owners[-1] or owner.is_whole:
        return owner
    origin = owner.origin or owner
    origin.continuation = replace(origin, pieces=[], plain_characters=0, origin=origin, continuation=None)
    owners.append(origin.continuation)
    return origin.continuation


def _with_column_names(owners: Iterable[_Owner]) -> list[_Owner]:
    """The owners without the header rows of tables, whose cells name those of the rows below them."""
    kept: list[_Owner] = []
    names: Sequence[str] = ()
    is_below_names = False
    for owner in owners:
        if owner.is_header_row:
            names = _both_names(names, owner.cells()) if is_below_names else owner.cells()
            is_below_names = True
            continue
        is_below_names = False
        names = names if owner.tag == "tr" else ()
        owner.names = names
        kept.append(owner)
    return kept


def _both_names(above: Sequence[str], below: Sequence[str]) -> Sequence[str]:
    """The names of columns that two header rows give together."""
    if len(above) != len(below):
        return below
    return [one if one == other else f"{one} {other}".strip() for one, other in zip(above, below, strict=True)]


def _as_line(block: Block) -> str:
    return f"{' ' * block.indent}- {block.text}" if block.is_bullet else block.text


def _as_marked(owner: _Owner, *, has_paragraphs: bool) -> Iterator[Block]:
    text = "".join(owner.pieces)
    if owner.tag in HEADINGS:
        yield Block(BlockKind.HEADING, " ".join(text.split()), 0, level=HEADINGS[owner.tag])
    elif owner.tag == "tr":
        if row := _row(owner):
            yield Block(BlockKind.BULLET, row, 0)
    elif owner.tag == "li":
        yield Block(
            BlockKind.BULLET, " ".join(text.split()), 0, indent=2 * max(owner.depth - 1, 0), ordinal=owner.ordinal
        )
    else:
        is_strong = owner.plain_characters == 0 or owner.tag in _NAMES_OF_TEXT
        for line in text.split("\n"):
            block = Block(BlockKind.BARE, " ".join(line.split()), 0, strong=is_strong)
            if any(map(str.isalnum, line)) and _is_text(owner, block, has_paragraphs=has_paragraphs):
                yield block


def _row(owner: _Owner) -> str:
    cells = owner.cells()
    if not owner.names and owner.header_cells == 1 and len(cells) == 2 and all(cells):  # noqa: PLR2004  name and value
        return f"{cells[0].rstrip(':：')}: {cells[1]}"
    return table_row(owner.names, cells)


def _is_text(owner: _Owner, block: Block, *, has_paragraphs: bool) -> bool:
    """Whether a line is text and not a label of the page's: beside paragraphs other elements hold both."""
    if owner.tag == "figcaption":
        return is_sentence(block)
    if owner.tag in _PARAGRAPHS or not has_paragraphs:
        return True
    return not (is_navigation(block.text) or is_page_tail(block.text) or is_share_target(block.text))
