import json
from collections.abc import Callable
from pathlib import Path

import pytest

from config.errors import IndexStoreError
from config.language import Language
from config.messages import message
from corpus.document import Corpus
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, build, snapshot


@pytest.fixture
def three(store: IndexStore) -> IndexStore:
    for corpus in (BILINGUAL, Corpus((KOREAN,)), Corpus((ENGLISH,))):
        build(store, corpus)
    return store


def test_without_a_build_there_is_nothing_to_open_and_the_remedy_is_named(store: IndexStore) -> None:
    assert (store.list(), store.current()) == ((), None)
    with pytest.raises(IndexStoreError, match="haetae index build"):
        store.open_current("fake")
    assert not store.directory.exists()


def test_versions_are_listed_oldest_first_and_one_is_current(three: IndexStore) -> None:
    assert [(info.version, info.current) for info in three.list()] == [(1, False), (2, False), (3, True)]
    assert [info.manifest.languages for info in three.list() if info.manifest] == [
        (Language.KOREAN, Language.ENGLISH),
        (Language.KOREAN,),
        (Language.ENGLISH,),
    ]


def test_a_version_that_cannot_be_read_is_listed_all_the_same(three: IndexStore) -> None:
    (three.folder(2) / "manifest.json").write_text("{")
    assert [info.manifest is None for info in three.list()] == [False, True, False]


def test_activating_makes_a_version_current_and_rollback_undoes_it(three: IndexStore) -> None:
    three.activate(1)
    assert three.current() == 1
    assert three.rollback() == 3
    assert three.current() == 3


def test_rolling_back_goes_further_back_each_time_until_nothing_is_left(three: IndexStore) -> None:
    assert [three.rollback(), three.rollback()] == [2, 1]
    with pytest.raises(IndexStoreError, match="no earlier"):
        three.rollback()
    assert three.current() == 1


def test_rolling_back_passes_over_versions_that_were_pruned(three: IndexStore) -> None:
    three.activate(1)
    three.prune(0)
    assert three.numbers() == (1, 3)
    assert three.rollback() == 3


@pytest.mark.parametrize("version", [0, 4, 99])
def test_a_version_that_is_not_there_is_refused(three: IndexStore, version: int) -> None:
    for act in (three.activate, three.verify, three.load):
        with pytest.raises(IndexStoreError, match=f"no index version {version}"):
            act(version)


def test_a_damaged_version_is_not_activated(three: IndexStore) -> None:
    (three.folder(1) / "passages.jsonl").write_text("damaged")
    with pytest.raises(IndexStoreError, match="damaged"):
        three.activate(1)
    assert three.current() == 3


@pytest.mark.parametrize(("keep", "left"), [(0, (2, 3)), (1, (2, 3)), (2, (1, 2, 3)), (9, (1, 2, 3))])
def test_pruning_keeps_the_newest_and_never_the_current_or_previous_goes(
    three: IndexStore, keep: int, left: tuple[int, ...]
) -> None:
    removed = three.prune(keep)
    assert three.numbers() == left
    assert sorted((*removed, *left)) == [1, 2, 3]
    assert three.current() == 3


def test_numbers_are_not_given_twice_after_a_rollback(three: IndexStore) -> None:
    three.rollback()
    assert build(three, BILINGUAL).version == 4


def test_a_whole_version_verifies_without_findings(three: IndexStore) -> None:
    assert [three.verify(version) for version in three.numbers()] == [(), (), ()]


def test_opening_and_looking_change_nothing_on_disk(three: IndexStore) -> None:
    before = snapshot(three.directory)
    three.open_current("fake")
    three.list()
    three.verify(1)
    assert snapshot(three.directory) == before


def test_another_encoder_is_refused_with_the_remedy(three: IndexStore) -> None:
    with pytest.raises(IndexStoreError, match=r"another encoder .*haetae index build"):
        three.open_current("another")


def test_a_damaged_pointer_is_named(three: IndexStore) -> None:
    (three.directory / "current.json").write_text('{"current": ')
    with pytest.raises(IndexStoreError, match=r"current\.json"):
        three.open_current("fake")


