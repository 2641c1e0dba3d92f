"""What the command line indexes: the edition that was asked for, or the one that is due."""

import getpass
from pathlib import Path

from config.errors import CorpusError
from config.settings import Settings
from corpus.document import Corpus
from corpus.loading import corpus_digest, load_corpus
from index.building import Source
from index.manifest import SHIPPED_CORPUS, Manifest
from index.provenance import Door, Provenance
from index.versions import IndexStore


def here(reason: str, door: Door = Door.COMMAND_LINE) -> Provenance:
    """Whoever is logged in to this machine."""
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

    It stays where it was made in Discord, where its edition can no longer be read, or where that edition as it is now
    was indexed before: whoever went back from it meant to. For another encoder it is made anew from its own edition.
    Raises CorpusError, IndexStoreError.
    """
    manifests = {info.version: info.manifest for info in store.list()}
    current = manifests.get(store.current() or 0)
    if current is None:
        return asked_source(settings, None, provenance)
    if current.encoder != settings.encoder.model:
        return Source(store.edition(current.version), current.corpus, current.provenance)
    if current.provenance.door is Door.DISCORD or (corpus := _read_again(current)) is None:
        return None
    digest = corpus_digest(corpus)
    if any(one and (one.corpus, one.corpus_digest) == (current.corpus, digest) for one in manifests.values()):
        return None
    return Source(corpus, current.corpus, provenance)


def _read_again(current: Manifest) -> Corpus | None:
    try:
        return load_corpus(None if current.corpus == SHIPPED_CORPUS else Path(current.corpus))
    except CorpusError:
        return None
