"""Editing one section of an edition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.updating.sections import MAX_CHARACTERS, section_of, sections_of, with_section
from config.errors import CorpusError, HaetaeError, UpdateError
from config.language import Language
from corpus.diff import diff_corpora
from corpus.document import Corpus, LineKind
from corpus.edition import edition_files, read_edition
from corpus.loading import corpus_digest, load_corpus
from tests.index.fakes import BILINGUAL, document
from tests.languages import EACH_LANGUAGE

SHIPPED = load_corpus(None)


def test_every_section_of_the_shipped_edition_is_listed_and_unchanged_by_being_written_back() -> None:
    sections = sections_of(SHIPPED)
    assert len(sections) == sum(len(document.sections) for document in SHIPPED.documents)
    for section in sections:
        seen = section_of(SHIPPED, section.key)
        assert corpus_digest(with_section(SHIPPED, seen, seen.text)) == corpus_digest(SHIPPED)


@EACH_LANGUAGE
def test_a_section_is_exchanged_and_nothing_else(language: Language) -> None:
    seen = section_of(BILINGUAL, f"{language.value}:3")
    new = with_section(BILINGUAL, seen, "One.\n\n- Two\n- Three\n")
    (change,) = diff_corpora(BILINGUAL, new)
    assert change.new_path == seen.heading_path
    lines = [line for document in new.documents for section in document.sections for line in section.lines]
    assert [line.kind for line in lines if line.text in {"One.", "Two", "Three"}] == [
        LineKind.PARAGRAPH,
        LineKind.BULLET,
        LineKind.BULLET,
    ]


@EACH_LANGUAGE
def test_a_section_that_changed_meanwhile_is_not_overwritten(language: Language) -> None:
    seen = section_of(BILINGUAL, f"{language.value}:3")
    changed = with_section(BILINGUAL, seen, "Somebody else's.")
    with pytest.raises(UpdateError) as caught:
        with_section(changed, seen, "Mine.")
    assert seen.heading_path[-1] in caught.value.sentence(language)


@pytest.mark.parametrize("key", ["", "ko", "ko:", "ko:99", "xx:1", "ko:1.1.1.1", "ko:x"])
def test_a_section_that_is_not_there_is_named(key: str) -> None:
    with pytest.raises(UpdateError) as caught:
        section_of(BILINGUAL, key)
    assert caught.value.key == "updating.no_such_section"


@EACH_LANGUAGE
def test_a_section_too_long_for_a_text_field_names_the_way_round(language: Language) -> None:
    corpus = Corpus((document(language, [(("Long",), ["word " * 1000])]),))
    with pytest.raises(UpdateError) as caught:
        section_of(corpus, f"{language.value}:1")
    assert str(MAX_CHARACTERS) in caught.value.sentence(language)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("# Title\n\nx", "corpus.heading_among_lines"),
        ("x\n\n## Heading", "corpus.heading_among_lines"),
        ("> ### Quoted", "corpus.heading_among_lines"),
        ("Heading\n---", "corpus.heading_among_lines"),
        ("---\ntitle: x\n---\n", "corpus.unreadable_block"),
        ("```\ncode\n```", "corpus.unreadable_block"),
        ("<table><tr></table>", "corpus.unreadable_block"),
    ],
)
def test_what_is_no_paragraph_and_no_bullet_is_refused(text: str, key: str) -> None:
    with pytest.raises(CorpusError) as caught:
        with_section(BILINGUAL, section_of(BILINGUAL, "en:1"), text)
    assert caught.value.key == key


def test_a_section_may_be_emptied() -> None:
    new = with_section(BILINGUAL, section_of(BILINGUAL, "en:1"), " \n")
    assert section_of(new, "en:1").text == ""


@given(text=st.text(max_size=300))
def test_any_text_is_a_section_that_can_be_kept_or_is_refused_in_one_sentence(text: str) -> None:
    refused: HaetaeError | None = None
    try:
        new = with_section(BILINGUAL, section_of(BILINGUAL, "en:1"), text)
    except HaetaeError as error:
        refused = error
    if refused is None:
        assert corpus_digest(read_edition(edition_files(new))) == corpus_digest(new)
    else:
        assert all("\n" not in refused.sentence(language) for language in Language)
