"""Questions that ask what a thing is."""

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.definitions import is_defined_by
from config.language import Language
from index.passage import Hit, Passage
from tests.bot.answering.fakes import PASSAGES, FakeGenerator, FakeSearcher, ask, hit


@pytest.mark.parametrize(
    ("question", "defined"),
    [
        ("What is the lamp?", True),
        ("등불이 뭐예요?", True),
        ("What is granite?", False),
        ("화강암이 뭐야?", False),
        ("What is the beam of Corvin?", False),
        ("코빈 불빛이 뭐야?", False),
        ("What is?", False),
        ("뭐야?", False),
    ],
)
def test_a_thing_is_defined_under_its_own_heading(question: str, *, defined: bool) -> None:
    assert is_defined_by(question, hit(1)) is defined


@pytest.mark.parametrize(
    ("question", "line", "defined"),
    [
        ("What is Petrel?", "A boat called the Petrel brings oil.", True),
        ("What's the Petrel?", "The boat, known as “Petrel”, brings oil.", True),
        ("What is oil?", "A boat called the Petrel brings oil.", False),
        ("페트렐이 뭐야?", "'페트렐'이라는 배가 기름을 가져옵니다.", True),
        ("페트렐이 뭐야?", "페트렐이라고 부르는 배가 기름을 가져옵니다.", True),
        ("기름이 뭐야?", "'페트렐'이라는 배가 기름을 가져옵니다.", False),
    ],
)
def test_a_line_that_calls_something_so_defines_it(question: str, line: str, *, defined: bool) -> None:
    passage = Passage("en:5.1", Language.ENGLISH, "Two Lights", ("Supplies",), ("Twice a year.", line), None)
    assert is_defined_by(question, Hit(passage, None, 0.9, 0.9, None)) is defined


@pytest.mark.parametrize(("question", "lines"), [("What is the lamp?", 0), ("등불이 뭐예요?", 1)])
def test_its_lines_are_quoted_without_asking_the_model(generator: FakeGenerator, question: str, lines: int) -> None:
    answer = ask(generator, question, FakeSearcher((1,)))
    assert answer.reason is Reason.ANSWERED
    assert [one.quotes for one in answer.citations] == [PASSAGES[lines].lines]
    assert (generator.judged, generator.history) == ([], [])


@pytest.mark.parametrize("question", ["What is electricity?", "전기가 뭐예요?"])
def test_what_is_only_mentioned_is_judged_like_anything_else(generator: FakeGenerator, question: str) -> None:
    generator.stated = 0.05
    assert ask(generator, question, FakeSearcher((1,))).refused


@pytest.mark.parametrize(
    ("question", "heading", "defined"),
    [
        ("What is Corvin 4?", "Corvin 4: 24 km", False),
        ("Corvin 4가 뭐야?", "Corvin 4: 24 km", False),
        ("What is Corvin 4?", "Corvin 4, the newest", True),
        ("Corvin 4가 뭐야?", "가장 새로운 Corvin 4", True),
        ("What is the reach?", "Reach: 24 km", True),
        ("불빛이 뭐야?", "불빛: 24 km", True),
    ],
)
def test_a_heading_that_gives_a_figure_of_a_thing_with_a_version_defines_the_figure(
    question: str, heading: str, *, defined: bool
) -> None:
    passage = Passage("en:5.1", Language.ENGLISH, "Two Lights", ("Lights", heading), ("It burns.",), None)
    assert is_defined_by(question, Hit(passage, None, 0.9, 0.9, None)) is defined
