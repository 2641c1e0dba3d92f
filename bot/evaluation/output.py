"""Writing what a run found: a fault of the disk is a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from config.errors import InputError


def make_folder(folder: Path) -> None:
    """Make `folder` where there is none. Raises InputError where nothing can be written in it."""
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as probe:
            probe.write(b"\n")


def replace_text(path: Path, text: str) -> None:
    """Put `text` in the place of `path` in one step. Raises InputError where it cannot be written."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    with writing(path):
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raises InputError where `path` cannot be written."""
    try:
        yield
    except OSError as error:
        raise InputError("evaluation.cannot_write", path=path, problem=error.strerror or error) from error
