import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.errors import CorpusError, IndexStoreError
from config.language import Language
from corpus.document import Corpus, Document
from index.building import build_index
from index.chunking import embedded_lines, embedded_text
from index.versions import IndexStore
from tests.index.fakes import (
    BILINGUAL,
    ENGLISH,
    KOREAN,
    NOW,
    FakeEncoder,
    build,
    count_tokens,
    document,
    parts_of,
    recipe,
    snapshot,
    source,
)
from tests.languages import EACH_LANGUAGE
from tests.places import ROOT


def test_a_build_makes_a_version_and_makes_it_current(store: IndexStore) -> None:
    report = build(store)
    assert (report.version, report.unchanged, report.passages, report.unpaired) == (1, False, 12, 0)
    index = store.open_current("fake")
    assert (index.version, index.manifest.encoder, index.manifest.created) == (1, "fake-encoder", NOW)
    assert index.manifest.languages == (Language.KOREAN, Language.ENGLISH)


def test_a_version_holds_the_vector_of_every_passage_and_line(store: IndexStore) -> None:
    build(store)
    index = store.open_current("fake")
    texts = [*map(embedded_text, index.passages), *(line for one in index.passages for line in embedded_lines(one))]
    assert index.vectors.vectors().tolist() == FakeEncoder().embed_passages(texts).tolist()


def test_texts_of_like_length_are_embedded_together(store: IndexStore) -> None:
    build(store, encoder=(encoder := FakeEncoder()))
    lengths = [count_tokens(text) for text in encoder.passages]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_the_same_corpus_makes_no_new_version_and_changes_nothing(store: IndexStore) -> None:
    build(store)
    before, encoder = snapshot(store.directory), FakeEncoder()
    report = build(store, encoder=encoder)
    assert (report.version, report.unchanged, report.embedded) == (1, True, 0)
    assert encoder.passages == []
    assert snapshot(store.directory) == before


@pytest.mark.parametrize("changed", [KOREAN, ENGLISH])
def test_only_what_changed_is_embedded_again(store: IndexStore, changed: Document) -> None:
    first = build(store)
    more = [
        document(one.language, [*parts_of(one), (("끝",), ["The new end."])]) if one is changed else one
        for one in BILINGUAL.documents
    ]
    encoder = FakeEncoder()
    report = build(store, Corpus(tuple(more)), encoder)
    assert (report.version, report.unpaired) == (2, 1)
    assert encoder.passages[-1] == "끝: The new end."
    assert report.reused > report.embedded > 0
    assert report.embedded + report.reused == first.embedded + 2


def test_going_back_to_an_earlier_corpus_embeds_nothing(store: IndexStore) -> None:
    build(store)
    build(store, Corpus((KOREAN,)))
    encoder = FakeEncoder()
    report = build(store, BILINGUAL, encoder)
    assert (report.version, report.embedded, encoder.passages) == (3, 0, [])


def test_another_encoder_embeds_everything_again(store: IndexStore) -> None:
    first = build(store)
    report = build(store, encoder=FakeEncoder("other", dimension=32))
    assert (report.version, report.reused, report.embedded) == (2, 0, first.embedded)
    assert store.open_current("other").vectors.dimension == 32


def test_another_passage_length_makes_a_new_version(store: IndexStore) -> None:
    build(store)
    assert build(store, max_tokens=50).version == 2


def test_a_damaged_current_version_is_built_anew(store: IndexStore) -> None:
    build(store)
    (store.folder(1) / "vectors.faiss").write_bytes(b"damaged")
    report = build(store)
    assert (report.version, report.unchanged, report.reused) == (2, False, 0)
    assert store.open_current("fake").version == 2


def test_progress_counts_the_texts_embedded(store: IndexStore) -> None:
    seen: list[tuple[int, int]] = []
    report = build_index(source(), recipe(), store, now=NOW, progress=lambda done, total: seen.append((done, total)))
    assert seen[0][0] == 0
    assert seen[-1] == (report.embedded, report.embedded)
    assert seen == sorted(seen)


@EACH_LANGUAGE
def test_a_corpus_without_text_is_refused(store: IndexStore, language: Language) -> None:
    with pytest.raises((CorpusError, IndexStoreError), match="no text"):
        build(store, Corpus((document(language, [(("제목",), [])]),)))
    assert store.numbers() == ()


def test_a_second_build_at_the_same_time_is_told_to_wait(store: IndexStore) -> None:
    with store.change(), pytest.raises(IndexStoreError, match="Another process"):
        build(store)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_build_that_cannot_be_written_leaves_the_current_version_and_no_rest(store: IndexStore) -> None:
    build(store)
    before = snapshot(store.directory)
    with full_disk(), pytest.raises(IndexStoreError, match="cannot be written"):
        build(store, Corpus((KOREAN,)))
    assert snapshot(store.directory) == before


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "indexes").write_text("in the way")
    with pytest.raises(IndexStoreError, match="indexes"):
        build(IndexStore(tmp_path / "indexes"))


KILLED_BUILD = """
import sys, time
from pathlib import Path
from index.versions import IndexStore
store = IndexStore(Path(sys.argv[1]))
with store.change():
    (store.directory / ".staging-half").mkdir()
    (store.directory / ".staging-half" / "vectors.faiss").write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(600)
"""


def test_a_killed_build_leaves_no_half_version_and_the_next_build_clears_up(store: IndexStore) -> None:
    build(store)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED_BUILD, str(store.directory)], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGKILL)
    assert store.numbers() == (1,)
    assert store.open_current("fake").version == 1
    assert build(store, Corpus((ENGLISH,))).version == 2
    assert [path.name for path in sorted(store.directory.iterdir())] == [".lock", "current.json", "v0001", "v0002"]
