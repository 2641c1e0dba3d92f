import pytest

from bot.answering.answer import Reason
from bot.answering.corridor import Corridor
from bot.answering.question import Question
from config.settings import load_settings
from tests.pictures import script
from tests.pictures.answering import scripted_corridor, scripted_library
from tests.pictures.script import SCRIPT, Scripted

REASONS = {
    script.UNSTATED_KO: Reason.NOT_STATED,
    script.UNSTATED_EN: Reason.NOT_STATED,
    script.PREMISE_KO: Reason.FALSE_PREMISE,
    script.PREMISE_EN: Reason.FALSE_PREMISE,
}


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    settings = load_settings()
    return scripted_corridor(scripted_library(settings), settings)


@pytest.mark.parametrize("asked", SCRIPT, ids=lambda asked: asked.question)
def test_the_corridor_takes_the_script_and_cites_the_edition(corridor: Corridor, asked: Scripted) -> None:
    answer = corridor.answer(Question(asked.question), lambda _: None, lambda: False)
    assert answer.reason is REASONS.get(asked, Reason.ANSWERED)
    (citation,) = answer.citations
    assert citation.passage.passage_id.endswith(f":{asked.positions[0]}")
    assert citation.twin is not None
    assert citation.quotes
    assert set(citation.quotes) <= set(citation.passage.lines)
