"""Model folders with a manifest: the size and sha256 of every file in them."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from config.errors import ModelError

MANIFEST = "haetae.json"
_READ_BYTES = 1 << 20

BytesRead = Callable[[int], None]
"""Is told the size of each piece that was read."""


class FileRecord(BaseModel):
    """One file as it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size_bytes: int
    sha256: str


class Manifest(BaseModel):
    """What belongs to a folder, and `origin`: what it was made from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: str
    files: dict[str, FileRecord]


def file_sha256(path: Path, read: BytesRead = lambda _: None) -> str:
    """The sha256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ_BYTES):
            digest.update(piece)
            read(len(piece))
    return digest.hexdigest()


def seal(folder: Path, origin: str) -> None:
    """Writes the manifest of all files now in `folder`."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    files = {
        path.relative_to(folder).as_posix(): FileRecord(size_bytes=path.stat().st_size, sha256=file_sha256(path))
        for path in paths
    }
    text = Manifest(origin=origin, files=files).model_dump_json(indent=2)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read_manifest(name: str, folder: Path) -> Manifest:
    """The manifest of model `name`. Raises ModelError where it is missing or unreadable."""
    path = folder / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ModelError("models.no_manifest", name=name, path=path) from error


def size_findings(name: str, folder: Path, manifest: Manifest) -> Iterator[ModelError]:
    """What is missing from `folder` or has another size; nothing is read."""
    for file, record in manifest.files.items():
        path = folder / file
        if not path.is_file():
            yield ModelError("models.file_missing", name=name, path=path)
        elif (found_bytes := path.stat().st_size) != record.size_bytes:
            yield ModelError(
                "models.wrong_size", name=name, path=path, found_bytes=found_bytes, wanted_bytes=record.size_bytes
            )


def content_findings(name: str, folder: Path, manifest: Manifest, read: BytesRead) -> Iterator[ModelError]:
    """The files of `folder` whose bytes are not those that were written. Every file must be there."""
    for file, record in manifest.files.items():
        if file_sha256(folder / file, read) != record.sha256:
            yield ModelError("models.altered", name=name, path=folder / file)
