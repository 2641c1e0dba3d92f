from pathlib import Path

import pytest

from index.versions import IndexStore


@pytest.fixture
def store(tmp_path: Path) -> IndexStore:
    """An index without a version."""
    return IndexStore(tmp_path / "indexes")
