"""Reads a page saved from a browser (HTML) into blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.importing.block import Block, BlockKind, table_row
from corpus.importing.plaintext import read_plain_text

_DROPPED = re.compile(
    r"(?:script|style|nav|aside|footer|noscript|template|svg|math|form|button|select|option|iframe|object|dialog|audio"
    r"|video|canvas|figcaption)"
)
_DROPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|dd|details|div|dl|dt|fieldset|figure|footer|header|html|li|main|ol|p|pre"
    r"|section|summary|table|tbody|tfoot|thead|tr|ul|hr|h[1-6]"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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
    origin: "_Owner | None" = None
    continuation: "_Owner | None" = None

    @property
    def is_whole(self) -> bool:
        """Whether a paragraph within it is its own text, and text below a block within it goes on."""
        return self.tag in {"li", "tr", *_HEADINGS}

    @property
    def is_header_row(self) -> bool:
        """Whether it is a table row that names the columns."""
        return 0 < self.cells_begun == self.header_cells

    def child(self, tag: str) -> "_Owner":
        """The owner of a block element within this one."""
        is_furniture = (self.is_furniture or tag == "header") and tag not in _HEADINGS
        return _Owner(tag, self.depth + (tag in {"ul", "ol"}), is_furniture=is_furniture)

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

    Scripts, menus, footers and hidden parts are dropped, and of headers all but their headings. Where none below the
    title is marked, the page's lines are read as plain text. `number` counts blocks.
    """
    soup = BeautifulSoup(_PROLOG.sub("", text), "lxml")
    page_title = soup.title.get_text(" ", strip=True) if soup.title else ""
    root = _main_part(soup)
    owners = _with_column_names(owner for owner in _owners(root) if not owner.is_furniture and owner.has_text())
    headings = [_HEADINGS[owner.tag] for owner in owners if owner.tag in _HEADINGS]
    is_marked = any(level > 1 for level in headings) or len(headings) > 2  # noqa: PLR2004
    has_paragraphs = is_marked and any(owner.tag == "p" for owner in owners)
    blocks = [block for owner in owners for block in _as_marked(owner, has_paragraphs=has_paragraphs)]
    if not is_marked:
        return read_plain_text("\n".join(map(_as_line, blocks)))
    if 1 not in headings and (title := _title(soup, page_title)):
        blocks.insert(0, Block(BlockKind.HEADING, title, 0, level=1))
    return tuple(replace(block, number=number) for number, block in enumerate(blocks, start=1))


def _is_dropped(tag: Tag) -> bool:
    return (
        bool(_DROPPED.fullmatch(tag.name))
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or str(tag.get("role", "")) in _DROPPED_ROLES
        or bool(_HIDDEN_STYLE.search(str(tag.get("style", ""))))
    )


def _main_part(soup: BeautifulSoup) -> Tag:
    articles = soup.find_all("article")
    for candidate in (articles[0] if len(articles) == 1 else None, soup.find("main"), soup.body):
        if isinstance(candidate, Tag) and candidate.find(list(_HEADINGS)) is not None:
            return candidate
    return soup.body or soup


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
        if not isinstance(node, Tag) or _is_dropped(node):
            continue
        if node.name == "br":
            _current(owners, owner).pieces.append("\n")
        elif node.name in {"td", "th"}:
            owner.begin_cell(is_header=node.name == "th")
        elif _BLOCK.fullmatch(node.name):
            if node.name in {"p", "div"} and owner.is_whole:
                owner.pieces.append(" ")
            else:
                owner = owner.child(node.name)
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
    for owner in owners:
        if owner.is_header_row:
            names = owner.cells()
            continue
        names = names if owner.tag == "tr" else ()
        owner.names = names
        kept.append(owner)
    return kept


def _as_line(block: Block) -> str:
    return f"{' ' * block.indent}- {block.text}" if block.is_bullet else block.text


def _as_marked(owner: _Owner, *, has_paragraphs: bool) -> Iterator[Block]:
    text = "".join(owner.pieces)
    if owner.tag in _HEADINGS:
        yield Block(BlockKind.HEADING, " ".join(text.split()), 0, level=_HEADINGS[owner.tag])
    elif owner.tag == "tr":
        if row := table_row(owner.names, owner.cells()):
            yield Block(BlockKind.BULLET, row, 0)
    elif owner.tag == "li":
        yield Block(BlockKind.BULLET, " ".join(text.split()), 0, indent=2 * max(owner.depth - 1, 0))
    elif owner.tag in {"p", "pre", "blockquote", "dt", "dd"} or not has_paragraphs:
        for line in text.split("\n"):
            if any(map(str.isalnum, line)):
                yield Block(BlockKind.BARE, " ".join(line.split()), 0, strong=owner.plain_characters == 0)
