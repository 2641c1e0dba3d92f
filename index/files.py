"""Atomic writing and removing: a file or folder is there whole or not at all, even if the process is killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from config.errors import IndexStoreError

STAGING_PREFIX = ".staging-"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """For steps that do nothing but write in `folder`. Raises IndexStoreError where the disk does not let them."""
    try:
        yield
    except OSError as error:
        raise IndexStoreError("index.cannot_write", path=folder, problem=error.strerror or error) from error


def write_synced(path: Path, data: bytes) -> None:
    """Write `data` to `path`, and to the disk itself."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, which is the old one or the new one at every moment."""
    staged = path.with_name(f"{STAGING_PREFIX}{path.name}")
    write_synced(staged, data)
    staged.replace(path)


def write_folder(folder: Path, files: Mapping[str, bytes], last: str) -> None:
    """Write `files` as the new `folder`, the file `last` at the end: all of them, or none."""
    staging = Path(tempfile.mkdtemp(prefix=STAGING_PREFIX, dir=folder.parent))
    try:
        for name in sorted(files, key=lambda name: name == last):
            write_synced(staging / name, files[name])
        staging.chmod(0o755)
        staging.rename(folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def remove(path: Path) -> None:
    """Remove a file or a folder, a folder out of sight first, so that a crash leaves no half of it."""
    if not path.is_dir():
        path.unlink()
        return
    doomed = path if path.name.startswith(STAGING_PREFIX) else path.with_name(f"{STAGING_PREFIX}{path.name}")
    path.rename(doomed)
    shutil.rmtree(doomed)


def remove_staged(folder: Path) -> tuple[str, ...]:
    """Remove what a crash left half written or half removed in `folder`, and return its names."""
    leftovers = sorted(folder.glob(f"{STAGING_PREFIX}*"))
    for leftover in leftovers:
        remove(leftover)
    return tuple(leftover.name for leftover in leftovers)
