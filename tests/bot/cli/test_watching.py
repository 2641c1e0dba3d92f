"""A folder whose edition is indexed whenever it changes."""

import threading
from collections.abc import Callable
from pathlib import Path

from bot.cli.terminal import Terminal
from bot.cli.watching import changes_in, follow_changes, index_changed
from config.language import Language
from corpus.document import Corpus
from corpus.edition import edition_files
from corpus.glossary import Glossary
from index.building import Source, build_index
from index.provenance import Door
from index.versions import IndexStore
from tests.bot.cli.terminals import terminal, written
from tests.bot.updating.fakes import edited
from tests.index.fakes import BILINGUAL, NOW, TESTER, recipe, silent
from tests.languages import EACH_LANGUAGE


def watch(shown: Terminal, folder: Path, store: IndexStore, *changes: Callable[[], object]) -> None:
    """Index now and after each of `changes`."""

    def index() -> None:
        index_changed(shown, folder, recipe(), store, Glossary.load(None))

    follow_changes((change() for change in changes), index, shown)


def write(folder: Path, corpus: Corpus) -> Callable[[], None]:
    def change() -> None:
        for name, data in edition_files(corpus).items():
            (folder / name).write_bytes(data)

    return change


def test_the_edition_is_indexed_at_once_and_after_every_change(folder: Path, store: IndexStore) -> None:
    watch(
        terminal(Language.ENGLISH),
        folder,
        store,
        write(folder, edited("920", "930")),
        lambda: None,
        write(folder, edited("920", "940")),
    )
    assert (store.numbers(), store.current()) == ((1, 2, 3), 3)
    manifests = [info.manifest for info in store.list() if info.manifest]
    assert {manifest.provenance.door for manifest in manifests} == {Door.WATCH}
    assert {manifest.corpus for manifest in manifests} == {str(folder)}


@EACH_LANGUAGE
def test_a_broken_edition_is_named_and_never_current(folder: Path, store: IndexStore, language: Language) -> None:
    shown = terminal(language)
    watch(
        shown, folder, store, lambda: (folder / "ko.md").write_bytes(b"---\nhalf"), write(folder, edited("920", "930"))
    )
    assert "ko.md" in written(shown.err)
    assert (store.numbers(), store.current()) == ((1, 2), 2)


@EACH_LANGUAGE
def test_a_language_that_vanishes_while_a_file_is_saved_is_not_lost(
    folder: Path, store: IndexStore, language: Language
) -> None:
    shown = terminal(language)
    watch(shown, folder, store, (folder / "en.md").unlink)
    assert "en.md" in written(shown.err)
    assert store.numbers() == (1,)


@EACH_LANGUAGE
def test_where_the_languages_part_it_is_said(folder: Path, store: IndexStore, language: Language) -> None:
    shown = terminal(language)
    korean = edited("41K", "43K").documents[0]
    watch(shown, folder, store, write(folder, Corpus((korean,))))
    assert "43K" in written(shown.err)
    assert store.current() == 2


def test_a_store_that_somebody_else_changes_is_tried_again_at_the_next_change(folder: Path, store: IndexStore) -> None:
    shown = terminal(Language.ENGLISH)
    with store.change():
        watch(shown, folder, store)
    assert "Another process" in written(shown.err)
    watch(shown, folder, store)
    assert store.current() == 1


def test_an_edition_of_one_language_may_follow_another_of_two(folder: Path, store: IndexStore) -> None:
    build_index(Source(BILINGUAL, "shipped", TESTER), recipe(), store, now=NOW, progress=silent)
    (folder / "en.md").unlink()
    watch(terminal(Language.ENGLISH), folder, store)
    assert store.current() == 2


def test_changes_of_editions_are_heard_and_of_nothing_else(folder: Path) -> None:
    changes = changes_in(folder)
    writing = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not writing.wait(0.05):
            number += 1
            (folder / "notes.txt").write_text(str(number))
            (folder / "ko.md").write_text(str(number))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        heard = next(changes)
    finally:
        writing.set()
        writer.join()
    assert {Path(path).name for _, path in heard} == {"ko.md"}  # type: ignore[attr-defined]
