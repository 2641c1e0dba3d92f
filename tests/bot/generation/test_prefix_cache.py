"""The prompt prefixes on disk: which are found, which are removed, and that nothing about them stops the bot."""

import errno
import os
from pathlib import Path

import pytest

from bot.generation.prefix_cache import KEPT_FILES, PrefixCache

PREFIX = (1, 2, 3)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "writer.gguf"
    path.write_bytes(b"GGUF")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def save(path: Path) -> None:
    path.write_bytes(b"what the model has read")


def keep(cache: PrefixCache, number: int, used: float) -> Path:
    """Keep a prefix of its own, last used at `used`."""
    cache.keep((number,), save)
    path = cache.find((number,))
    assert path is not None
    os.utime(path, (used, used))
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_prefix_is_found_for_its_own_model_context_and_tokens_alone(model: Path, folder: Path) -> None:
    PrefixCache(folder, model, 512).keep(PREFIX, save)
    found = PrefixCache(folder, model, 512).find(PREFIX)
    assert found is not None
    assert found.read_bytes() == b"what the model has read"
    assert PrefixCache(folder, model, 512).find((1, 2)) is None
    assert PrefixCache(folder, model, 1024).find(PREFIX) is None
    model.write_bytes(b"GGUF of another version")
    assert PrefixCache(folder, model, 512).find(PREFIX) is None


def test_a_file_cut_short_is_not_found_and_is_written_anew(model: Path, folder: Path) -> None:
    cache = PrefixCache(folder, model, 512)
    cache.keep(PREFIX, save)
    others = range(KEPT_FILES - 1)
    for number in others:
        keep(cache, number, used=number)
    kept = cache.find(PREFIX)
    assert kept is not None
    kept.write_bytes(kept.read_bytes()[:5])
    assert cache.find(PREFIX) is None
    cache.keep(PREFIX, save)
    assert cache.find(PREFIX) == kept
    assert all(cache.find((number,)) for number in others)


def test_the_prefixes_used_longest_ago_are_removed_with_their_checksums(model: Path, folder: Path) -> None:
    old, new = PrefixCache(folder, model, 512), PrefixCache(folder, model, 1024)
    kept = [keep(old, number, used=number) for number in range(KEPT_FILES)]
    assert old.find((0,)) == kept[0]  # used once more
    new.keep(PREFIX, save)
    assert old.find((1,)) is None
    assert all(old.find((number,)) for number in (0, *range(2, KEPT_FILES)))
    for number in range(KEPT_FILES):
        keep(new, number, used=2e9 + number)
    assert all(old.find((number,)) is None for number in range(KEPT_FILES))
    assert len(names(folder)) == 2 * KEPT_FILES


def test_what_a_killed_process_left_unfinished_goes_in_turn_and_other_files_stay(model: Path, folder: Path) -> None:
    cache = PrefixCache(folder, model, 512)
    folder.mkdir()
    left, foreign = folder / ".prefix-0123.kv.99999", folder / "notes.txt"
    for path in (left, foreign):
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    for number in range(KEPT_FILES):
        keep(cache, number, used=1 + number)
    assert not left.exists()
    assert foreign.exists()
    assert all(cache.find((number,)) for number in range(KEPT_FILES))


def test_on_a_full_disk_room_is_made_first_and_nothing_half_written_stays(model: Path, folder: Path) -> None:
    cache = PrefixCache(folder, model, 512)
    kept = [keep(cache, number, used=number) for number in range(KEPT_FILES)]
    seen = []

    def save_to_full_disk(path: Path) -> None:
        seen.extend(kept[0:1] if kept[0].exists() else [])
        path.write_bytes(b"what")
        raise OSError(errno.ENOSPC, "No space left on device")

    cache.keep(PREFIX, save_to_full_disk)
    assert seen == []
    assert cache.find(PREFIX) is None
    assert len(names(folder)) == 2 * (KEPT_FILES - 1)


def test_another_process_that_removes_files_meanwhile_does_no_harm(model: Path, folder: Path) -> None:
    cache, other = PrefixCache(folder, model, 512), PrefixCache(folder, model, 1024)

    def save_while_others_do(path: Path) -> None:
        save(path)
        os.utime(path, (0, 0))
        for number in range(2 * KEPT_FILES):
            keep(other, number, used=1000 + number)

    cache.keep(PREFIX, save_while_others_do)
    assert cache.find(PREFIX) is None
    cache.keep(PREFIX, save)
    assert cache.find(PREFIX) is not None


def test_a_folder_that_cannot_be_made_does_no_harm(model: Path, folder: Path) -> None:
    folder.write_bytes(b"a file")
    cache = PrefixCache(folder, model, 512)
    cache.keep(PREFIX, save)
    assert cache.find(PREFIX) is None
