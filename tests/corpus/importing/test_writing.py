"""A corpus is written as a whole or not at all."""

import errno
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus
from corpus.importing.importer import import_page
from corpus.importing.writing import write_corpus
from corpus.loading import corpus_digest, load_corpus
from tests.places import CAPTURES


def imported(name: str) -> Corpus:
    return import_page((CAPTURES / name).read_bytes(), name=name, edition=date(2026, 11, 21)).corpus


@pytest.fixture
def both() -> Corpus:
    return imported("lighthouse-bilingual.txt")


@pytest.fixture
def english() -> Corpus:
    return imported("railway-english.txt")


def entries(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("name", sorted(path.name for path in CAPTURES.iterdir()))
def test_what_is_written_reads_back_the_same(name: str, tmp_path: Path) -> None:
    corpus = imported(name)
    write_corpus(corpus, tmp_path / "out")
    assert corpus_digest(load_corpus(tmp_path / "out")) == corpus_digest(corpus)


def test_files_are_named_by_language(both: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    assert write_corpus(both, out) == (out / "ko.md", out / "en.md")
    assert entries(tmp_path) == ["deep", "deep/out", "deep/out/en.md", "deep/out/ko.md"]


def test_an_empty_folder_is_filled(english: Corpus, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_corpus(english, tmp_path / "out")
    assert entries(tmp_path) == ["out", "out/en.md"]


def test_an_earlier_import_is_replaced_as_a_whole(both: Corpus, english: Corpus, tmp_path: Path) -> None:
    write_corpus(both, tmp_path / "out")
    write_corpus(english, tmp_path / "out")
    assert load_corpus(tmp_path / "out").languages == (Language.ENGLISH,)
    assert entries(tmp_path) == ["out", "out/en.md"]


def test_a_link_stays_and_its_target_is_filled(english: Corpus, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_corpus(english, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "en.md").is_file()


@pytest.mark.parametrize("name", ["notes.txt", "en.md", "ko.md", ".git"])
def test_a_folder_with_anything_else_is_refused_and_left_alone(english: Corpus, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("My own notes.", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        write_corpus(english, tmp_path / "out")
    assert caught.value.key == "importing.out_is_in_use"
    assert (tmp_path / "out" / name).read_text(encoding="utf-8") == "My own notes."
    assert entries(tmp_path) == ["out", f"out/{name}"]


@pytest.mark.parametrize("out", ["file", "file/out"])
def test_a_file_in_the_way_is_refused(english: Corpus, tmp_path: Path, out: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        write_corpus(english, tmp_path / out)
    assert caught.value.key == "importing.out_is_a_file"
    assert entries(tmp_path) == ["file"]


@pytest.fixture(params=["new", "earlier"])
def target(request: pytest.FixtureRequest, both: Corpus, tmp_path: Path) -> Iterator[Path]:
    """An output folder, and a check that a failed write leaves all as it was."""
    out = tmp_path / "above" / "out"
    if request.param == "earlier":
        write_corpus(both, out)
    before = entries(tmp_path)
    yield out
    assert entries(tmp_path) == before


KEYS = {
    errno.ENOSPC: "importing.out_disk_full",
    errno.EACCES: "importing.out_no_permission",
    errno.EROFS: "importing.out_no_permission",
    errno.EIO: "importing.out_failed",
}


@pytest.mark.parametrize("code", KEYS)
@pytest.mark.parametrize("failing", ["write_bytes", "rename"])
def test_a_failed_write_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, english: Corpus, target: Path, failing: str, code: int
) -> None:
    original = Path.rename

    def fail(self: Path, *args: object, **kwargs: object) -> object:
        if failing == "rename" and self.name != "new":
            return original(self, *args)  # type: ignore[arg-type]
        raise OSError(code, "made to fail")

    with monkeypatch.context() as patched:
        patched.setattr(Path, failing, fail)
        with pytest.raises(CorpusError) as caught:
            write_corpus(english, target)
    assert caught.value.key == KEYS[code]
