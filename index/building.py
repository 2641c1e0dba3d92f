"""Building an index version from a corpus: unchanged texts keep their vectors, an unchanged corpus its version."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from config.errors import IndexStoreError
from corpus.document import Corpus
from corpus.edition import edition_files, read_edition
from corpus.loading import corpus_digest
from index.candidates import Candidates
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
from index.progress import Progress
from index.provenance import Provenance
from index.vectors import VectorIndex
from index.versions import IndexStore

_BATCH_SIZE = 16


@dataclass(frozen=True, slots=True)
class Source:
    """What is indexed: a corpus, where it came from (as shown to people), and who added it and why."""

    corpus: Corpus
    origin: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an index is built: the encoder, its name in the settings, and how many of its tokens a passage may have."""

    encoder: Encoder
    encoder_name: str
    max_passage_tokens: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The version that is now current. `embedded` and `reused` count texts; both are 0 where it is `unchanged`."""

    version: int
    unchanged: bool
    passages: int
    unpaired: int
    embedded: int
    reused: int


@dataclass(frozen=True, slots=True)
class CandidateReport:
    """A candidate that was built beside the current version. `embedded` and `reused` count texts."""

    candidate_id: str
    passages: int
    unpaired: int
    embedded: int
    reused: int


@dataclass(frozen=True, slots=True)
class _Made:
    manifest: Manifest
    files: Mapping[str, bytes]
    embedded: int

    @property
    def reused(self) -> int:
        return self.manifest.vectors - self.embedded


def build_index(
    source: Source,
    recipe: Recipe,
    store: IndexStore,
    *,
    now: datetime,
    progress: Progress,
    lender: IndexStore | None = None,
) -> BuildReport:
    """Make `source` the current version of `store`, unless it is already. Vectors are reused from `lender` as well.

    Raises CorpusError where the corpus cannot be cut into passages, IndexStoreError where another build runs or
    the folder cannot be written: then nothing changed.
    """
    digest = corpus_digest(source.corpus)
    with store.change():
        earlier = list(_usable_versions(store, recipe))
        current = next((index for index in earlier if index.version == store.current()), None)
        if current and _is_same(current.manifest, digest, recipe):
            return BuildReport(
                current.version,
                unchanged=True,
                passages=current.manifest.passages,
                unpaired=current.manifest.unpaired,
                embedded=0,
                reused=0,
            )
        lent = list(_usable_versions(lender, recipe)) if lender else []
        made = _make(source, recipe, store.next_number(), [*lent, *earlier], now=now, progress=progress)
        store.publish(made.manifest, made.files)
    manifest = made.manifest
    return BuildReport(
        manifest.version,
        unchanged=False,
        passages=manifest.passages,
        unpaired=manifest.unpaired,
        embedded=made.embedded,
        reused=made.reused,
    )


def build_candidate(
    source: Source, recipe: Recipe, store: IndexStore, *, now: datetime, progress: Progress, reuse: bool = True
) -> CandidateReport:
    """Build `source` beside the current version, to be promoted or discarded. Call within `Candidates.claim()`.

    Without `reuse` every text is embedded anew. Raises CorpusError, IndexStoreError: then nothing is left.
    """
    earlier = list(_usable_versions(store, recipe)) if reuse else []
    made = _make(source, recipe, store.next_number(), earlier, now=now, progress=progress)
    candidate_id = Candidates(store).add(made.files)
    return CandidateReport(candidate_id, made.manifest.passages, made.manifest.unpaired, made.embedded, made.reused)


def _make(
    source: Source, recipe: Recipe, version: int, earlier: Sequence[LoadedIndex], *, now: datetime, progress: Progress
) -> _Made:
    """The files of `version`. What is indexed is what the kept edition says, read back from its files."""
    edition = edition_files(source.corpus)
    corpus = read_edition(edition)
    encoder = recipe.encoder
    passages = chunk_corpus(corpus, encoder.count_tokens, recipe.max_passage_tokens)
    if not passages:
        raise IndexStoreError("index.empty_corpus", origin=source.origin)
    vectors, embedded = _embed(_embedded_texts(passages), encoder, earlier, progress)
    files = {
        PASSAGES_FILE: passages_bytes(passages),
        VECTORS_FILE: VectorIndex.of(vectors).to_bytes(),
        **edition,
    }
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        version=version,
        created=now,
        corpus=source.origin,
        provenance=source.provenance,
        corpus_digest=corpus_digest(corpus),
        languages=corpus.languages,
        encoder=recipe.encoder_name,
        encoder_digest=encoder.digest,
        dimension=encoder.dimension,
        chunker_version=CHUNKER_VERSION,
        max_passage_tokens=recipe.max_passage_tokens,
        passages=len(passages),
        vectors=len(vectors),
        unpaired=sum(passage.twin_id is None for passage in passages),
        files={name: file_digest(data) for name, data in files.items()},
    )
    return _Made(manifest, {**files, MANIFEST_FILE: manifest_bytes(manifest)}, embedded)


def _usable_versions(store: IndexStore, recipe: Recipe) -> Iterator[LoadedIndex]:
    """Whole versions of the same encoder and chunker, newest first."""
    for version in reversed(store.numbers()):
        try:
            index = store.load(version)
        except IndexStoreError:
            continue
        if (index.manifest.encoder_digest, index.manifest.chunker_version) == (recipe.encoder.digest, CHUNKER_VERSION):
            yield index


def _is_same(manifest: Manifest, digest: str, recipe: Recipe) -> bool:
    return (manifest.corpus_digest, manifest.max_passage_tokens) == (digest, recipe.max_passage_tokens)


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
    # A batch is padded to its longest text: like goes with like.
    missing = sorted(dict.fromkeys(text for text in texts if text not in known), key=encoder.count_tokens)
    for start in range(0, len(missing), _BATCH_SIZE):
        progress(start, len(missing))
        batch = missing[start : start + _BATCH_SIZE]
        known.update(zip(batch, encoder.embed_passages(batch), strict=True))
    progress(len(missing), len(missing))
    absent = set(missing)
    return np.stack([known[text] for text in texts]), sum(text in absent for text in texts)
