import pytest

from bot.evaluation.retrieval import PAIRINGS, evaluate_retrieval
from bot.judging.questions import Outcome, SetName
from config.language import Language
from tests.bot.evaluation.builders import PositionsSearcher
from tests.bot.judging.builders import case

FOUND = {
    "first": ["4.1.1.1", "9.1.1.1"],
    "third": ["1.1", "2.1.1", "4.1.1.1"],
    "never": ["1.1"],
    "첫째": ["4.1.1.1"],
}
ENGLISH = [case(name, question=name) for name in ("first", "third", "never")]
KOREAN = [case("first", Language.KOREAN, question="첫째")]


def test_the_pairings_are_both_languages_searched_then_only_the_other() -> None:
    assert [(pairing.question, pairing.searched) for pairing in PAIRINGS] == [
        (Language.KOREAN, (Language.KOREAN, Language.ENGLISH)),
        (Language.ENGLISH, (Language.KOREAN, Language.ENGLISH)),
        (Language.KOREAN, (Language.ENGLISH,)),
        (Language.ENGLISH, (Language.KOREAN,)),
    ]


def test_each_row_counts_the_rank_of_the_right_passage() -> None:
    run = evaluate_retrieval(PositionsSearcher(FOUND), [*ENGLISH, *KOREAN])
    korean, english = run.rows[:2]
    assert (korean.first.value, korean.first.count) == (1.0, 1)
    assert english.first.value == pytest.approx(1 / 3)
    assert english.in_three.value == english.in_five.value == pytest.approx(2 / 3)
    assert english.reciprocal_rank.value == pytest.approx((1 + 1 / 3) / 3)


def test_misses_say_what_was_found_instead() -> None:
    run = evaluate_retrieval(PositionsSearcher(FOUND), ENGLISH)
    assert {(miss.question, miss.rank) for miss in run.misses} == {("third", 3), ("never", None)}


def test_each_question_is_searched_in_its_two_pairings() -> None:
    searcher = PositionsSearcher(FOUND)
    evaluate_retrieval(searcher, KOREAN)
    assert searcher.searched == [("첫째", (Language.KOREAN, Language.ENGLISH)), ("첫째", (Language.ENGLISH,))]


def test_only_answerable_single_questions_are_searched() -> None:
    refused = case("no", outcome=Outcome.REFUSE, set_name=SetName.UNANSWERABLE, question="no")
    turn = case("turn", set_name=SetName.CONVERSATIONS, conversation="talk-en", question="turn")
    assert evaluate_retrieval(PositionsSearcher({}), [refused, turn]).rows == ()


def test_progress_ends_at_the_total() -> None:
    seen: list[tuple[int, int]] = []
    evaluate_retrieval(PositionsSearcher(FOUND), KOREAN, progress=lambda *at: seen.append(at))
    assert seen == [(1, 2), (2, 2)]
