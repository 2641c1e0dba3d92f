"""The encoder on sentence-transformers: E5's prefixes, offline, on the CPU. The only importer of that library."""

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from config.errors import ModelError
from index.encoder import TokenVectors, Vectors

_QUERY_PREFIX = "query: "
_PASSAGE_PREFIX = "passage: "
_BATCH_SIZE = 16
# A second thread saves a short query a few ms; beside a generator at work it costs hundreds, as each waits for a core.
_QUERY_THREADS = 1
_READ_BYTES = 1 << 20
_DECIDING_SUFFIXES = (".json", ".safetensors", ".bin", ".model", ".txt")


class SentenceEncoder:
    """Embeds with the sentence-transformers model in a folder. Satisfies `index.encoder.Encoder`."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Loads the model of `folder`; `threads` embed passages, one a query. Raises ModelError where it cannot."""
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            self._model: Any = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            raise ModelError("index.encoder_unreadable", folder=folder, problem=error) from error
        self._folder = folder
        self._threads = threads
        self._digest: str | None = None
        # The tokenizer fails where two threads use it at once: a query, and passages of an update.
        self._tokenizer_lock = threading.Lock()

    @property
    def dimension(self) -> int:
        """Length of one vector."""
        return int(self._model.get_embedding_dimension())

    @property
    def digest(self) -> str:
        """sha256 over the names and bytes of the model's files; read once."""
        if self._digest is None:
            self._digest = folder_digest(self._folder)
        return self._digest

    def embed_query(self, text: str) -> Vectors:
        """One float32 unit vector, shape (dimension,). Text beyond the model's window is not read."""
        vector: Vectors = self._embed([_QUERY_PREFIX + text], _QUERY_THREADS)[0]
        return vector

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 unit vectors, shape (len(texts), dimension), in order."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        return self._embed([_PASSAGE_PREFIX + text for text in texts], self._threads)

    def embed_query_tokens(self, text: str) -> TokenVectors:
        """The tokens of a query. Text beyond the model's window is not read."""
        return self._embed_tokens(text, _QUERY_PREFIX, _QUERY_THREADS)

    def embed_passage_tokens(self, text: str) -> TokenVectors:
        """The tokens of a passage. Text beyond the model's window is not read."""
        return self._embed_tokens(text, _PASSAGE_PREFIX, self._threads)

    def count_tokens(self, text: str) -> int:
        """Tokens `text` takes in the model, special tokens left out."""
        with self._tokenizer_lock:
            return len(self._model.tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"])

    def _embed(self, texts: list[str], threads: int) -> Vectors:
        import torch

        with self._tokenizer_lock:
            # Here and not once: it holds for the calling thread.
            torch.set_num_threads(threads)
            vectors = self._model.encode(
                texts, batch_size=_BATCH_SIZE, show_progress_bar=False, convert_to_numpy=True, normalize_embeddings=True
            )
        return np.asarray(vectors, dtype=np.float32)

    def _embed_tokens(self, text: str, prefix: str, threads: int) -> TokenVectors:
        """Empty for a model whose tokenizer does not tell where tokens stand."""
        import torch

        if not getattr(self._model.tokenizer, "is_fast", False):
            return TokenVectors(np.empty((0, self.dimension), dtype=np.float32), ())
        with self._tokenizer_lock:
            torch.set_num_threads(threads)
            tokens = self._model.tokenizer(
                prefix + text,
                return_offsets_mapping=True,
                truncation=True,
                max_length=self._model.max_seq_length,
                return_tensors="pt",
            )
            offsets = tokens.pop("offset_mapping")[0].tolist()
            with torch.inference_mode():
                found = self._model(dict(tokens))["token_embeddings"][0]
        vectors = torch.nn.functional.normalize(found, dim=1).numpy()
        # Neither the prefix nor the marks around the text, which stand nowhere in it.
        own = [number for number, (start, end) in enumerate(offsets) if end > max(start, len(prefix))]
        spans = tuple((max(offsets[n][0] - len(prefix), 0), offsets[n][1] - len(prefix)) for n in own)
        return TokenVectors(np.asarray(vectors[own], dtype=np.float32), spans)


def folder_digest(folder: Path) -> str:
    """sha256 over the relative names and bytes of what decides the vectors in `folder`: weights and configuration."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _DECIDING_SUFFIXES):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            while piece := file.read(_READ_BYTES):
                digest.update(piece)
    return digest.hexdigest()
