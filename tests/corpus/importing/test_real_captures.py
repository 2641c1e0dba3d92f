"""The article's own captures, wherever they lie beside the repository; the repository does not hold them."""

from datetime import date

import pytest

from config.language import Language
from corpus.document import Corpus, Document
from corpus.glossary import Glossary
from corpus.importing.importer import ImportedPage, import_page
from corpus.parity import ParityKind, check_parity
from tests.places import REAL_CAPTURES


def imported(name: str) -> ImportedPage:
    path = REAL_CAPTURES / name
    if not path.is_file():
        pytest.skip(f"the article's capture {name} is not beside this repository (../shared/article)")
    return import_page(path.read_bytes(), name=name, edition=date(2026, 11, 21))


def english(corpus: Corpus) -> Document:
    document = corpus.document(Language.ENGLISH)
    assert document is not None
    return document


def test_bilingual_page_has_ten_sections_and_49_aligned_groups() -> None:
    page = imported("bilingual-page.txt")
    assert [(one.language.value, one.sections, one.groups) for one in page.report] == [("ko", 10, 49), ("en", 10, 49)]
    shapes = [
        [(section.outline, section.level, [line.kind for line in section.lines]) for section in document.sections]
        for document in page.corpus.documents
    ]
    assert shapes[0] == shapes[1]
    assert {section.level for section in page.corpus.documents[0].sections} == {2, 3, 4}


def test_bilingual_page_has_no_parity_finding_on_outline_or_lines() -> None:
    findings = check_parity(imported("bilingual-page.txt").corpus, Glossary.load(None))
    assert [one for one in findings if one.kind in {ParityKind.SECTION, ParityKind.LEVEL, ParityKind.LINES}] == []


def test_bilingual_page_leaves_out_references_and_thumbnail_prompt() -> None:
    assert [len(one.left_out) for one in imported("bilingual-page.txt").report] == [2, 2]


def test_english_page_gives_english_alone_with_the_same_outline_and_text() -> None:
    alone = imported("english-page.txt")
    half = english(imported("bilingual-page.txt").corpus)
    assert alone.missing_language is Language.KOREAN
    assert english(alone.corpus).title == half.title
    assert [
        (section.outline, section.heading, [line.text for line in section.lines])
        for section in english(alone.corpus).sections
    ] == [(section.outline, section.heading, [line.text for line in section.lines]) for section in half.sections]
