"""Putting an imported corpus on the disk: all of its files, or none."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from config.errors import CorpusError
from config.language import Language
from corpus.document import Corpus
from corpus.edition import edition_files
from corpus.loading import document_file_name
from corpus.markdown import parse_document

_EDITION_FILES = frozenset(map(document_file_name, Language))


def write_corpus(corpus: Corpus, directory: Path) -> tuple[Path, ...]:
    """The files written: `directory` holds the documents of `corpus` and nothing else, as Markdown.

    A new or empty folder is filled, an earlier import replaced as a whole. Raises CorpusError, and leaves everything
    as it was, where the folder holds anything else or cannot be written.
    """
    target = Path(os.path.realpath(directory))  # so that a link stays and what it leads to is replaced
    files = edition_files(corpus)
    with _explained(directory):
        _require_free(target, directory)
        with _parents(target.parent):
            _replace(target, files)
    return tuple(directory / name for name in files)


def _require_free(target: Path, directory: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise CorpusError("importing.out_is_a_file", path=directory)
    files = list(target.iterdir())
    if not all(map(_is_edition, files)):
        raise CorpusError("importing.out_is_in_use", path=directory)


def _is_edition(path: Path) -> bool:
    if path.name not in _EDITION_FILES or not path.is_file():
        return False
    try:
        parse_document(path.read_text(encoding="utf-8"), path=str(path))
    except (CorpusError, UnicodeDecodeError):
        return False
    return True


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """`folder` and what is above it, created for the time of the context and kept where it ends well."""
    created: list[Path] = []
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir()
            created.append(missing)
        yield
    except BaseException:
        for one in reversed(created):
            one.rmdir()
        raise


def _replace(target: Path, files: Mapping[str, bytes]) -> None:
    """Fill a folder beside `target`, then put it in place of `target`; on any failure `target` is as it was."""
    workshop = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh, former = workshop / "new", workshop / "old"
        fresh.mkdir()
        for name, data in files.items():
            (fresh / name).write_bytes(data)
        if target.exists():
            target.rename(former)
        try:
            fresh.rename(target)
        except BaseException:
            if former.exists():
                former.rename(target)
            raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


@contextmanager
def _explained(directory: Path) -> Iterator[None]:
    """Failures of the file system as CorpusError."""
    try:
        yield
    except OSError as error:
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT:
                raise CorpusError("importing.out_disk_full", path=directory) from error
            case errno.EACCES | errno.EPERM | errno.EROFS:
                raise CorpusError("importing.out_no_permission", path=directory) from error
            case errno.ENOTDIR | errno.EEXIST:
                raise CorpusError("importing.out_is_a_file", path=directory) from error
            case _:
                problem = error.strerror or str(error)
                raise CorpusError("importing.out_failed", path=directory, problem=problem) from error
