from pathlib import Path

import pytest

from index.models.folder import folder_digest, seal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "1_Pooling" / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder


@pytest.mark.parametrize("sealed", [True, False])
def test_the_digest_names_the_content_whatever_the_place(folder: Path, sealed: bool) -> None:
    if sealed:
        seal(folder, "test")
    first = folder_digest(folder)

    moved = folder.rename(folder.with_name("moved"))

    assert folder_digest(moved) == first


@pytest.mark.parametrize("sealed", [True, False])
def test_other_weights_have_another_digest(folder: Path, sealed: bool) -> None:
    digests = []
    for weights in (b"weights", b"heavier"):
        (folder / "model.safetensors").write_bytes(weights)
        if sealed:
            seal(folder, "test")
        digests.append(folder_digest(folder))

    assert digests[0] != digests[1]
