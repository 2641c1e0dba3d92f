import sys
from pathlib import Path

import pytest

from config.catalogue import CarrierPart
from config.language import Language
from index.models.sources import Hub, Pip, UnreachableError
from tests.index.models.fakes import wheel_bytes

PART = CarrierPart(package="carried-thing", version="1.5", member="carried_thing/part.bin", size_bytes=3, platform=None)


def wheel(tag: str, requires: str = "") -> bytes:
    info = "carried_thing-1.5.dist-info"
    return wheel_bytes(
        {
            "carried_thing/part.bin": b"abc",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: carried-thing\nVersion: 1.5\n{requires}\n".encode(),
            f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(),
            f"{info}/RECORD": b"",
        }
    )


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of pip's package registry."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    return shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "wheel"
    folder.mkdir()
    return folder


def test_pip_fetches_the_exact_wheel_under_the_users_settings_and_nothing_it_depends_on(
    shelf: Path, folder: Path
) -> None:
    (shelf / "carried_thing-1.5-py3-none-any.whl").write_bytes(wheel("py3-none-any", "Requires-Dist: no-such-thing"))

    path = Pip().fetch(PART, folder, lambda _: None)

    assert path.name == "carried_thing-1.5-py3-none-any.whl"
    assert [file.suffix for file in folder.iterdir() if file.suffix == ".whl"] == [".whl"]


def test_pip_fetches_a_wheel_of_another_platform_where_the_catalogue_names_it(shelf: Path, folder: Path) -> None:
    tag = "py3-none-win_arm64"
    (shelf / f"carried_thing-1.5-{tag}.whl").write_bytes(wheel(tag))

    assert Pip().fetch(PART.model_copy(update={"platform": "win_arm64"}), folder, lambda _: None).exists()


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "패키지 저장소"), (Language.ENGLISH, "registry")])
def test_a_package_pip_cannot_find_is_one_sentence(shelf: Path, folder: Path, language: Language, words: str) -> None:
    with pytest.raises(UnreachableError) as caught:
        Pip().fetch(PART, folder, lambda _: None)

    assert words in caught.value.sentence(language)
    assert "carried-thing 1.5" in caught.value.sentence(language)


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "pip이 없어요"), (Language.ENGLISH, "has none")])
def test_a_python_without_pip_is_told_how_to_get_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, language: Language, words: str
) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    with pytest.raises(UnreachableError) as caught:
        Pip().fetch(PART, folder, lambda _: None)

    assert words in caught.value.sentence(language)
    assert "-m ensurepip" in caught.value.sentence(language)


def test_a_name_the_hub_does_not_allow_is_one_sentence(folder: Path) -> None:
    with pytest.raises(UnreachableError, match="The hub did not give"):
        Hub().fetch_repository("not--allowed/..", folder, lambda _: None)
