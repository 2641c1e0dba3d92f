"""The model store: one folder that holds every model that was fetched, each whole and checked."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from config.catalogue import Catalogue, ModelEntry, Role
from config.errors import ModelError
from index.models.e5_conversion import CONVERSION_VERSION, convert_e5
from index.models.fetching import fetch_file, missing_bytes
from index.models.folder import seal
from index.models.installed import Installed, InstalledFile, InstalledFolder, UsersOwn
from index.models.progress import PullWatcher, Step, Unwatched
from index.models.sources import Hub, HubSource, Pip, WheelSource

_HUB_NAME = re.compile(r"[\w.-]+/(?!.*\.gguf$)[\w.-]+")
_MEGABYTE = 1_000_000

Findings = tuple[ModelError, ...]
"""What is wrong with a model, each with its sentence and remedy; empty where nothing is."""


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class ModelStore:
    """Models by name: those of the catalogue and encoders of the hub (`owner/model`), kept in `models_dir`.

    Paths of GGUF files and sentence-transformers folders are names too; these stay where they are.
    """

    def __init__(
        self,
        models_dir: Path,
        catalogue: Catalogue,
        *,
        wheels: WheelSource | None = None,
        hub: HubSource | None = None,
        free_bytes: Callable[[Path], int] = _free_bytes,
    ) -> None:
        self._models_dir = models_dir
        self._catalogue = catalogue
        self._wheels = wheels or Pip()
        self._hub = hub or Hub()
        self._free_bytes = free_bytes

    def path(self, name: str, role: Role | None = None) -> Path:
        """Where the model `name` lies: a GGUF file or a sentence-transformers folder. Sizes are checked, bytes not.

        Raises ModelError where it is missing or incomplete, SettingsError where it is a known model of another role.
        """
        if role is not None and self._catalogue.find(name) is not None:
            self._catalogue.require(name, role)
        installed = self._installed(name)
        for finding in installed.quick_findings():
            raise finding
        return installed.path

    def is_present(self, name: str) -> bool:
        """Whether `path` would return."""
        try:
            self.path(name)
        except ModelError:
            return False
        return True

    def ensure(self, name: str, progress: PullWatcher | None = None) -> Path:
        """`path`, after a `pull` where that is needed: the cheap way to start. Raises as `pull` does."""
        return self.path(name) if self.is_present(name) else self.pull(name, progress)

    def verify(self, name: str, progress: PullWatcher | None = None) -> Findings:
        """Reads the model `name` whole and compares it with what was fetched. A user's own path only has to exist."""
        installed = self._installed(name)
        quick = tuple(installed.quick_findings())
        return quick or tuple(installed.content_findings(progress or Unwatched()))

    def pull(self, name: str, progress: PullWatcher | None = None) -> Path:
        """Makes the model `name` present and sound, and returns its path; what is sound already is not fetched again.

        An interrupted pull goes on where it stopped; two at once wait for each other. Raises ModelError, with the
        remedy, where nothing can be reached, what arrives is not the model, or the disk has no room.
        """
        progress = progress or Unwatched()
        installed = self._installed(name)
        if isinstance(installed, UsersOwn):
            return installed.path
        with self._writing(), self._alone(name, progress):
            if self.verify(name, progress):
                self._fetch(name, installed.path, progress)
        return installed.path

    def _installed(self, name: str) -> Installed:
        entry = self._catalogue.find(name)
        if entry is not None and entry.role is Role.GENERATOR:
            return InstalledFile(name, self._models_dir / entry.file, entry.size_bytes, entry.sha256)
        if entry is not None:
            return InstalledFolder(name, self._models_dir / name, _origin(name, entry))
        if (path := Path(name).expanduser()).exists():
            return UsersOwn(path)
        if _HUB_NAME.fullmatch(name):
            return InstalledFolder(name, self._models_dir / _flat(name), _origin(name, None))
        raise ModelError("models.unknown", name=name, known=", ".join(self._catalogue.names()))

    def _fetch(self, name: str, path: Path, progress: PullWatcher) -> None:
        staging = self._models_dir / ".staging" / _flat(name)
        staging.mkdir(parents=True, exist_ok=True)
        for leftover in staging.glob("wheel-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        entry = self._catalogue.find(name)
        if entry is None:
            self._fetch_repository(name, path, staging, progress)
        else:
            self._fetch_entry(entry, path, staging, progress)
        shutil.rmtree(staging)

    def _fetch_entry(self, entry: ModelEntry, path: Path, staging: Path, progress: PullWatcher) -> None:
        self._check_room(entry, staging)
        file = fetch_file(entry, staging, self._wheels, self._hub, progress)
        if entry.role is Role.GENERATOR:
            file.replace(path)
            return
        progress.begin(entry.name, Step.CONVERT, None)
        folder = _emptied(staging / "folder")
        convert_e5(file, folder)
        seal(folder, _origin(entry.name, entry))
        _swap_folder(folder, path, staging)

    def _fetch_repository(self, name: str, path: Path, staging: Path, progress: PullWatcher) -> None:
        folder = staging / "folder"
        folder.mkdir(exist_ok=True)
        progress.begin(name, Step.FETCH, None)
        self._hub.fetch_repository(name, folder, lambda size_bytes: progress.advance(name, size_bytes))
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        seal(folder, _origin(name, None))
        _swap_folder(folder, path, staging)

    def _check_room(self, entry: ModelEntry, staging: Path) -> None:
        needed_bytes = missing_bytes(entry, staging) + (entry.folder_size_bytes or 0)
        free_bytes = self._free_bytes(self._models_dir)
        if needed_bytes > free_bytes:
            raise ModelError(
                "models.no_room",
                name=entry.name,
                path=self._models_dir,
                needed_mb=-(-needed_bytes // _MEGABYTE),
                free_mb=free_bytes // _MEGABYTE,
            )

    @contextmanager
    def _alone(self, name: str, progress: PullWatcher) -> Iterator[None]:
        locks = self._models_dir / ".locks"
        locks.mkdir(exist_ok=True)
        lock = FileLock(locks / f"{_flat(name)}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress.begin(name, Step.WAIT, None)
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._models_dir.mkdir(parents=True, exist_ok=True)
            yield
        except OSError as error:
            problem = error.strerror or type(error).__name__
            raise ModelError("models.not_writable", path=self._models_dir, problem=problem) from error


def _flat(name: str) -> str:
    return name.replace("/", "--")


def _origin(name: str, entry: ModelEntry | None) -> str:
    """What a folder in the store is made from; a folder of another origin is stale."""
    return f"hub {name}" if entry is None else f"sha256 {entry.sha256}, conversion {CONVERSION_VERSION}"


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _swap_folder(folder: Path, path: Path, staging: Path) -> None:
    """Puts `folder` in the place of `path`. A folder cannot replace a folder: the old one is moved away first."""
    if path.exists():
        path.rename(_emptied(staging / "old") / "folder")
    folder.rename(path)
