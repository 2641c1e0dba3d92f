from pathlib import Path

import pytest

from corpus.importing.writing import write_corpus
from index.versions import IndexStore
from tests.index.fakes import BILINGUAL


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, no token, and no locale but C."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")


@pytest.fixture
def store(tmp_path: Path) -> IndexStore:
    """An index without a version."""
    return IndexStore(tmp_path / "indexes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the edition of the lighthouses."""
    write_corpus(BILINGUAL, tmp_path / "edition")
    return tmp_path / "edition"
