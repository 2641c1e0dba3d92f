"""Which edition `haetae index build --if-needed` indexes, if any."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.index_sources import asked_source, due_source, local_provenance
from config.settings import Settings, load_settings
from corpus.document import Corpus
from corpus.importing.writing import write_corpus
from corpus.loading import corpus_digest, load_corpus
from index.building import Source, build_index
from index.manifest import SHIPPED_CORPUS
from index.provenance import Door, Provenance
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL, ENGLISH, KOREAN, NOW, recipe, silent

MODERATOR = Provenance("minji", 7, "a new paragraph", Door.DISCORD)
HERE = Provenance("keeper", None, "", Door.COMMAND_LINE)


@pytest.fixture
def settings() -> Settings:
    return load_settings({"encoder": {"model": "fake-encoder"}})


def index(store: IndexStore, source: Source) -> int:
    return build_index(source, recipe(), store, now=NOW, progress=silent).version


def of_folder(folder: Path, provenance: Provenance = HERE) -> Source:
    return Source(load_corpus(folder), str(folder), provenance)


def test_without_an_index_the_configured_edition_is_due(settings: Settings, store: IndexStore) -> None:
    due = due_source(settings, store, HERE)
    assert due is not None
    assert (due.origin, due.provenance) == (SHIPPED_CORPUS, HERE)


def test_nothing_is_due_where_the_edition_is_what_it_was(settings: Settings, store: IndexStore, folder: Path) -> None:
    index(store, of_folder(folder))
    assert due_source(settings, store, HERE) is None


def test_a_changed_edition_is_due(settings: Settings, store: IndexStore, folder: Path) -> None:
    index(store, of_folder(folder))
    write_corpus(Corpus((KOREAN,)), folder)
    due = due_source(settings, store, HERE)
    assert due is not None
    assert due.corpus.languages == (KOREAN.language,)


def test_what_a_moderator_uploaded_is_not_replaced_by_the_edition_it_came_after(
    settings: Settings, store: IndexStore, folder: Path
) -> None:
    index(store, of_folder(folder))
    index(store, Source(Corpus((ENGLISH,)), "page.txt", MODERATOR))
    write_corpus(Corpus((KOREAN,)), folder)
    assert due_source(settings, store, HERE) is None


def test_an_edition_that_somebody_went_back_from_is_not_indexed_again(
    settings: Settings, store: IndexStore, folder: Path
) -> None:
    index(store, of_folder(folder))
    write_corpus(Corpus((KOREAN,)), folder)
    index(store, of_folder(folder))
    store.rollback()
    assert due_source(settings, store, HERE) is None


def test_an_edition_that_is_gone_leaves_its_index(settings: Settings, store: IndexStore, folder: Path) -> None:
    index(store, replace(of_folder(folder), origin=str(folder / "gone")))
    assert due_source(settings, store, HERE) is None


def test_for_another_encoder_a_moderators_edition_is_made_anew_as_theirs(settings: Settings, store: IndexStore) -> None:
    index(store, Source(BILINGUAL, "page.txt", MODERATOR))
    due = due_source(load_settings({"encoder": {"model": "another"}}), store, HERE)
    assert due is not None
    assert (corpus_digest(due.corpus), due.origin, due.provenance) == (corpus_digest(BILINGUAL), "page.txt", MODERATOR)


def test_a_folder_that_is_named_comes_before_the_configured_one(settings: Settings, folder: Path) -> None:
    asked = asked_source(settings, folder, local_provenance("why"))
    assert (asked.origin, asked.provenance.reason, asked.provenance.door) == (str(folder), "why", Door.COMMAND_LINE)
