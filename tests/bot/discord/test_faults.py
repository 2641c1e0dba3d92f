"""What is said on Discord of errors, some of which name places on the machine."""

from pathlib import Path

import pytest

from bot.discord.faults import told
from config.errors import CorpusError, IndexStoreError
from config.language import Language

FOLDER = Path("/srv/haetae/index")


@pytest.mark.parametrize(
    ("language", "busy", "unusable"),
    [(Language.KOREAN, "다른 작업", "로그"), (Language.ENGLISH, "Something else", "the log")],
)
def test_places_on_the_machine_stand_in_the_log_alone(
    language: Language, busy: str, unusable: str, caplog: pytest.LogCaptureFixture
) -> None:
    for error, said in (
        (IndexStoreError("index.locked", path=FOLDER), busy),
        (IndexStoreError("index.cannot_write", path=FOLDER, problem="No space left on device"), unusable),
    ):
        text = told(error, language)
        assert said in text
        assert str(FOLDER) not in text
        assert "No space" not in text
        assert str(FOLDER) in caplog.records[-1].getMessage()


@pytest.mark.parametrize("language", Language)
def test_any_other_error_has_its_own_sentence(language: Language, caplog: pytest.LogCaptureFixture) -> None:
    error = CorpusError("importing.no_headings", name="page.md")
    assert told(error, language) == error.sentence(language)
    assert not caplog.records
