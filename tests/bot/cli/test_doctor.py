"""What `haetae doctor` says of what is there and what is missing."""

import json
import socket
from pathlib import Path

import pytest

from config.language import Language
from config.messages import message
from tests.bot.cli.command_line import run
from tests.languages import EACH_LANGUAGE

pytestmark = pytest.mark.usefixtures("elsewhere")

STATE = str(Path("data", "state.db"))


def examined(*settings: str) -> dict[str, dict[str, object]]:
    """The checks by name, without models."""
    flags = [flag for setting in ("paths.models_dir=nowhere", *settings) for flag in ("--set", setting)]
    return {check["name"]: check for check in json.loads(run(*flags, "doctor", "--json")[1])}


def test_doctor_names_what_is_missing_and_hides_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")
    code, output = run("--set", "paths.models_dir=nowhere", "doctor", "--json")
    checks = {check["name"]: check for check in json.loads(output)}
    assert code == 1
    assert checks["corpus"]["well"]
    assert checks["discord"]["well"]
    assert "haetae models pull" in checks["encoder"]["detail"]
    assert "very-secret" not in output


@EACH_LANGUAGE
def test_a_state_yet_to_be_made_is_well_and_stays_unmade(tmp_path: Path, language: Language) -> None:
    check = examined(f"interface_language={language}")["state"]
    assert check == {"name": "state", "well": True, "detail": message("state.absent", language, place=STATE)}
    assert list(tmp_path.iterdir()) == []


@EACH_LANGUAGE
def test_a_damaged_state_is_named_with_the_remedy(tmp_path: Path, language: Language) -> None:
    tmp_path.joinpath("data").mkdir()
    tmp_path.joinpath(STATE).write_bytes(b"not a database" * 500)
    check = examined(f"interface_language={language}")["state"]
    assert check == {"name": "state", "well": False, "detail": message("state.damaged", language, place=STATE)}


@EACH_LANGUAGE
def test_a_database_server_that_is_not_there_is_named_without_its_password(language: Language) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"postgresql://haetae:secret@127.0.0.1:{taken.getsockname()[1]}/haetae?sslpassword=secret"
        check = examined(f"state.url={url}", f"interface_language={language}")["state"]
    assert not check["well"]
    assert "haetae:***@127.0.0.1" in str(check["detail"])
    assert "secret" not in str(check["detail"])


def test_a_state_url_of_no_database_is_named_without_its_password() -> None:
    check = examined("state.url=mysql://root:secret@host/x")["state"]
    assert not check["well"]
    assert "state.url" in str(check["detail"])
    assert "secret" not in str(check["detail"])
