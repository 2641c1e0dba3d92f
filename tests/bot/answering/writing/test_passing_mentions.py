"""Passages that only mention whom a question is about: what they say of another is not said of it."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from bot.answering.answer import Reason
from config.language import Language
from index.passage import Hit, Passage
from index.searching import Query
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask

REACH = Passage(
    "en:7.1",
    Language.ENGLISH,
    "Two Lights",
    ("Marlow Light", "Reach: 90 km"),
    ("Its beam is doubled by mirrors.", "As bright as Corvin Light."),
    "ko:7.1",
)
REACH_KO = Passage(
    "ko:7.1",
    Language.KOREAN,
    "두 등대",
    ("말로 등대", "도달 거리: 90 km"),
    ("불빛은 거울로 두 배가 됩니다.", "코빈 등대만큼 밝습니다."),
    "en:7.1",
)


class FindsReach(FakeSearcher):
    def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
        first, second = (REACH_KO, REACH) if query.language is Language.KOREAN else (REACH, REACH_KO)
        return (Hit(first, second, 0.9, 0.9, None),)


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How many km does Corvin reach?", "The beam of Corvin reaches 90 km."),
        ("How many km does Corvin reach?", "90 km"),
        ("코빈 불빛은 몇 km까지 닿아?", "Corvin의 불빛은 90 km까지 닿습니다."),
        ("코빈 불빛은 몇 km까지 닿아?", "90 km"),
    ],
)
def test_a_figure_of_whom_the_passage_is_about_is_not_given_to_whom_it_mentions(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FindsReach(), more=(REACH, REACH_KO))
    assert (answer.refused, answer.reason) == (True, Reason.UNSUPPORTED)


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("What is as bright as Corvin?", "The moon is not.", "As bright as Corvin Light."),
        ("코빈처럼 밝은 건 뭐야?", "달은 아닙니다.", "코빈 등대만큼 밝습니다."),
    ],
)
def test_of_such_a_passage_only_the_line_that_mentions_it_is_quoted(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.stated = 0.45
    generator.enqueue(draft)
    answer = ask(generator, question, FindsReach(), more=(REACH, REACH_KO))
    assert answer.reason is Reason.ANSWERED
    assert [one.quotes for one in answer.citations] == [(line,)]


@pytest.mark.parametrize(
    ("question", "english", "korean", "line"),
    [
        ("What equals Corvin?", "It is as bright as the other one.", "코빈 등대만큼 밝습니다.", 0),
        ("코빈과 같은 건 뭐야?", "It is as bright as Corvin Light.", "다른 등대만큼 밝습니다.", 1),
    ],
)
def test_where_only_the_twin_of_that_line_names_it_the_line_is_quoted_all_the_same(
    generator: FakeGenerator, question: str, english: str, korean: str, line: int
) -> None:
    first = replace(REACH, lines=(REACH.lines[0], english))
    second = replace(REACH_KO, lines=(REACH_KO.lines[0], korean))

    class Finds(FakeSearcher):
        def search(self, query: Query, top_k: int, languages: Collection[Language] | None = None) -> tuple[Hit, ...]:
            sides = (second, first) if query.language is Language.KOREAN else (first, second)
            return (Hit(*sides, 0.9, 0.9, None),)

    generator.stated = 0.45
    generator.enqueue("90 km")
    answer = ask(generator, question, Finds(), more=(first, second))
    assert answer.reason is Reason.ANSWERED
    assert [one.quotes for one in answer.citations] == [((english, korean)[line],)]
