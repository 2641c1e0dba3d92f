"""Reads Markdown, as people paste it, into blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from corpus.importing.block import Block, BlockKind, table_row
from corpus.importing.html import read_fragment
from corpus.importing.rows import as_items
from corpus.markdown import item_ordinal

_MARKED_HEADING = re.compile(r"^ {0,3}#{2,6}\s+\S", re.MULTILINE)
_TOP_HEADING = re.compile(r"^ {0,3}#\s+\S", re.MULTILINE)
_UNDERLINED = re.compile(r"^\S.*\n={3,}[ ]*$", re.MULTILINE)
_INLINE_MARK = re.compile(r"\]\(|\*\*\S|^ {0,3}(?:```|> |\|.*\|)|(?<!\w)`[^`\n]+`", re.MULTILINE)
_FRONT_MATTER = re.compile(r"^---\n(?:[A-Za-z_-]+[ ]*:.*\n(?:[ \t-]+.*\n)*)+---[ ]*(?:\n|\Z)", re.MULTILINE)
_TITLE_FIELD = re.compile(r"^title[ ]*:[ ]*(.+)$", re.MULTILINE)
_COMPLETE = ("title", "language", "edition", "source")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ALERT = re.compile(r"^([ ]{0,3}>[ ]*)\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ ]*$", re.MULTILINE)
_WHOLE_IN_FENCE = re.compile(r"\s*(```+|~~~+)(?:md|markdown)?\n(?P<page>(?:(?!\1).*\n)+)\1\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LISTS = ("bullet_list", "ordered_list")


def is_markdown(text: str) -> bool:
    """Whether headings of `text` are marked, or front matter begins it.

    Underlined ones are in plain text, too.
    """
    return bool(
        _FRONT_MATTER.match(text.lstrip())
        or _MARKED_HEADING.search(text)
        or len(_TOP_HEADING.findall(text)) > 1
        or (_UNDERLINED.search(text) and _INLINE_MARK.search(text))
    )


def editions(text: str) -> tuple[str, ...]:
    """The parts of `text` that each begin with complete front matter; none where any part lacks it."""
    starts = [match.start() for match in _FRONT_MATTER.finditer(text)]
    if not starts or text[: starts[0]].strip():
        return ()
    parts = tuple(text[start:end] for start, end in pairwise([*starts, len(text)]))
    return parts if all(map(_has_complete_front_matter, parts)) else ()


def read_markdown(text: str) -> tuple[Block, ...]:
    """The headings, paragraphs and list items of `text`, footnotes below what they are noted in.

    Front matter gives a title and is no content, and a fence around the whole page is none of it.
    """
    if (fence := _WHOLE_IN_FENCE.fullmatch(text)) is not None:
        text = fence["page"]
    text = _ALERT.sub(r"\1", _FRONT_MATTER.sub(_title_heading, text))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    return tuple(_with_notes(SyntaxTreeNode(parser.parse(text)).children))


def _has_complete_front_matter(part: str) -> bool:
    front = _FRONT_MATTER.match(part)
    return front is not None and all(re.search(rf"^{name}[ ]*:", front[0], re.MULTILINE) for name in _COMPLETE)


def _title_heading(front_matter: re.Match[str]) -> str:
    """A heading in place of front matter, on its last line, so that line numbers stay."""
    title = _TITLE_FIELD.search(front_matter[0])
    heading = f"# {title[1].strip().strip(chr(34) + chr(39))}" if title else ""
    return "\n" * (front_matter[0].count("\n") - 1) + heading + "\n"


def _with_notes(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    """The blocks of all nodes, after each the footnotes first noted in it but for mere links."""
    footnotes = [note for node in nodes if node.type == "footnote_block" for note in node.children]
    notes = {note.meta["id"]: note for note in footnotes}
    for node in nodes:
        yield from _blocks([node])
        for mark in node.walk():
            note = notes.pop(mark.meta["id"], None) if mark.type == "footnote_ref" else None
            if note is not None and any(map(str.isalnum, _ADDRESS.sub("", _joined(note)))):
                yield from _blocks(note.children)


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        number = node.map[0] + 1 if node.map else 0
        match node.type:
            case "heading":
                if heading := _joined(node):
                    yield Block(BlockKind.HEADING, heading, number, level=int(node.tag[1]))
            case "paragraph":
                yield from _paragraph(node, number)
            case "bullet_list" | "ordered_list":
                yield from _items(node, indent=0)
            case "table":
                yield from _rows(node)
            case "blockquote":
                yield from _blocks(node.children)
            case "fence" | "code_block":
                yield from (Block(BlockKind.BARE, line, number) for line in _lines(node.content))
            case "html_block":
                yield from (replace(block, number=number) for block in read_fragment(node.content))


def _paragraph(node: SyntaxTreeNode, number: int) -> Iterator[Block]:
    """Its lines: what several make together stays apart, and other lines are one text but for hard breaks."""
    if items := as_items(_text(node, soft_break="\n")):
        yield from (Block(BlockKind.BULLET, item, number) for item in items)
    else:
        yield from (Block(BlockKind.BARE, line, number, strong=_is_strong(node)) for line in _lines(_text(node)))


def _items(items: SyntaxTreeNode, *, indent: int) -> Iterator[Block]:
    for item in items.children:
        number = item.map[0] + 1 if item.map else 0
        text = " ".join(_joined(child) for child in item.children if child.type not in _LISTS)
        if text.strip():
            yield Block(BlockKind.BULLET, text.strip(), number, indent=indent, ordinal=item_ordinal(item))
        for child in item.children:
            if child.type in _LISTS:
                yield from _items(child, indent=indent + 2)


def _rows(table: SyntaxTreeNode) -> Iterator[Block]:
    header, *rows = [row for part in table.children for row in part.children]
    names = [_joined(cell) for cell in header.children]
    for row in rows:
        number = row.map[0] + 1 if row.map else 0
        yield Block(BlockKind.BULLET, table_row(names, [_joined(cell) for cell in row.children]), number)


def _joined(node: SyntaxTreeNode) -> str:
    return " ".join(_text(node).split())


def _lines(text: str) -> Iterator[str]:
    return (" ".join(line.split()) for line in text.split("\n") if any(map(str.isalnum, line)))


def _text(node: SyntaxTreeNode, *, soft_break: str = " ") -> str:
    """The words under a node without their markup, hard breaks as line ends; images and struck words leave nothing."""
    pieces = []
    for leaf in _leaves(node):
        if leaf.type in {"text", "code_inline", "code_block", "fence"}:
            pieces.append(leaf.content)
        elif leaf.type == "softbreak":
            pieces.append(soft_break)
        elif leaf.type == "hardbreak" or (leaf.type == "html_inline" and _LINE_BREAK.fullmatch(leaf.content)):
            pieces.append("\n")
    return "".join(pieces)


def _leaves(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for leaf in node.walk():
        if not leaf.children and not _is_within(leaf, "image") and not _is_within(leaf, "s"):
            yield leaf


def _is_strong(node: SyntaxTreeNode) -> bool:
    words = [leaf for leaf in _leaves(node) if any(map(str.isalnum, leaf.content))]
    return bool(words) and all(_is_within(leaf, "strong") for leaf in words)


def _is_within(node: SyntaxTreeNode, kind: str) -> bool:
    while node.parent is not None and node.type != "inline":
        node = node.parent
        if node.type == kind:
            return True
    return False
