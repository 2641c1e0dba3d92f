"""Reading a corpus from a folder, and its digest."""

from pathlib import Path

import pytest

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus
from corpus.loading import corpus_digest, load_corpus
from corpus.markdown import parse_document

KOREAN = "---\ntitle: 차\nlanguage: ko\nedition: 2026-11-21\nsource: 안내문\n---\n\n## 녹차\n\n순합니다.\n"
ENGLISH = "---\ntitle: Tea\nlanguage: en\nedition: 2026-11-21\nsource: A leaflet\n---\n\n## Green tea\n\nIt is mild.\n"


def refusal(directory: Path) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        load_corpus(directory)
    for language in Language:
        assert str(directory) in caught.value.sentence(language)
    return caught.value


def test_both_languages_are_loaded_korean_first(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "ko.md").write_text(KOREAN, encoding="utf-8")
    assert load_corpus(tmp_path).languages == (Language.KOREAN, Language.ENGLISH)


@pytest.mark.parametrize(("name", "text"), [("ko.md", KOREAN), ("en.md", ENGLISH)])
def test_one_language_is_a_corpus(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [language.value for language in load_corpus(tmp_path).languages] == [name.removesuffix(".md")]


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "ko.md").write_bytes(b"\xef\xbb\xbf" + KOREAN.replace("\n", "\r\n").encode())
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    assert load_corpus(tmp_path).documents[0] == parse_document(KOREAN, path="ko.md")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").key == "corpus.folder_missing"


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(ENGLISH, encoding="utf-8")
    assert refusal(tmp_path).key == "corpus.folder_empty"


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "ko.md").write_bytes(KOREAN.encode("cp949"))
    assert refusal(tmp_path).key == "corpus.not_utf8"


@pytest.mark.parametrize(("name", "text"), [("en.md", KOREAN), ("ko.md", ENGLISH)])
def test_a_file_named_for_the_other_language_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert refusal(tmp_path).key == "corpus.other_language"


def test_the_digest_is_that_of_the_content_wherever_the_lines_stand() -> None:
    compact = parse_document(ENGLISH, path="en.md")
    spaced = parse_document(ENGLISH.replace("\n\n", "\n\n\n\n"), path="en.md")
    assert compact != spaced
    assert corpus_digest(Corpus((compact,))) == corpus_digest(Corpus((spaced,)))


def test_the_digest_does_not_depend_on_the_order_of_the_languages() -> None:
    korean, english = parse_document(KOREAN, path="ko.md"), parse_document(ENGLISH, path="en.md")
    assert corpus_digest(Corpus((korean, english))) == corpus_digest(Corpus((english, korean)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Tea", "title: Teas"),
        ("2026-11-21", "2026-11-22"),
        ("A leaflet", "A book"),
        ("Green tea", "Black tea"),
        ("mild", "strong"),
        ("It is", "- It is"),
    ],
)
def test_the_digest_changes_with_the_head_and_the_text(old: str, new: str) -> None:
    texts = (ENGLISH, ENGLISH.replace(old, new))
    first, second = (corpus_digest(Corpus((parse_document(text, path="en.md"),))) for text in texts)
    assert first != second
