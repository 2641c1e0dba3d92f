"""`haetae index watch`: a folder whose edition is indexed whenever it changes."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.assembly import index_recipe, open_encoder, open_index_store
from bot.cli.building import build_version
from bot.cli.index_sources import local_provenance
from bot.cli.terminal import Terminal
from config.errors import CorpusError, HaetaeError, SettingsError
from config.language import Language
from corpus.glossary import Glossary
from corpus.loading import document_file_name, load_corpus
from corpus.parity import check_parity
from index.building import Recipe, Source
from index.provenance import Door
from index.versions import IndexStore

_FILES = frozenset(map(document_file_name, Language))


def watch_folder(terminal: Terminal, folder: Path, server_id: int | None = None) -> None:
    """Index the edition in `folder` now and after every change, until interrupted. A running bot follows.

    With `server_id` it is that server's own. Raises SettingsError where the library that watches is not installed,
    CorpusError where there is no such folder.
    """
    changes = changes_in(folder)
    settings = terminal.settings
    load_corpus(folder)
    terminal.say("cli.loading")
    recipe = index_recipe(settings, open_encoder(settings))
    store, glossary = open_index_store(settings, server_id), Glossary.load(settings.corpus.extra_glossary)
    terminal.say("cli.watching", folder=folder)
    follow_changes(changes, lambda: index_changed(terminal, folder, recipe, store, glossary), terminal)


def follow_changes(changes: Iterable[object], index: Callable[[], None], terminal: Terminal) -> None:
    """Call `index` at once and for each of `changes`; where it cannot, it says why and the current version stays."""
    for _ in _now_and_then(changes):
        try:
            index()
        except HaetaeError as error:
            terminal.say("cli.warning", text=error.sentence(terminal.language))


def index_changed(terminal: Terminal, folder: Path, recipe: Recipe, store: IndexStore, glossary: Glossary) -> None:
    """Make the edition in `folder` current, if it is whole and says anything new.

    Raises CorpusError where a file cannot be used or is gone, IndexStoreError where the index cannot be written.
    """
    corpus, origin = load_corpus(folder), str(folder.resolve())
    current = next((info.manifest for info in store.list() if info.current), None)
    if current is not None and current.corpus == origin:
        for language in set(current.languages) - set(corpus.languages):
            raise CorpusError("cli.watched_file_gone", path=folder / document_file_name(language))
    for finding in check_parity(corpus, glossary):
        terminal.say("cli.warning", text=finding.sentence(terminal.language))
    build_version(terminal, Source(corpus, origin, local_provenance("", Door.WATCH)), recipe, store)


def changes_in(folder: Path) -> Iterator[object]:
    """One thing a change of `ko.md` or `en.md` in `folder`, without end.

    Raises SettingsError, naming what to install, where the library that watches is missing.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise SettingsError("cli.watch_not_installed") from error
    return iter(watch(folder, watch_filter=lambda _, path: Path(path).name in _FILES))


def _now_and_then(changes: Iterable[object]) -> Iterator[object]:
    yield None
    yield from changes
