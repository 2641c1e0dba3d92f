"""An installed model and how to check that it is intact: quickly by file sizes, or fully by checksums."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from config.errors import ModelError
from index.models.folder import content_findings, file_sha256, read_manifest, size_findings
from index.models.progress import PullWatcher, Step, byte_counter


class Installed(Protocol):
    """An installed model. Each finding says what is wrong with it and how to fix that."""

    @property
    def path(self) -> Path:
        """The file or folder."""
        ...

    def quick_findings(self) -> Iterator[ModelError]:
        """What is wrong as far as existence and sizes tell."""
        ...

    def content_findings(self, progress: PullWatcher) -> Iterator[ModelError]:
        """What is wrong with the bytes. Called only where there are no quick findings."""
        ...


@dataclass(frozen=True, slots=True)
class InstalledFile:
    """A file of the catalogue."""

    name: str
    path: Path
    size_bytes: int
    sha256: str

    def quick_findings(self) -> Iterator[ModelError]:
        """See Installed."""
        if not self.path.is_file():
            yield ModelError("models.missing", name=self.name)
        elif (found_bytes := self.path.stat().st_size) != self.size_bytes:
            yield ModelError(
                "models.wrong_size",
                name=self.name,
                path=self.path,
                found_bytes=found_bytes,
                wanted_bytes=self.size_bytes,
            )

    def content_findings(self, progress: PullWatcher) -> Iterator[ModelError]:
        """See Installed."""
        progress.begin(self.name, Step.CHECK, self.size_bytes)
        if file_sha256(self.path, byte_counter(self.name, progress)) != self.sha256:
            yield ModelError("models.altered", name=self.name, path=self.path)


@dataclass(frozen=True, slots=True)
class InstalledFolder:
    """A folder with a manifest. `origin` is what it should have been made from."""

    name: str
    path: Path
    origin: str

    def quick_findings(self) -> Iterator[ModelError]:
        """See Installed."""
        if not self.path.is_dir():
            yield ModelError("models.missing", name=self.name)
            return
        try:
            manifest = read_manifest(self.name, self.path)
        except ModelError as error:
            yield error
            return
        if manifest.origin != self.origin:
            yield ModelError("models.other_origin", name=self.name, path=self.path)
        yield from size_findings(self.name, self.path, manifest)

    def content_findings(self, progress: PullWatcher) -> Iterator[ModelError]:
        """See Installed."""
        manifest = read_manifest(self.name, self.path)
        progress.begin(self.name, Step.CHECK, sum(record.size_bytes for record in manifest.files.values()))
        yield from content_findings(self.name, self.path, manifest, byte_counter(self.name, progress))


@dataclass(frozen=True, slots=True)
class UsersOwn:
    """A user's own file or folder: there is nothing to check it against."""

    path: Path

    def quick_findings(self) -> Iterator[ModelError]:
        """None: it exists."""
        return iter(())

    def content_findings(self, progress: PullWatcher) -> Iterator[ModelError]:  # noqa: ARG002
        """None: there is nothing to compare with."""
        return iter(())
