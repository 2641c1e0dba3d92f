from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.answering.library import Library
from bot.assembly import describe, open_answerer
from config.errors import IndexStoreError
from config.language import Language
from config.settings import load_settings
from tests.bot.answering.fakes import PASSAGES, FakeSearcher


@pytest.mark.parametrize(("corpus", "edition"), [("shipped", None), ("/home/someone/lights", "lights")])
def test_the_bot_describes_its_article_without_showing_where_files_lie(corpus: str, edition: str | None) -> None:
    settings = load_settings({"generator": {"model": "/home/someone/writer.gguf"}, "encoder": {"model": "maker/e5"}})
    about = describe(settings, Library(PASSAGES, FakeSearcher(), "v0007", corpus))
    assert about.titles == {Language.KOREAN: "두 등대", Language.ENGLISH: "Two Lights"}
    assert (about.edition, about.index_version, about.passages) == (edition, "v0007", len(PASSAGES))
    assert (about.generator, about.encoder) == ("writer.gguf", "e5")
    assert about.answers_kept_days == settings.state.answers_kept_days


def test_that_no_index_was_built_is_said_before_the_models_load(tmp_path: Path) -> None:
    (tmp_path / "writer.gguf").write_bytes(b"GGUF")
    (tmp_path / "e5").mkdir()
    models = {"encoder": {"model": str(tmp_path / "e5")}, "generator": {"model": str(tmp_path / "writer.gguf")}}
    settings = load_settings({"paths": {"data_dir": tmp_path}, **models})
    loading = Mock()
    with pytest.raises(IndexStoreError, match="haetae index build"), open_answerer(settings, loading):
        pass
    loading.assert_not_called()
