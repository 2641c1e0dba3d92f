"""The command line as people and scripts use it, without models."""

import io
import json
from pathlib import Path

import pytest

from bot.cli.app import main
from corpus.document import Corpus
from corpus.importing.writing import write_corpus
from index.versions import IndexStore
from tests.bot.cli.command_line import run
from tests.index.fakes import BILINGUAL, KOREAN, build
from tests.places import CAPTURES, EVALS

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_a_capture_is_imported_checked_and_compared(tmp_path: Path) -> None:
    out = str(tmp_path / "edition")
    code, output = run("corpus", "import", str(CAPTURES / "lighthouse-bilingual.txt"), "--out", out)
    assert code == 0
    assert "ko.md" in output
    assert "haetae index build --corpus" in output
    assert run("corpus", "check", out)[0] == 0
    assert run("corpus", "diff", out, out)[0] == 0


@pytest.mark.parametrize(("name", "missing"), [("railway-english.txt", "Korean"), ("railway-korean.txt", "English")])
def test_a_page_of_one_language_says_so(tmp_path: Path, name: str, missing: str) -> None:
    code, output = run("corpus", "import", str(CAPTURES / name), "--out", str(tmp_path / "edition"))
    assert code == 0
    assert f"{missing} is missing" in " ".join(output.split())


@pytest.mark.parametrize(
    ("line", "own", "said"),
    [
        (
            "I think that this is the real news here.",
            "누구나 받아서 쓸 수 있습니다.",
            "The Korean document holds English in 3",
        ),
        (
            "저는 이것이 소식이라 봅니다.",
            "Anybody may fetch the model from the site of its makers and use it for work of any kind.",
            "The English document holds Korean in 3",
        ),
    ],
)
def test_lines_in_the_other_language_are_told_instead_of_called_missing(
    tmp_path: Path, line: str, own: str, said: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text("\n\n".join(["## 1", *[own] * 9, *[line, own] * 3]), encoding="utf-8")
    code, output = run("corpus", "import", str(page), "--out", str(tmp_path / "edition"))
    assert code == 0
    assert said in " ".join(output.split())
    assert "is missing" not in output


def test_the_shipped_edition_passes_its_check() -> None:
    assert run("corpus", "check")[0] == 0


def test_an_empty_page_ends_with_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"")
    code, sentence = run("corpus", "import", str(page), "--out", str(tmp_path / "edition"))
    assert code == 2
    assert "empty" in sentence
    assert not (tmp_path / "edition").exists()


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("run",), "DISCORD_TOKEN"),
        (("ask",), "--batch"),
        (("--set", "nonsense", "doctor"), "GROUP.NAME=VALUE"),
        (("--set", "generator.threads=0", "doctor"), "generator.threads"),
        (("--set", "generator=0", "--set", "generator.threads=2", "doctor"), "`generator`"),
        (("--set", "paths.models_dir=nowhere", "ask", "x"), "haetae models pull"),
        (("--set", "paths.models_dir=nowhere", "search", "x"), "haetae models pull"),
        (("--set", "paths.models_dir=nowhere", "ask", "--batch", "absent.jsonl"), "absent.jsonl"),
        (("--set", "paths.models_dir=nowhere", "search", "--batch", "absent.jsonl"), "absent.jsonl"),
        (("--set", "paths.models_dir=nowhere", "eval", "--sets", str(EVALS), "--out", "file/deep"), "file/deep"),
        (("--set", "paths.models_dir=nowhere", "eval", "--sets", str(EVALS), "--against", "gone.json"), "gone.json"),
        (("corpus", "check", "nowhere"), "nowhere"),
        (("models", "verify", "no-such-model"), "multilingual-e5-small"),
        (("index", "rollback"), "haetae"),
        (("index", "activate", "9"), "haetae"),
    ],
)
def test_a_fault_is_one_sentence_with_its_remedy(arguments: tuple[str, ...], remedy: str) -> None:
    Path("file").touch()
    code, sentence = run(*arguments)
    assert code in {1, 2}
    assert remedy in sentence


@pytest.mark.parametrize(("language", "words"), [("ko", "디스코드 토큰이 없어요"), ("en", "No Discord token")])
def test_a_setting_outside_of_the_groups_can_be_a_flag_too(language: str, words: str) -> None:
    nowhere = ("--set", "paths.models_dir=nowhere")
    assert words in run("--set", f"interface_language={language}", *nowhere, "doctor")[1]


def test_a_fault_reaches_the_shell_as_an_exit_code_in_the_locales_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["haetae", "run"])
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert "토큰이 없어요" in capsys.readouterr().err


def printed(monkeypatch: pytest.MonkeyPatch, locale: str, *arguments: str) -> bytes:
    """What `haetae` prints under a locale of this encoding."""
    stdout = io.TextIOWrapper(io.BytesIO(), locale)
    monkeypatch.setattr("sys.stdout", stdout)
    monkeypatch.setattr("sys.argv", ["haetae", *arguments])
    with pytest.raises(SystemExit):
        main()
    stdout.flush()
    assert isinstance(stdout.buffer, io.BytesIO)
    return stdout.buffer.getvalue()


@pytest.mark.parametrize(
    ("language", "words"), [("ko", "디스코드 토큰이 없어요"), ("en", "https://discord.com/developers/applications")]
)
@pytest.mark.parametrize("locale", ["utf-8", "ascii", "latin-1", "euc-kr"])
def test_what_the_locale_cannot_write_is_replaced_but_json_is_utf_8(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str, words: str
) -> None:
    arguments = ("--set", f"interface_language={language}", "--set", "paths.models_dir=nowhere", "doctor")
    assert words.encode(locale, "replace") in printed(monkeypatch, locale, *arguments)
    checks = json.loads(printed(monkeypatch, locale, *arguments, "--json").decode())
    assert any(words in check["detail"] for check in checks)


def test_a_damaged_state_ends_the_start_of_the_bot_before_any_model_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "x.y.z")
    tmp_path.joinpath("data").mkdir()
    tmp_path.joinpath("data", "state.db").write_bytes(b"not a database" * 500)
    code, sentence = run("run")
    assert code == 1
    assert "data/state.db is damaged" in sentence


def test_a_state_url_of_no_database_is_a_fault_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "x.y.z")
    code, sentence = run("--set", "state.url=mysql://root:secret@host/x", "run")
    assert code == 2
    assert "state.url" in sentence
    assert "secret" not in sentence


def test_an_edition_is_compared_with_the_live_one(tmp_path: Path) -> None:
    write_corpus(BILINGUAL, tmp_path / "edition")
    code, sentence = run("corpus", "diff", str(tmp_path / "edition"))
    assert (code, "haetae index build" in sentence) == (1, True)
    build(IndexStore(tmp_path / "data" / "indexes"), Corpus((KOREAN,)))
    code, output = run("corpus", "diff", str(tmp_path / "edition"))
    assert code == 0
    assert "[en] added: Keepers" in output
    assert "[ko]" not in output


def test_versions_are_listed_and_activated_with_who_made_them_when_and_why(tmp_path: Path) -> None:
    store = IndexStore(tmp_path / "data" / "indexes")
    for corpus in (BILINGUAL, Corpus((KOREAN,))):
        build(store, corpus)
    listed = " ".join(run("index", "list")[1].split())
    assert "tester" in listed
    assert "to see" in listed
    for command in (("index", "activate", "1"), ("index", "rollback")):
        code, output = run(*command)
        assert code == 0
        assert "Made by tester (command line) on 2026-11-21 12:00; reason: to see" in " ".join(output.split())
    assert store.current() == 2