def test_a_pointer_to_a_version_that_is_gone_is_refused(three: IndexStore) -> None:
    (three.directory / "current.json").write_text('{"current": 7, "earlier": []}')
    with pytest.raises(IndexStoreError, match="no index version 7"):
        three.open_current("fake")


def _edit_manifest(**changes: object) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | changes))

    return edit


def _swap_bytes(name: str) -> Callable[[Path], None]:
    def swap(folder: Path) -> None:
        data = bytearray((folder / name).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / name).write_bytes(data)

    return swap


@pytest.mark.parametrize(
    ("damage", "key"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "manifest_unreadable"),
        (lambda folder: (folder / "manifest.json").write_bytes(b"\xff"), "manifest_unreadable"),
        (_edit_manifest(schema_version=1), "manifest_unreadable"),
        (_edit_manifest(surprise=1), "manifest_unreadable"),
        (lambda folder: (folder / "vectors.faiss").unlink(), "file_unreadable"),
        (lambda folder: (folder / "passages.jsonl").unlink(), "file_unreadable"),
        (lambda folder: (folder / "en.md").unlink(), "file_unreadable"),
        (_swap_bytes("vectors.faiss"), "file_damaged"),
        (_swap_bytes("en.md"), "file_damaged"),
        (_swap_bytes("passages.jsonl"), "file_damaged"),
        (_edit_manifest(dimension=3), "dimension_differs"),
        (_edit_manifest(passages=3), "counts_differ"),
        (_edit_manifest(vectors=3), "counts_differ"),
    ],
)
def test_whatever_is_wrong_with_a_version_is_found_and_named(
    three: IndexStore, damage: Callable[[Path], None], key: str
) -> None:
    damage(three.folder(3))
    with pytest.raises(IndexStoreError) as raised:
        three.open_current("fake")
    assert raised.value.key == f"index.{key}"
    findings = three.verify(3)
    assert findings[0].key == f"index.{key}"
    for language in Language:
        assert "haetae index build" in message(findings[0].key, language, **findings[0].fields)


def _rewrite(folder: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Change the passages and make the manifest agree, as a hand edit or a faulty writer would."""
    from index.manifest import file_digest

    path = folder / "passages.jsonl"
    data = "".join(f"{line}\n" for line in change(path.read_text().splitlines())).encode()
    path.write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"]["passages.jsonl"] = file_digest(data)
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_a_passage_whose_twin_is_gone_is_found(store: IndexStore) -> None:
    build(store)
    _rewrite(
        store.folder(1), lambda lines: [line.replace('"twin_id": "en:1.1"', '"twin_id": "en:9.9"') for line in lines]
    )
    assert "index.twin_missing" in {finding.key for finding in store.verify(1)}


def test_passages_that_are_no_passages_are_found(store: IndexStore) -> None:
    build(store)
    _rewrite(store.folder(1), lambda lines: ['{"surprise": 1}', *lines[1:]])
    assert [finding.key for finding in store.verify(1)] == ["index.content_unreadable"]


def test_what_fails_elsewhere_while_the_folder_is_held_is_not_taken_for_a_folder_that_cannot_be_written(
    store: IndexStore,
) -> None:
    with pytest.raises(FileNotFoundError, match="an encoder"), store.hold():
        raise FileNotFoundError("an encoder")
    with store.hold():  # it was let go of
        pass


def test_while_one_holds_the_folder_another_is_told_so(store: IndexStore) -> None:
    other = IndexStore(store.directory)
    with store.hold(), pytest.raises(IndexStoreError) as caught, other.hold():
        pass
    assert caught.value.key == "index.locked"


def test_a_pointer_that_cannot_be_written_is_named(three: IndexStore) -> None:
    (three.directory / ".staging-current.json").mkdir()  # where the new one would be written

    with pytest.raises(IndexStoreError) as caught:
        three._point_to(1, None)
    assert caught.value.key == "index.cannot_write"
