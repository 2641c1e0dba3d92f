"""Prompt prefixes kept on disk, so that a start does not read them again."""

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

_log = logging.getLogger(__name__)


class PrefixCache:
    """Files named after the model, the context's size and the tokens: another of these, another file.

    Beside each lies its sha256, written last, so that a file cut short is never loaded.
    """

    def __init__(self, directory: Path, model: Path, context_tokens: int) -> None:
        self._directory = directory
        self._model = model
        self._context_tokens = context_tokens

    def find(self, prefix: Sequence[int]) -> Path | None:
        """The file of `prefix`, None where there is none that is whole."""
        path = self._path(prefix)
        try:
            whole = _checksum_file(path).read_text(encoding="ascii") == _sha256(path)
        except (OSError, UnicodeDecodeError):
            return None
        return path if whole else None

    def keep(self, prefix: Sequence[int], save: Callable[[Path], None]) -> None:
        """Have `save` write the file. One that cannot be written costs time at the next start and nothing else."""
        path = self._path(prefix)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            _checksum_file(path).unlink(missing_ok=True)
            save(unfinished)
            checksum = _sha256(unfinished)
            unfinished.replace(path)
            _checksum_file(path).write_text(checksum, encoding="ascii")
        except OSError as error:
            _log.info("A prompt prefix is not kept for the next start: %s", error)
        finally:
            unfinished.unlink(missing_ok=True)

    def _path(self, prefix: Sequence[int]) -> Path:
        stat = self._model.stat()
        key = (str(self._model.resolve()), stat.st_size, stat.st_mtime_ns, self._context_tokens, list(prefix))
        return self._directory / f"prefix-{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}.kv"


def _checksum_file(path: Path) -> Path:
    return path.with_suffix(".sha256")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
