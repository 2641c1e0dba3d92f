"""Photographs of pages by a headless Chromium."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")
_SCALE = 2
_COLOURS = 128
_SIZE = re.compile(r'data-size="(\d+),(\d+)"')
_TIMEOUT_S = 1200.0


class ChromiumMissingError(Exception):
    """No Chromium can be found."""

    def __init__(self) -> None:
        super().__init__(
            "pictures need Chromium and fonts; on Debian: "
            "apt-get install chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
        )


def find_chromium() -> str:
    """The program. Raises ChromiumMissingError."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        raise ChromiumMissingError
    return found


def photograph(chromium: str, page: Path, picture: Path) -> None:
    """Writes `picture` (PNG) of the whole of `page`, at twice the pixels of its size."""
    measured = _SIZE.search(_run(chromium, "--dump-dom", page=page))
    assert measured is not None
    size = f"--window-size={measured[1]},{measured[2]}"
    _run(chromium, size, f"--force-device-scale-factor={_SCALE}", f"--screenshot={picture}", page=page)
    _reduce(picture)


def _reduce(picture: Path) -> None:
    """Few colours make a small file; a page of text and flat surfaces has few."""
    from PIL import Image

    with Image.open(picture) as image:
        reduced = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    reduced.save(picture, optimize=True)


def _run(chromium: str, *options: str, page: Path) -> str:
    argv: Sequence[str] = (chromium, *_OPTIONS, *options, page.resolve().as_uri())
    return subprocess.run(argv, capture_output=True, text=True, check=True, timeout=_TIMEOUT_S).stdout
