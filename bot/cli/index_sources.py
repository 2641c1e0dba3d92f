"""What the command line indexes: the edition that was asked for, or the one that is due."""

import getpass
from pathlib import Path

from config.errors import CorpusError
from config.settings import Settings
from corpus.document import Corpus
from corpus.loading import corpus_digest, load_corpus
from index.building import Source
from index.manifest import SHIPPED_CORPUS
from index.provenance import Door, Provenance
from index.versions import IndexStore


def local_provenance(reason: str, door: Door = Door.COMMAND_LINE) -> Provenance:
    """The user logged in to this machine, as the author of a version."""
    try:
        author = getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        author = ""
    return Provenance(author, None, reason, door)


def asked_source(settings: Settings, folder: Path | None, provenance: Provenance) -> Source:
    """The edition in `folder`, else in the configured folder, else the shipped one. Raises CorpusError."""
    directory = folder or settings.corpus.directory
    return Source(load_corpus(directory), str(directory.resolve()) if directory else SHIPPED_CORPUS, provenance)


def due_source(settings: Settings, store: IndexStore, provenance: Provenance) -> Source | None:
    """What must be indexed before the bot can start, None where the current version may stay.

    It stays where its edition was handed in or edited in Discord, can no longer be read, or was, as it is now, indexed
    before: whoever went back from it meant to. For another encoder it is made anew from its own edition.
    Raises CorpusError, IndexStoreError.
    """
    manifests = {info.version: info.manifest for info in store.list()}
    current = manifests.get(store.current() or 0)
    if current is None:
        return asked_source(settings, None, provenance)
    if current.encoder != settings.encoder.model:
        return Source(store.edition(current.version), current.corpus, current.provenance)
    corpus = _read_again(current.corpus)
    if corpus is None:
        return None
    digest = corpus_digest(corpus)
    if any(one and (one.corpus, one.corpus_digest) == (current.corpus, digest) for one in manifests.values()):
        return None
    return Source(corpus, current.corpus, provenance)


def _read_again(origin: str) -> Corpus | None:
    """The edition as it is now where it came from, None where that was no folder or cannot be read."""
    if origin != SHIPPED_CORPUS and not Path(origin).is_absolute():
        return None
    try:
        return load_corpus(None if origin == SHIPPED_CORPUS else Path(origin))
    except CorpusError:
        return None
