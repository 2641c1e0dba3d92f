"""Editing one section of an edition: its text as Markdown, and the edition with that text exchanged."""

from dataclasses import dataclass

from config.language import Language
from corpus.document import Corpus

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
    """Every section, Korean first, in reading order."""
    raise NotImplementedError


def section_of(corpus: Corpus, key: str) -> SectionText:
    """The section named by `key`. Raises UpdateError where there is none, or it is too long to be edited so."""
    raise NotImplementedError


def with_section(corpus: Corpus, seen: SectionText, text: str) -> Corpus:
    """`corpus` with `text` (Markdown: paragraphs and bullets, no headings) in the place of that of `seen`.

    Raises UpdateError where the section has changed since it was seen, CorpusError where `text` cannot be used.
    """
    raise NotImplementedError
