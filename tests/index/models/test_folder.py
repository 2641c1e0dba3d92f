from pathlib import Path

import pytest

from index.models.folder import content_findings, read_manifest, seal, size_findings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "1_Pooling" / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(b"weights")
    seal(folder, "test")
    return folder


def findings(folder: Path) -> list[str]:
    manifest = read_manifest("model", folder)
    sizes = [finding.key for finding in size_findings("model", folder, manifest)]
    return sizes or [finding.key for finding in content_findings("model", folder, manifest, lambda _: None)]


def test_a_sealed_folder_is_whole_wherever_it_lies(folder: Path) -> None:
    assert findings(folder) == []
    assert findings(folder.rename(folder.with_name("moved"))) == []


@pytest.mark.parametrize(
    ("weights", "found"),
    [(b"heavier", ["models.altered"]), (b"light", ["models.wrong_size"]), (None, ["models.file_missing"])],
)
def test_what_was_changed_in_it_is_found(folder: Path, weights: bytes | None, found: list[str]) -> None:
    if weights is None:
        (folder / "model.safetensors").unlink()
    else:
        (folder / "model.safetensors").write_bytes(weights)
    assert findings(folder) == found
