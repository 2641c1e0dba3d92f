"""Importing a page: from a file's bytes to a corpus, and what was done to get there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from config.errors import CorpusError
from config.language import Language
from config.messages import message
from corpus.document import TOP_LEVEL, Corpus, Document
from corpus.importing.block import Block
from corpus.importing.both_sides import heading_sides, holds_prose
from corpus.importing.conventions import is_navigation
from corpus.importing.decoding import clean, decode
from corpus.importing.html import NODE, is_html, read_html
from corpus.importing.interleaved import deal
from corpus.importing.markdown import editions, is_markdown, read_markdown
from corpus.importing.outlining import Outlined, outline, sections
from corpus.importing.page import split_page
from corpus.importing.plaintext import read_plain_text
from corpus.markdown import parse_document

_MAX_BLOCKS = 20_000
# Each element of HTML and each sign of Markdown costs some 50 µs of reading.
_MAX_MARKUP = 50_000
# Without headings a text of some lines is one section; in a longer one nobody finds what was quoted.
_FEWEST_LINES_ALONE = 3
_MOST_LINES_ALONE = 30
_FEWEST_FOREIGN_LINES = 3
_MIN_FOREIGN_SHARE = 0.1
_MARK = re.compile(r"[\[*_`<&\\]")
_MAX_LINE_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One language of an import: how many sections of level 2, headings in all and groups, and the parts left out.

    `foreign_lines` are those of its lines that hold prose in the other language, 0 where they are only a few.
    """

    language: Language
    title: str
    sections: int
    headings: int
    groups: int
    left_out: tuple[str, ...]
    foreign_lines: int = 0


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A corpus and the report of its import, one entry a language, Korean first."""

    corpus: Corpus
    report: tuple[DocumentReport, ...]

    @property
    def missing_language(self) -> Language | None:
        """The language the page does not hold, where it holds only one."""
        languages = self.corpus.languages
        return languages[0].other if len(languages) == 1 else None


def import_page(data: bytes, *, name: str, edition: date) -> ImportedPage:
    """The article in `data`: a raw capture, Markdown, plain text or HTML. `name` is the file's, for errors and source.

    Raises CorpusError where no article in Korean or English can be read from it.
    """
    columned = decode(data, name=name)
    text = columned.replace("\t", " ")
    if parts := editions(text):
        _require_readable_markdown(text, name)
        return _imported([(parse_document(part, path=name), ()) for part in parts], name)
    outlined = _outlined(_blocks(text, columned, name), name)
    return _imported([(_document(one, name, edition), one.left_out) for one in outlined], name)


def _outlined(blocks: Sequence[Block], name: str) -> tuple[Outlined, ...]:
    """The halves of a page that holds one language after the other, or both in turns."""
    halves = split_page(blocks, name=name)
    if len(halves) == 1 and (dealt := deal(blocks)) is not None:
        sides = outline([half for side in dealt for half in split_page(side, name=name, one_language=True)])
        if [side.half.language for side in sides] == list(Language) and all(side.levels for side in sides):
            return sides
    return tuple(_with_titles(outline(halves)))


def _with_titles(outlined: Sequence[Outlined]) -> Iterator[Outlined]:
    """Every half with a title of its own, where one title says the same in both languages."""
    titles = [one.half.title for one in outlined if one.half.title]
    sides = heading_sides(titles[0]) if len(outlined) > len(titles) == 1 else None
    for one in outlined:
        own = sides[list(Language).index(one.half.language)] if sides else one.half.title
        yield replace(one, half=replace(one.half, title=own))


def _blocks(text: str, columned: str, name: str) -> Sequence[Block]:
    """What the page says, or CorpusError where that is more than an article or nothing but navigation.

    `columned` is `text` with the tabs that part the cells of a table in plain text.
    """
    read = read_html if is_html(text) else read_markdown if is_markdown(text) else read_plain_text
    if read is read_html:
        _require_few("importing.too_many_elements", NODE, text, name)
    elif read is read_markdown:
        _require_readable_markdown(text, name)
    else:
        _require_readable(text, name)
    blocks = read(columned if read is read_plain_text else text)
    if len(blocks) > _MAX_BLOCKS:
        raise CorpusError("importing.too_many_lines", name=name, limit=_MAX_BLOCKS)
    if all(is_navigation(block.text) for block in blocks):
        raise CorpusError("importing.only_navigation", name=name)
    return blocks


def _require_readable_markdown(text: str, name: str) -> None:
    _require_readable(text, name)
    _require_few("importing.too_many_marks", _MARK, text, name)


def _require_few(key: str, markup: re.Pattern[str], text: str, name: str) -> None:
    if any(number > _MAX_MARKUP for number, _ in enumerate(markup.finditer(text), start=1)):
        raise CorpusError(key, name=name, limit=_MAX_MARKUP)


def _require_readable(text: str, name: str) -> None:
    """Raise CorpusError where reading `text` would take minutes and find no article."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > _MAX_BLOCKS:
        raise CorpusError("importing.too_many_lines", name=name, limit=_MAX_BLOCKS)
    if max(map(len, lines), default=0) > _MAX_LINE_CHARACTERS:
        raise CorpusError("importing.line_too_long", name=name, limit=_MAX_LINE_CHARACTERS)


def _document(outlined: Outlined, name: str, edition: date) -> Document:
    half = outlined.half
    if not outlined.levels and not _FEWEST_LINES_ALONE <= len(half.blocks) <= _MOST_LINES_ALONE:
        raise CorpusError("importing.no_headings", name=name)
    title = half.title or _title_from(name)
    source = message("importing.source", half.language, name=_in_one_line(name), date=edition.isoformat())
    document = Document(half.language, title, edition.isoformat(), source, sections(outlined, title=title))
    if not any(section.lines for section in document.sections):
        raise CorpusError("importing.no_content", name=name)
    return document


def _title_from(name: str) -> str:
    stem = _in_one_line(name).rpartition(".")[0] or _in_one_line(name)
    return stem.replace("-", " ").replace("_", " ").strip() or stem


def _in_one_line(name: str) -> str:
    return clean(name).replace("\t", " ")


def _imported(documents: Sequence[tuple[Document, tuple[str, ...]]], name: str) -> ImportedPage:
    order = sorted(documents, key=lambda pair: pair[0].language is not Language.KOREAN)
    corpus = Corpus(tuple(document for document, _ in order))
    if len(set(corpus.languages)) < len(corpus.languages):
        raise CorpusError("importing.two_of_a_language", name=name)
    return ImportedPage(corpus, tuple(_report(document, left_out) for document, left_out in order))


def _report(document: Document, left_out: tuple[str, ...]) -> DocumentReport:
    return DocumentReport(
        language=document.language,
        title=document.title,
        sections=sum(1 for section in document.sections if section.level == TOP_LEVEL),
        headings=len(document.sections),
        groups=sum(1 for _ in document.groups()),
        left_out=left_out,
        foreign_lines=_foreign_lines(document),
    )


def _foreign_lines(document: Document) -> int:
    lines = [line.text for section in document.sections for line in section.lines]
    foreign = sum(1 for line in lines if holds_prose(line, document.language.other))
    return foreign if foreign >= max(_FEWEST_FOREIGN_LINES, _MIN_FOREIGN_SHARE * len(lines)) else 0
