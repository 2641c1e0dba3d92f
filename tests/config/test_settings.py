"""The settings: where they come from, and what is said where they cannot be used."""

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from config.errors import SettingsError
from config.language import Language
from config.settings import USER_FILE, load_settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a `haetae.toml`, and no token."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISCORD_TOKEN", "HAETAE_DISCORD_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def test_flags_come_before_the_environment_and_that_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    USER_FILE.write_text("[generator]\nthreads = 3\n[encoder]\nthreads = 3\n[retrieval]\ntop_k = 3\n", "utf-8")
    monkeypatch.setenv("HAETAE_ENCODER__THREADS", "5")
    monkeypatch.setenv("HAETAE_RETRIEVAL__TOP_K", "5")
    settings = load_settings({"retrieval": {"top_k": 7}})
    assert (settings.generator.threads, settings.encoder.threads, settings.retrieval.top_k) == (3, 5, 7)


def test_every_setting_is_explained_above_it() -> None:
    text = (resources.files("config") / "default.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    settings = [row for row, line in enumerate(lines) if line[0] not in "#["]
    # One comment may explain a few settings that belong together.
    unexplained = [lines[row] for row in settings if row - 1 not in settings and not lines[row - 1].startswith("#")]
    assert unexplained == []
    assert tomllib.loads(text).keys() <= load_settings().model_dump().keys()


@pytest.mark.parametrize("content", [b"x = [", b"\xff"])
def test_a_file_that_is_no_toml_is_named(content: bytes) -> None:
    USER_FILE.write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.key == "settings.malformed_file"
    assert all(str(USER_FILE) in caught.value.sentence(language) for language in Language)


def test_a_file_that_cannot_be_read_is_named() -> None:
    USER_FILE.symlink_to("/proc/self/mem")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.key == "settings.unreadable_file"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HAETAE_GENERATOR", "words", "generator"),
        ("HAETAE_GENERATOR__THREADS", "0", "generator.threads"),
        ("HAETAE_GENERATOR__CONTEXT_TOKENS", "2048", "generator.context_tokens"),
        ("HAETAE_PATHS__DATA_DIR", "~nobody-of-this-name/data", "paths.data_dir"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert said in caught.value.sentence(Language.ENGLISH)
    assert "``" not in caught.value.sentence(Language.ENGLISH)


@pytest.mark.parametrize("content", [b"abc.def\n", b"\xef\xbb\xbfabc.def\r\n"])
def test_the_token_file_may_be_written_by_any_editor(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "token").write_bytes(content)
    assert load_settings({"discord": {"token_file": "token"}}).token() == "abc.def"


@pytest.mark.parametrize("token", ["abc def", "abc\ndef", "토큰"])
def test_what_can_be_no_token_is_refused_without_being_shown(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    with pytest.raises(SettingsError) as caught:
        load_settings().token()
    assert not any(part in caught.value.sentence(Language.ENGLISH) for part in token.split())


@pytest.mark.parametrize("token", ["", "  "])
def test_an_empty_token_is_none(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    assert load_settings().token() is None
