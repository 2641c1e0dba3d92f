"""Building an index version from a corpus: unchanged texts keep their vectors, an unchanged corpus its version."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from config.errors import IndexStoreError
from corpus.document import Corpus
from corpus.loading import corpus_digest
from index.chunking import CHUNKER_VERSION, chunk_corpus, embedded_lines, embedded_text
from index.encoder import Encoder, Vectors
from index.loading import LoadedIndex, passages_bytes
from index.manifest import (
    MANIFEST_FILE,
    PASSAGES_FILE,
    SCHEMA_VERSION,
    VECTORS_FILE,
    Manifest,
    file_digest,
    manifest_bytes,
)
from index.passage import Passage
from index.vectors import VectorIndex
from index.versions import IndexStore

Progress = Callable[[int, int], None]
"""Called with the texts embedded so far and those to embed in all."""

_BATCH_SIZE = 16


@dataclass(frozen=True, slots=True)
class Source:
    """What is indexed: a corpus, and where it came from as people should read it."""

    corpus: Corpus
    origin: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The version that is now current. `embedded` and `reused` count texts; both are 0 where it is `unchanged`."""

    version: int
    unchanged: bool
    passages: int
    unpaired: int
    embedded: int
    reused: int


def build_index(
    source: Source,
    encoder: Encoder,
    encoder_name: str,
    store: IndexStore,
    *,
    max_passage_tokens: int,
    now: datetime,
    progress: Progress,
) -> BuildReport:
    """Make `source` the current version of `store`, unless it is already.

    Raises CorpusError where the corpus cannot be cut into passages, IndexStoreError where another build runs or
    the folder cannot be written: then nothing changed.
    """
    digest = corpus_digest(source.corpus)
    with store.change():
        earlier = list(_usable_versions(store, encoder.digest))
        current = next((index for index in earlier if index.version == store.current()), None)
        if current and _is_same(current.manifest, digest, max_passage_tokens):
            return _report(current.manifest, unchanged=True, embedded=0, reused=0)
        passages = chunk_corpus(source.corpus, encoder.count_tokens, max_passage_tokens)
        if not passages:
            raise IndexStoreError("index.empty_corpus", origin=source.origin)
        vectors, embedded = _embed(_embedded_texts(passages), encoder, earlier, progress)
        files = {PASSAGES_FILE: passages_bytes(passages), VECTORS_FILE: VectorIndex.of(vectors).to_bytes()}
        manifest = Manifest(
            schema_version=SCHEMA_VERSION,
            version=max(store.numbers(), default=0) + 1,
            created=now,
            corpus=source.origin,
            corpus_digest=digest,
            languages=source.corpus.languages,
            encoder=encoder_name,
            encoder_digest=encoder.digest,
            dimension=encoder.dimension,
            chunker_version=CHUNKER_VERSION,
            max_passage_tokens=max_passage_tokens,
            passages=len(passages),
            vectors=len(vectors),
            unpaired=sum(passage.twin_id is None for passage in passages),
            files={name: file_digest(data) for name, data in files.items()},
        )
        store.publish(manifest.version, {**files, MANIFEST_FILE: manifest_bytes(manifest)})
    return _report(manifest, unchanged=False, embedded=embedded, reused=len(vectors) - embedded)


def _usable_versions(store: IndexStore, encoder_digest: str) -> Iterator[LoadedIndex]:
    """Whole versions of the same encoder and chunker, newest first."""
    for version in reversed(store.numbers()):
        try:
            index = store.load(version)
        except IndexStoreError:
            continue
        if (index.manifest.encoder_digest, index.manifest.chunker_version) == (encoder_digest, CHUNKER_VERSION):
            yield index


def _is_same(manifest: Manifest, digest: str, max_passage_tokens: int) -> bool:
    return (manifest.corpus_digest, manifest.max_passage_tokens) == (digest, max_passage_tokens)


def _embedded_texts(passages: Sequence[Passage]) -> list[str]:
    """The text of every vector, in the order of the rows."""
    lines = [line for passage in passages for line in embedded_lines(passage)]
    return [*map(embedded_text, passages), *lines]


def _embed(
    texts: Sequence[str], encoder: Encoder, earlier: Sequence[LoadedIndex], progress: Progress
) -> tuple[Vectors, int]:
    """The vectors of `texts`, and how many of them had to be embedded."""
    known: dict[str, Vectors] = {}
    for index in earlier:
        known.update(zip(_embedded_texts(index.passages), index.vectors.vectors(), strict=True))
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    for start in range(0, len(missing), _BATCH_SIZE):
        progress(start, len(missing))
        batch = missing[start : start + _BATCH_SIZE]
        known.update(zip(batch, encoder.embed_passages(batch), strict=True))
    progress(len(missing), len(missing))
    absent = set(missing)
    return np.stack([known[text] for text in texts]), sum(text in absent for text in texts)


def _report(manifest: Manifest, *, unchanged: bool, embedded: int, reused: int) -> BuildReport:
    return BuildReport(manifest.version, unchanged, manifest.passages, manifest.unpaired, embedded, reused)
