"""Prompt prefixes kept on disk, so that a start does not read them again."""

import hashlib
import logging
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger(__name__)

KEPT_FILES = 8
"""The fixed prompts of two models: whoever goes back and forth between two has neither read again."""


class PrefixCache:
    """Files named after the model, the context's size and the tokens: another of these, another file.

    Beside each lies its sha256, written last, so that a file cut short is never loaded. Of more than KEPT_FILES those
    used longest ago are removed: the models or prompts they belong to are no longer the ones in use. Several processes
    may share the folder.
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
        if not whole:
            return None
        with suppress(OSError):
            os.utime(path)
        return path

    def keep(self, prefix: Sequence[int], save: Callable[[Path], None]) -> None:
        """Have `save` write the file. One that cannot be written costs time at the next start and nothing else."""
        path = self._path(prefix)
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            for damaged in (_checksum_file(path), path):
                damaged.unlink(missing_ok=True)
            self._make_room()
            save(unfinished)
            checksum = _sha256(unfinished)
            unfinished.replace(path)
            _checksum_file(path).write_text(checksum, encoding="ascii")
        except OSError as error:
            _log.info("A prompt prefix is not kept for the next start: %s", error)
        finally:
            _remove(unfinished)

    def _make_room(self) -> None:
        """Leave room for one more file, before it is written: the disk may be full. What a crash left goes in turn."""
        files = [*self._directory.glob("prefix-*.kv"), *self._directory.glob(".prefix-*.kv.*")]
        for path in sorted(files, key=_last_used, reverse=True)[KEPT_FILES - 1 :]:
            _remove(_checksum_file(path))
            _remove(path)

    def _path(self, prefix: Sequence[int]) -> Path:
        stat = self._model.stat()
        key = (str(self._model.resolve()), stat.st_size, stat.st_mtime_ns, self._context_tokens, list(prefix))
        return self._directory / f"prefix-{hashlib.sha256(repr(key).encode()).hexdigest()[:32]}.kv"


def _checksum_file(path: Path) -> Path:
    return path.with_suffix(".sha256")


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process removed it
        return 0.0


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
