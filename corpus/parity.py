"""Whether the languages of a corpus are twins: the same outline, as many lines, the same figures and names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from config.language import Language
from config.messages import message
from corpus.alignment import SectionTwins, section_twins
from corpus.document import Corpus, Document, Section
from corpus.figures import is_coined, latin_words, name_keys
from corpus.glossary import Glossary
from corpus.loading import document_file_name
from corpus.statements import Statement, run_starts


class ParityKind(StrEnum):
    """In what the two languages differ at one place."""

    SECTION = "section"
    LEVEL = "level"
    LINES = "lines"
    FIGURE = "figure"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ParityFinding:
    """A place where the languages part: line `line` of the file in `language`, against `twin_line` of the other.

    `detail` is the heading, figure or name that has no twin, or the line itself. Where a section has none, `twin_line`
    is the heading after which it is missing.
    """

    kind: ParityKind
    language: Language
    line: int
    twin_line: int
    detail: str

    def sentence(self, language: Language) -> str:
        """The finding and its remedy, in `language`."""
        return message(
            f"corpus.parity_{self.kind}",
            language,
            file=document_file_name(self.language),
            line=self.line,
            twin_file=document_file_name(self.language.other),
            twin_line=self.twin_line,
            twin_language=message(f"terms.language_{self.language.other}", language),
            detail=self.detail,
        )


def check_parity(corpus: Corpus, glossary: Glossary) -> tuple[ParityFinding, ...]:
    """Everything that keeps the two documents from being twins; nothing where there is one language.

    Missing sections come first, then headings of another level, then the rest in order. Lines are compared one by
    one, so that each can be cited for its twin; the order within a line is free. What is no name by its look, and
    terms one language may write out, are not asked for.
    """
    korean, english = corpus.document(Language.KOREAN), corpus.document(Language.ENGLISH)
    if korean is None or english is None:
        return ()
    return tuple(dict.fromkeys(_Checker(korean, english, glossary).findings()))


class _Checker:
    def __init__(self, korean: Document, english: Document, glossary: Glossary) -> None:
        self._korean = korean
        self._english = english
        self._glossary = glossary
        self._common = _keys(glossary.common_terms)
        self._latin_in_korean = run_starts(_texts(korean))

    def findings(self) -> Iterator[ParityFinding]:
        yield from self._compare(1, self._korean.title, 1, self._english.title)
        twins = section_twins(self._korean, self._english)
        yield from _missing_sections(twins)
        yield from _other_levels(twins)
        for (korean, english), following in zip(twins, (*twins[1:], None), strict=True):
            if korean is None or english is None:
                continue
            yield from self._compare(korean.number, korean.heading, english.number, english.heading)
            # What stands before a missing heading may hold the lines that belong under it.
            if _same_kinds(korean, english) or following is None or None not in following:
                yield from self._section(korean, english)

    def _section(self, korean: Section, english: Section) -> Iterator[ParityFinding]:
        if not _same_kinds(korean, english):
            yield _unpaired_line(korean, english)
            return
        for line, twin in zip(korean.lines, english.lines, strict=True):
            yield from self._compare(line.number, line.text, twin.number, twin.text)

    def _compare(
        self, korean_number: int, korean_text: str, english_number: int, english_text: str
    ) -> Iterator[ParityFinding]:
        korean = Statement(korean_text, Language.KOREAN, korean_number, self._glossary)
        english = Statement(english_text, Language.ENGLISH, english_number, self._glossary)
        yield from _missing_figures(korean, english)
        yield from _missing_figures(english, korean)
        yield from _missing_names(self._korean_names(korean), korean, english)
        yield from _missing_names(self._english_names(english), english, korean)

    def _korean_names(self, statement: Statement) -> list[str]:
        """Every Latin word: Korean keeps that script for names and terms."""
        return [word for word in statement.words if not _keys([word]) <= self._common]

    def _english_names(self, statement: Statement) -> list[str]:
        """Names of the glossary, coined words, and what the Korean text writes in Latin script elsewhere."""
        known = [name for name in statement.names if name in statement.text]
        words = () if statement.text.isupper() else statement.words
        parts = [part for word in words for part in re.split("[-/]", word) if part]
        others = [part for part in parts if is_coined(part) or (part[0].isupper() and self._is_kept(part))]
        names = known + [part for part in others if not _keys([part]) <= _keys(known)]
        return [name for name in names if not _keys([name]) <= self._common]

    def _is_kept(self, word: str) -> bool:
        return name_keys(word)[:1] != () and name_keys(word)[0] in self._latin_in_korean


def _missing_figures(mine: Statement, twin: Statement) -> Iterator[ParityFinding]:
    for figure in mine.figures:
        if not twin.has(figure):
            yield ParityFinding(ParityKind.FIGURE, mine.language, mine.number, twin.number, figure.text)
    for name, figure in mine.versions:
        if twin.contradicts(name, figure):
            yield ParityFinding(ParityKind.FIGURE, mine.language, mine.number, twin.number, figure.text)


def _missing_names(names: Iterable[str], mine: Statement, twin: Statement) -> Iterator[ParityFinding]:
    for name in names:
        if not _keys([name]) <= twin.keys:
            yield ParityFinding(ParityKind.NAME, mine.language, mine.number, twin.number, name)


def _missing_sections(twins: Iterable[SectionTwins]) -> Iterator[ParityFinding]:
    """The sections without a twin; not those below one that has none."""
    missing: dict[Language, tuple[int, ...]] = {}
    heading_before = dict.fromkeys(Language, 1)
    for korean, english in twins:
        for language, section, twin in ((Language.KOREAN, korean, english), (Language.ENGLISH, english, korean)):
            if section is None:
                continue
            heading_before[language] = section.number
            above = missing.get(language, ())
            if twin is None and not (above and section.outline[: len(above)] == above):
                missing[language] = section.outline
                twin_line = heading_before[language.other]
                yield ParityFinding(ParityKind.SECTION, language, section.number, twin_line, section.heading)


def _other_levels(twins: Iterable[SectionTwins]) -> Iterator[ParityFinding]:
    """The headings of another level than their twins; of several in a row by which one is deeper, the first."""
    deeper = 0
    for korean, english in twins:
        if korean is None or english is None:
            continue
        before, deeper = deeper, korean.level - english.level
        if deeper not in (0, before):
            yield ParityFinding(ParityKind.LEVEL, Language.KOREAN, korean.number, english.number, korean.heading)


def _same_kinds(korean: Section, english: Section) -> bool:
    return [line.kind for line in korean.lines] == [line.kind for line in english.lines]


def _unpaired_line(korean: Section, english: Section) -> ParityFinding:
    """The first line that stands otherwise than its twin, or has none."""
    sides = [(Language.KOREAN, korean), (Language.ENGLISH, english)]
    (language, longer), (_, shorter) = sorted(sides, key=lambda side: -len(side[1].lines))
    place = next(
        place
        for place, line in enumerate(longer.lines)
        if place >= len(shorter.lines) or shorter.lines[place].kind is not line.kind
    )
    twin_line = shorter.lines[place].number if place < len(shorter.lines) else shorter.number
    return ParityFinding(ParityKind.LINES, language, longer.lines[place].number, twin_line, longer.lines[place].text)


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(key for name in names for word in latin_words(name) for key in name_keys(word))


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    for section in document.sections:
        yield section.heading
        yield from (line.text for line in section.lines)
