"""Editing one section of an edition: its text as Markdown, and the edition with that text exchanged."""

import hashlib
from dataclasses import dataclass, replace

from config.errors import UpdateError
from config.language import Language
from corpus.document import Corpus, Section
from corpus.importing.decoding import clean
from corpus.markdown import parse_lines, render_lines

# What a text field in Discord holds.
MAX_CHARACTERS = 4000


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section as it is edited.

    `outline` is its place (`Section.outline`), `heading_path` its headings; `text` its own lines as Markdown, without
    the sections below it; `digest` tells whether it changed since it was looked at.
    """

    language: Language
    outline: tuple[int, ...]
    heading_path: tuple[str, ...]
    text: str
    digest: str

    @property
    def key(self) -> str:
        """The section in a few characters, for choices and ids: `ko:1.2`. `section_of` finds it by this."""
        return f"{self.language.value}:{'.'.join(map(str, self.outline))}"


def sections_of(corpus: Corpus) -> tuple[SectionText, ...]:
    """Every section, Korean first, in reading order; those too long to be edited here are among them."""
    documents = [corpus.document(language) for language in Language]
    return tuple(_text_of(one.language, section) for one in documents if one for section in one.sections)


def section_of(corpus: Corpus, key: str) -> SectionText:
    """The section named by `key`. Raises UpdateError where there is none, or it is too long to be edited so."""
    found = next((section for section in sections_of(corpus) if section.key == key), None)
    if found is None:
        raise UpdateError("updating.no_such_section", section=key)
    if len(found.text) > MAX_CHARACTERS:
        raise UpdateError(
            "updating.section_too_long",
            heading=found.heading_path[-1],
            characters=len(found.text),
            limit=MAX_CHARACTERS,
        )
    return found


def with_section(corpus: Corpus, seen: SectionText, text: str) -> Corpus:
    """`corpus` with `text` (Markdown: paragraphs and bullets, no headings) in the place of that of `seen`.

    Raises UpdateError where the section has changed since it was seen, CorpusError where `text` cannot be used.
    """
    heading = seen.heading_path[-1]
    now = next((section for section in sections_of(corpus) if section.key == seen.key), None)
    if now is None or now.digest != seen.digest:
        raise UpdateError("updating.section_changed", heading=heading)
    lines = parse_lines(clean(text), path=heading)
    return Corpus(
        tuple(
            replace(
                document,
                sections=tuple(
                    replace(section, lines=lines) if section.outline == seen.outline else section
                    for section in document.sections
                ),
            )
            if document.language is seen.language
            else document
            for document in corpus.documents
        )
    )


def _text_of(language: Language, section: Section) -> SectionText:
    text = render_lines(section.lines).strip()
    digest = hashlib.sha256("\n".join((*section.heading_path, text)).encode()).hexdigest()
    return SectionText(language, section.outline, section.heading_path, text, digest)
