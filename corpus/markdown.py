"""Articles as Markdown: front matter, headings of levels 2 to 4, paragraphs and bullets.

Items of numbered lists are read as bullets that know their numbers, nested items and table rows as bullets of their
own, quotations as paragraphs, inline markup as its text; rules and comments are passed over. Code and raw HTML are
refused. A `# Title` may repeat the title of the front matter; `render_document` leaves it out.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from config.errors import CorpusError
from config.language import Language
from corpus.document import DEEPEST_LEVEL, TOP_LEVEL, Document, Line, LineKind, Section
from corpus.section_builder import SectionBuilder

_BLOCK_START = re.compile(r"(?:[-+]|#{1,6})(?:\s|$)|>|~{3}|(?:-\s*){2,}$")
_NUMBERED_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_INLINE_MARKUP = re.compile(r"[\\`*_\[<]|&(?=[#A-Za-z])")
_NO_TITLE = "-"  # what lines are read under where they have no heading of their own
_COMMENTS = re.compile(r"(?:<!--.*?-->\s*)+", re.DOTALL)


def parse_document(text: str, *, path: str) -> Document:
    """One language of an article. `path` names the file in errors.

    Raises CorpusError, with the line, where the front matter or the text cannot be used.
    """
    blocks = _blocks(text)
    fields = _front_matter(blocks, path)
    if fields is None:
        raise CorpusError("corpus.no_front_matter", path=path)
    title = _required(fields, "title", path)
    language = _language(_required(fields, "language", path), path)
    edition = _edition(_required(fields, "edition", path), path)
    source = _required(fields, "source", path)
    reader = _Reader(path, title)
    reader.read(blocks)
    if reader.title != title:
        raise CorpusError("corpus.other_title", path=path, line=reader.title_number, title=title)
    return Document(language, title, edition, source, reader.sections())


def parse_lines(text: str, *, path: str) -> tuple[Line, ...]:
    """The paragraphs and bullets of Markdown without headings; none where there is no text. `path` names it in errors.

    Raises CorpusError, with the line, where there is a heading or the text cannot be used.
    """
    blocks = _blocks(text)
    for block in blocks:
        if block.type == "front_matter":
            raise CorpusError("corpus.unreadable_block", path=path, line=1)
        for node in block.walk():
            if node.type == "heading":
                raise CorpusError("corpus.heading_among_lines", path=path, line=_number(node))
    reader = _Reader(path, _NO_TITLE)
    reader.read(blocks)
    return reader.lines()


def render_document(document: Document) -> str:
    """Markdown that `parse_document` reads as the same document, but for the numbers of its lines."""
    fields = {
        "title": document.title,
        "language": document.language.value,
        "edition": date.fromisoformat(document.edition),
        "source": document.source,
    }
    front_matter = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{front_matter}---\n" + "".join(_render_section(section) for section in document.sections)


def render_lines(lines: Sequence[Line]) -> str:
    """Markdown that `parse_lines` reads as the same lines, but for their numbers; it begins with an empty line."""
    parts: list[str] = []
    previous: tuple[LineKind, bool] | None = None
    for line in lines:
        kind = line.kind, line.ordinal is not None
        goes_on = kind == previous and line.kind is LineKind.BULLET
        parts.append(f"{'' if goes_on else chr(10)}{_marker(line)}{_escape(line.text)}\n")
        previous = kind
    return "".join(parts)


def _marker(line: Line) -> str:
    if line.kind is LineKind.PARAGRAPH:
        return ""
    return "- " if line.ordinal is None else f"{line.ordinal}. "


def _render_section(section: Section) -> str:
    return f"\n{'#' * section.level} {_escape(section.heading, heading=True)}\n" + render_lines(section.lines)


def _escape(text: str, *, heading: bool = False) -> str:
    escaped = _INLINE_MARKUP.sub(lambda match: "\\" + match[0], text)
    if heading:
        return re.sub(r"#(?=#*$)", r"\\#", escaped)
    escaped = _NUMBERED_START.sub(r"\1\\\2", escaped)
    return "\\" + escaped if _BLOCK_START.match(escaped) else escaped


def _blocks(text: str) -> list[SyntaxTreeNode]:
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
    return SyntaxTreeNode(parser.parse(text)).children


def _front_matter(blocks: Sequence[SyntaxTreeNode], path: str) -> Mapping[str, object] | None:
    if not blocks or blocks[0].type != "front_matter":
        return None
    try:
        # BaseLoader makes strings only, so that `title: 2026` is a title and a bad date is ours to explain.
        fields = yaml.load(blocks[0].content, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise CorpusError("corpus.malformed_front_matter", path=path, line=line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise CorpusError("corpus.malformed_front_matter", path=path, line=1) from error
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise CorpusError("corpus.malformed_front_matter", path=path, line=1)
    return fields


def _required(fields: Mapping[str, object], name: str, path: str) -> str:
    value = _plain(fields.get(name))
    if not value:
        raise CorpusError("corpus.missing_field", path=path, field=name)
    return value


def _plain(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _language(value: str, path: str) -> Language:
    try:
        return Language(value)
    except ValueError as error:
        raise CorpusError("corpus.unknown_language", path=path, written=value) from error


def _edition(value: str, path: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise CorpusError("corpus.bad_edition", path=path, edition=value) from error


class _Reader:
    """Reads blocks in order. `title` is that of the front matter until a `# Title` replaces it."""

    def __init__(self, path: str, title: str) -> None:
        self.title = title
        self.title_number: int | None = None
        self._path = path
        self._builder = SectionBuilder()

    def sections(self) -> tuple[Section, ...]:
        """What was read. Raises CorpusError where no section holds a line."""
        sections = self._builder.sections()
        if not any(section.lines for section in sections):
            raise CorpusError("corpus.empty_document", path=self._path)
        return sections

    def lines(self) -> tuple[Line, ...]:
        """All lines that were read, of whichever section."""
        return tuple(line for section in self._builder.sections() for line in section.lines)

    def read(self, blocks: Sequence[SyntaxTreeNode]) -> None:
        """Read the blocks of the page, or of a quotation. Raises CorpusError."""
        for block in blocks:
            match block.type:
                case "heading":
                    self._heading(block)
                case "paragraph":
                    self._line(LineKind.PARAGRAPH, _text(block), _number(block))
                case "bullet_list" | "ordered_list":
                    self._list(block)
                case "table":
                    self._table(block)
                case "blockquote":
                    self.read(block.children)
                case "hr" | "front_matter":
                    pass
                case _:
                    self._refuse(block)

    def _heading(self, block: SyntaxTreeNode) -> None:
        level, text, number = int(block.tag[1:]), _text(block), _number(block)
        if not text:
            raise CorpusError("corpus.empty_heading", path=self._path, line=number)
        if level == 1:
            if self.title_number is not None or self._builder.has_sections:
                raise CorpusError("corpus.second_title", path=self._path, line=number)
            self.title, self.title_number = text, number
        elif level > DEEPEST_LEVEL:
            raise CorpusError("corpus.heading_too_deep", path=self._path, line=number)
        elif not self._builder.allows(level):
            raise CorpusError("corpus.heading_jump", path=self._path, line=number)
        else:
            self._builder.heading(level, text, number)

    def _line(self, kind: LineKind, text: str, number: int, ordinal: int | None = None) -> None:
        if not text:
            return
        if not self._builder.has_sections:
            self._builder.heading(TOP_LEVEL, self.title, number)
        self._builder.line(Line(kind, text, number, ordinal))

    def _list(self, block: SyntaxTreeNode) -> None:
        for item in block.children:
            nested = [child for child in item.children if child.type in {"bullet_list", "ordered_list"}]
            own = [child for child in item.children if child not in nested]
            for child in own:
                if child.type not in {"paragraph", "heading"}:
                    self._refuse(child)
            text = " ".join(_text(child) for child in own).strip()
            self._line(LineKind.BULLET, text, _number(item), item_ordinal(item))
            for child in nested:
                self._list(child)

    def _table(self, block: SyntaxTreeNode) -> None:
        names, *rows = [row for part in block.children for row in part.children]
        for row in rows:
            cells = zip(map(_text, names.children), map(_text, row.children), strict=True)
            text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in cells if cell)
            self._line(LineKind.BULLET, text, _number(row))

    def _refuse(self, block: SyntaxTreeNode) -> None:
        if block.type == "html_block" and _COMMENTS.fullmatch(block.content):
            return
        raise CorpusError("corpus.unreadable_block", path=self._path, line=_number(block))


def item_ordinal(item: SyntaxTreeNode) -> int | None:
    """The number that an item of a numbered list bears; None in any other list."""
    return int(item.info) if item.info.isdigit() else None


def _number(block: SyntaxTreeNode) -> int:
    return block.map[0] + 1 if block.map else 0


def _text(block: SyntaxTreeNode) -> str:
    """The text under a block: without inline markup, white space collapsed."""
    parts: list[str] = []
    for node in block.walk():
        match node.type:
            case "text" | "code_inline":
                parts.append(node.content)
            case "softbreak" | "hardbreak" | "html_inline":
                parts.append(" " if node.type != "html_inline" or node.content.lower().startswith("<br") else "")
    return " ".join("".join(parts).split())
