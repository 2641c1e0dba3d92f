"""What an article is once it has been read: sections of lines under headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from config.language import Language

TOP_LEVEL, DEEPEST_LEVEL = 2, 4
"""Of headings. The title is level 1."""


class LineKind(StrEnum):
    """Whether a line is a paragraph or a bullet."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one bullet. `number` is its 1-based line in the file it was read from.

    `ordinal` is the number that a bullet bears in a numbered list.
    """

    kind: LineKind
    text: str
    number: int
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together: paragraphs and the list that follows them.

    Text after a list begins a new group. `position` is the outline position of its section and its own place in
    it, all 1-based: (2, 1, 2, 1) is the first group of section 2.1.2.
    """

    position: tuple[int, ...]
    heading_path: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines right under it.

    `level` is 2, 3 or 4; `outline` its 1-based position, one number a level;
    `heading_path` its headings from level 2 down to its own.
    """

    level: int
    heading: str
    heading_path: tuple[str, ...]
    outline: tuple[int, ...]
    lines: tuple[Line, ...]
    number: int

    def groups(self) -> Iterator[Group]:
        """The section's lines in groups, in order."""
        pending: list[Line] = []
        index = 1
        for line in self.lines:
            if pending and pending[-1].kind is LineKind.BULLET and line.kind is LineKind.PARAGRAPH:
                yield Group((*self.outline, index), self.heading_path, tuple(pending))
                pending, index = [], index + 1
            pending.append(line)
        if pending:
            yield Group((*self.outline, index), self.heading_path, tuple(pending))


@dataclass(frozen=True, slots=True)
class Document:
    """One language of an article. `edition` is an ISO date; `source` says where the text comes from."""

    language: Language
    title: str
    edition: str
    source: str
    sections: tuple[Section, ...]

    def groups(self) -> Iterator[Group]:
        """All groups of the document, in order."""
        for section in self.sections:
            yield from section.groups()


@dataclass(frozen=True, slots=True)
class Corpus:
    """An article in one or both languages; at most one document a language."""

    documents: tuple[Document, ...]

    def document(self, language: Language) -> Document | None:
        """The document in `language`, or None where the corpus lacks it."""
        return next((document for document in self.documents if document.language is language), None)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages the corpus holds, in the order of its documents."""
        return tuple(document.language for document in self.documents)
