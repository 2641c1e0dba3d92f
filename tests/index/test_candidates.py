"""Versions that wait for approval."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from config.errors import IndexStoreError
from config.language import Language
from corpus.document import Corpus, Document
from corpus.loading import corpus_digest
from index.building import build_candidate
from index.candidates import Candidates
from index.versions import IndexStore
from tests.index.fakes import (
    BILINGUAL,
    ENGLISH,
    KOREAN,
    NOW,
    TESTER,
    FakeEncoder,
    build,
    build_beside,
    document,
    parts_of,
    recipe,
    silent,
    snapshot,
    source,
)

KILLS = 50


@pytest.fixture
def store(tmp_path: Path) -> IndexStore:
    store = IndexStore(tmp_path / "indexes")
    build(store)
    return store


@pytest.fixture
def candidates(store: IndexStore) -> Candidates:
    return Candidates(store)


def test_a_candidate_changes_nothing_that_serves(store: IndexStore, candidates: Candidates) -> None:
    report = build_beside(store, Corpus((KOREAN,)))
    assert (store.numbers(), store.current()) == ((1,), 1)
    assert candidates.load(report.candidate_id).manifest.languages == (Language.KOREAN,)


def test_a_promoted_candidate_is_the_next_version_with_its_own_edition(
    store: IndexStore, candidates: Candidates
) -> None:
    first, second = build_beside(store, Corpus((KOREAN,))), build_beside(store, Corpus((ENGLISH,)))
    assert candidates.promote(second.candidate_id) == 2
    assert candidates.promote(first.candidate_id) == 3
    assert [store.load(version).version for version in store.numbers()] == [1, 2, 3]
    assert [store.edition(version).languages for version in (1, 2, 3)] == [tuple(Language), ("en",), ("ko",)]
    assert store.rollback() == 2


def test_a_version_says_who_made_it_why_and_through_which_door(store: IndexStore, candidates: Candidates) -> None:
    candidates.promote(build_beside(store, Corpus((KOREAN,))).candidate_id)
    assert [info.manifest.provenance for info in store.list() if info.manifest] == [TESTER, TESTER]


def test_the_edition_of_a_version_is_what_it_was_made_from(store: IndexStore) -> None:
    assert corpus_digest(store.edition(1)) == corpus_digest(BILINGUAL)


def test_a_discarded_candidate_leaves_nothing(store: IndexStore, candidates: Candidates) -> None:
    before = snapshot(store.directory)
    candidates.discard(build_beside(store, Corpus((KOREAN,))).candidate_id)
    assert snapshot(store.directory) == before
    candidates.discard("gone")


@pytest.mark.parametrize("act", [Candidates.load, Candidates.promote])
def test_a_candidate_that_is_gone_is_named_with_the_remedy(
    candidates: Candidates, act: Callable[[Candidates, str], object]
) -> None:
    with pytest.raises(IndexStoreError, match="prepare it again"):
        act(candidates, "gone")


def test_a_damaged_candidate_is_not_promoted(store: IndexStore, candidates: Candidates) -> None:
    candidate_id = build_beside(store, Corpus((KOREAN,))).candidate_id
    (store.directory / f".candidate-{candidate_id}" / "ko.md").write_text("half")
    with pytest.raises(IndexStoreError, match="damaged"):
        candidates.promote(candidate_id)
    assert (store.numbers(), store.current()) == ((1,), 1)


def test_pruning_leaves_a_candidate(store: IndexStore, candidates: Candidates) -> None:
    candidate_id = build_beside(store, Corpus((KOREAN,))).candidate_id
    store.prune(1)
    assert candidates.promote(candidate_id) == 2


def test_only_one_may_prepare_an_update_at_a_time(store: IndexStore, candidates: Candidates) -> None:
    with candidates.claim(), pytest.raises(IndexStoreError, match="Another process"), Candidates(store).claim():
        pass
    with Candidates(store).claim():
        pass


def test_leftovers_are_removed_and_named_unless_somebody_holds_them(store: IndexStore, candidates: Candidates) -> None:
    candidate_id = build_beside(store, Corpus((KOREAN,))).candidate_id
    with candidates.claim():
        assert Candidates(store).remove_leftovers() == ()
    (leftover,) = Candidates(store).remove_leftovers()
    assert leftover.name == f".candidate-{candidate_id}"
    assert leftover.manifest is not None
    assert leftover.manifest.provenance == TESTER
    assert Candidates(store).remove_leftovers() == ()


def test_a_version_that_was_cut_off_before_it_became_current_is_removed_and_named(
    store: IndexStore, candidates: Candidates, monkeypatch: pytest.MonkeyPatch
) -> None:
    candidate_id = build_beside(store, Corpus((KOREAN,))).candidate_id
    with monkeypatch.context() as dying:
        dying.setattr("index.versions.write_pointer", killed)
        with pytest.raises(KeyboardInterrupt):
            candidates.promote(candidate_id)
    assert (store.numbers(), store.current()) == ((1, 2), 1)
    (leftover,) = candidates.remove_leftovers()
    assert (leftover.name, leftover.manifest and leftover.manifest.provenance) == ("v0002", TESTER)
    assert store.numbers() == (1,)
    assert candidates.promote(build_beside(store, Corpus((ENGLISH,))).candidate_id) == 2


def test_versions_gone_back_from_are_no_leftovers_also_where_an_earlier_build_wrote_the_pointer(
    store: IndexStore, candidates: Candidates
) -> None:
    candidates.promote(build_beside(store, Corpus((KOREAN,))).candidate_id)
    store.rollback()
    assert candidates.remove_leftovers() == ()
    (store.directory / "current.json").write_text('{"current": 1, "earlier": []}')
    assert candidates.remove_leftovers() == ()
    store.activate(1)
    assert candidates.remove_leftovers() == ()
    assert store.numbers() == (1, 2)


def test_files_cut_off_while_they_were_written_are_removed_and_named(store: IndexStore, candidates: Candidates) -> None:
    (store.directory / ".staging-half").mkdir()
    (store.directory / ".staging-half" / "ko.md").write_text("half")
    with store.change():
        (store.directory / ".staging-current.json").write_text("half")
        assert candidates.remove_leftovers() == (), "somebody is at work"
    names = [(leftover.name, leftover.manifest) for leftover in candidates.remove_leftovers()]
    assert names == [(".staging-current.json", None)]
    assert candidates.remove_leftovers() == ()


def test_looking_for_leftovers_where_there_are_none_writes_nothing(store: IndexStore, candidates: Candidates) -> None:
    for path in store.directory.glob(".*lock"):
        path.unlink()
    before = sorted(path.name for path in store.directory.iterdir())
    assert candidates.remove_leftovers() == ()
    assert sorted(path.name for path in store.directory.iterdir()) == before


def killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_without_reuse_everything_is_embedded_anew(store: IndexStore) -> None:
    encoder = FakeEncoder()
    report = build_candidate(source(), recipe(encoder), store, now=NOW, progress=silent, reuse=False)
    assert (report.reused, report.embedded) == (0, len(encoder.passages))


@pytest.mark.parametrize("changed", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_editing_one_paragraph_embeds_its_passage_and_line_in_its_language_alone(
    store: IndexStore, changed: Document
) -> None:
    *others, (path, lines) = parts_of(changed)
    edited = document(changed.language, [*others, (path, ["Edited, 43K.", *lines[1:]])])
    encoder = FakeEncoder()
    corpus = Corpus(tuple(edited if one is changed else one for one in BILINGUAL.documents))
    report = build_beside(store, corpus, encoder)
    assert report.embedded == len(encoder.passages) == 2
    assert all("Edited, 43K." in text for text in encoder.passages)


def test_killed_at_any_moment_an_update_leaves_whole_versions_and_the_next_start_clears_up(store: IndexStore) -> None:
    """Fifty processes are killed while they build, promote, discard, roll back and prune without end."""
    moments = random.Random(5)
    editions = {corpus_digest(one): one for one in (BILINGUAL, Corpus((KOREAN,)), Corpus((ENGLISH,)))}
    left_behind = 0
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            try:
                update_for_ever(store.directory, list(editions.values()))
            finally:
                os._exit(1)
        time.sleep(moments.uniform(0.001, 0.08))
        os.kill(child, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        left_behind += len(Candidates(store).remove_leftovers())
        served = store.open_current("fake")
        assert served.manifest.corpus_digest == corpus_digest(store.edition(served.version))
        for version in store.numbers():
            assert store.verify(version) == ()
            assert store.load(version).manifest.corpus_digest in editions
    assert left_behind
    assert store.next_number() > 2
    build(store, document_of_its_own())
    store.prune(1)
    names = [path.name for path in store.directory.iterdir()]
    assert all(name.startswith("v") or name in {"current.json", ".lock", ".update.lock"} for name in names)


def update_for_ever(directory: Path, corpora: list[Corpus]) -> None:
    store, number = IndexStore(directory), os.getpid()
    candidates = Candidates(store)
    while True:
        with candidates.claim():
            number += 1
            candidate_id = build_beside(store, corpora[number % len(corpora)]).candidate_id
            if number % 4:
                candidates.promote(candidate_id)
            else:
                candidates.discard(candidate_id)
        if number % 3 == 0:
            store.activate(store.numbers()[0])
        store.prune(3)


def document_of_its_own() -> Corpus:
    return Corpus((document(Language.ENGLISH, [(("Alone",), ["Nothing else says this."])]),))
