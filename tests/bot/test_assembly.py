import pytest

from bot.answering.corridor import Library
from bot.assembly import describe
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
