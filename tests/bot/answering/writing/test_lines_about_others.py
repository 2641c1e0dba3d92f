"""A line on one person gives no date of another who stands in the line beside it."""

from collections.abc import Collection

import pytest

from bot.answering.answer import Reason
from config.language import Language
from index.passage import Hit, Passage
from index.searching import Query
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask

CREW = Passage(
    "en:6.1",
    Language.ENGLISH,
    "Two Lights",
    ("Those who work there",),
    ("The light took over its keeper, Anna Berg, in 1978.", "Its engineer, Otto Lind, looks after the lamp."),
    "ko:6.1",
)
CREW_KO = Passage(
    "ko:6.1",
    Language.KOREAN,
    "두 등대",
    ("일하는 사람들",),
    ("등대지기 Berg는 1978년에 들어왔습니다.", "기술자 Lind가 등불을 돌봅니다."),
    "en:6.1",
)


class FindsCrew(FakeSearcher):
    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        first, second = (CREW_KO, CREW) if query.language is Language.KOREAN else (CREW, CREW_KO)
        return (Hit(first, second, 0.9, 0.9, None),)


@pytest.mark.parametrize(
    ("question", "draft", "answered"),
    [
        ("Since which year has Lind worked there?", "Lind has been working since 1978.", False),
        ("Lind는 몇 년부터 일했어?", "Lind는 1978년부터 일했습니다.", False),
        ("Since which year has Berg worked there?", "Berg has been working since 1978.", True),
        ("Berg는 몇 년부터 일했어?", "Berg는 1978년부터 일했습니다.", True),
    ],
)
def test_a_date_is_quoted_for_whom_its_line_names(
    generator: FakeGenerator, question: str, draft: str, *, answered: bool
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FindsCrew(), more=(CREW, CREW_KO))
    assert (answer.reason is Reason.ANSWERED) is answered


@pytest.mark.parametrize(("question", "side"), [("Who works there?", CREW), ("누가 일해?", CREW_KO)])
def test_two_lines_told_in_one_breath_are_taken_apart(generator: FakeGenerator, question: str, side: Passage) -> None:
    first, second = side.lines
    generator.enqueue(f"{first.rstrip('.')}: {second}")
    answer = ask(generator, question, FindsCrew(), more=(CREW, CREW_KO))
    assert answer.text == f"{first} [1] {second} [1]"
