"""A store that shows another's current version until it has one of its own."""

from pathlib import Path

import pytest

from config.errors import IndexStoreError
from corpus.document import Corpus
from index.borrowing import BorrowingStore
from index.pointer import POINTER_FILE
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, FakeEncoder, build


@pytest.fixture
def lender(tmp_path: Path) -> IndexStore:
    store = IndexStore(tmp_path / "indexes")
    build(store, Corpus((ENGLISH,)))
    build(store, BILINGUAL)
    return store


@pytest.fixture
def store(tmp_path: Path, lender: IndexStore) -> BorrowingStore:
    return BorrowingStore(tmp_path / "servers" / "7" / "indexes", lender)


def test_what_is_borrowed_is_read_as_its_own_and_leaves_nothing_on_disk(
    store: BorrowingStore, lender: IndexStore
) -> None:
    assert store.borrows
    assert (store.current(), store.numbers(), store.previous(), store.next_number()) == (2, (2,), None, 3)
    assert (store.load(2).manifest, store.load(2).passages) == (lender.load(2).manifest, lender.load(2).passages)
    assert store.edition_files(2) == lender.edition_files(2)
    assert [info.version for info in store.list()] == [2]
    with pytest.raises(IndexStoreError):
        store.load(1)
    with pytest.raises(IndexStoreError):
        store.rollback()
    assert not store.directory.exists()


def test_it_follows_the_lender_until_its_first_change(store: BorrowingStore, lender: IndexStore) -> None:
    lender.activate(1)
    assert store.current() == 1
    with store.change():
        pass
    lender.activate(2)
    assert (store.borrows, store.current(), store.numbers()) == (False, 1, (1,))
    assert store.load(1).passages == lender.load(1).passages


def test_the_first_version_of_its_own_follows_the_copy_embeds_only_what_is_new_and_is_not_the_lenders(
    store: BorrowingStore, lender: IndexStore
) -> None:
    encoder = FakeEncoder()
    report = build(store, Corpus((KOREAN,)), encoder)
    assert (report.version, report.embedded, encoder.passages) == (3, 0, [])
    assert (store.numbers(), store.current(), store.previous()) == ((2, 3), 3, 2)
    assert (lender.numbers(), lender.current()) == ((1, 2), 2)
    assert store.rollback() == 2


def test_a_copy_that_a_crash_left_without_a_pointer_is_still_borrowed_and_made_anew(store: BorrowingStore) -> None:
    with store.change():
        pass
    (store.directory / POINTER_FILE).unlink()
    (store.directory / "v0002" / "passages.jsonl").write_bytes(b"half")
    assert store.borrows
    assert store.verify(2) == ()
    with store.change():
        pass
    assert not store.borrows
    assert store.verify(2) == ()


def test_a_damaged_version_is_not_copied(store: BorrowingStore, lender: IndexStore) -> None:
    (lender.folder(2) / "passages.jsonl").write_bytes(b"half")
    with pytest.raises(IndexStoreError), store.change():
        pass
    assert store.borrows


def test_where_there_is_nothing_to_borrow_there_is_nothing(tmp_path: Path) -> None:
    store = BorrowingStore(tmp_path / "own", IndexStore(tmp_path / "none"))
    assert (store.current(), store.numbers()) == (None, ())
    assert build(store, BILINGUAL).version == 1
    assert not (tmp_path / "none").exists()
