"""What an installed copy holds: every file beside the modules is named in the project's package data."""

import tomllib
from pathlib import Path

import pytest

from tests.places import ROOT

DATA: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
    "package-data"
]
ROOMS = ("bot", "index", "corpus", "config")
RESOURCES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*"))
    if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts and not path.name.startswith(".")
]


def is_packaged(path: Path) -> bool:
    """Whether a pattern of one of the packages around `path` names it; a pattern does not reach into subfolders."""
    for package, patterns in DATA.items():
        folder = ROOT.joinpath(*package.split("."))
        if folder in path.parents and (folder / "__init__.py").is_file():
            inside = path.relative_to(folder)
            parts = (pattern.split("/") for pattern in patterns)
            if any(len(one) == len(inside.parts) and inside.match("/".join(one)) for one in parts):
                return True
    return False


@pytest.mark.parametrize("path", RESOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_beside_the_modules_is_part_of_the_package(path: Path) -> None:
    assert is_packaged(path)
