"""The line that announces a list is read with the list where the question asks about it, and only there."""

from dataclasses import replace

import pytest

from bot.answering.evidence.leads import asks_about_lead, judged_side, tells_what_may_come
from bot.answering.question import Question
from bot.answering.understanding.understood import Understood, understand
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Hit, Passage

ENGLISH = Passage(
    "en:1.1", Language.ENGLISH, "Lights", ("Corvin", "For ships"), ("Fewer wrecks",), "ko:1.1", "What the lamp brings:"
)
KOREAN = Passage(
    "ko:1.1", Language.KOREAN, "등대", ("코빈", "배에게"), ("난파가 줄어요",), "en:1.1", "등불이 가져오는 것:"
)
HIT = Hit(ENGLISH, KOREAN, 1.0, 0.9, None)


def _question(text: str) -> Understood:
    return understand(Question(text), Glossary({}), 200)


@pytest.mark.parametrize("question", ["What does the lamp do for ships?", "등불이 배한테 뭐가 좋아요?"])
def test_a_word_that_only_the_lead_has_brings_it_before_the_judge_in_english(question: str) -> None:
    assert judged_side(_question(question), HIT).lines == ("What the lamp brings:", "Fewer wrecks")


@pytest.mark.parametrize("question", ["What does the lamp do for ships?", "등불이 배한테 뭐가 좋아요?"])
def test_where_the_side_that_is_read_has_no_lead_its_lines_alone_are_read(question: str) -> None:
    without = replace(ENGLISH, lead="")
    assert judged_side(_question(question), replace(HIT, passage=without)) == without


@pytest.mark.parametrize("question", ["Are there fewer wrecks at Corvin?", "코빈에서 배 난파가 줄어요?"])
def test_what_the_list_itself_has_brings_no_lead(question: str) -> None:
    assert judged_side(_question(question), HIT) == ENGLISH


@pytest.mark.parametrize(("question", "side"), [("The lamp?", ENGLISH), ("등불은?", KOREAN)])
def test_a_word_that_a_quoted_line_has_is_not_asked_of_the_lead(question: str, side: Passage) -> None:
    assert asks_about_lead(_question(question), side, side.lines)
    assert not asks_about_lead(_question(question), side, (side.lead,))


@pytest.mark.parametrize(
    ("lead", "to_come"),
    [
        ("More ships are expected to call:", True),
        ("What the harbour will get:", True),
        ("더 많은 배가 들어올 것으로 보입니다:", True),
        ("항구가 곧 갖추게 될 것입니다:", True),
        ("다음이 예상됩니다:", True),
        ("What the harbour got in May:", False),
        ("The harbour has a strong will:", False),
        ("항구가 갖춘 것입니다:", False),
        ("이는 큰 변화를 뜻하는 것입니다:", False),
    ],
)
def test_a_lead_tells_that_what_it_announces_is_only_expected(lead: str, *, to_come: bool) -> None:
    assert tells_what_may_come(lead) is to_come
