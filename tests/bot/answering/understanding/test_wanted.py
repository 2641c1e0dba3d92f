"""What a question wants is read once, of the question as it stands on its own."""

import pytest

from bot.answering.question import Question, Turn
from bot.answering.understanding.expectations import Expected
from bot.answering.understanding.understood import understand
from bot.answering.understanding.wanted import Wanted, wanted_by
from config.language import Language
from index.part import Part
from tests.bot.answering.fakes import GLOSSARY
from tests.languages import EACH_LANGUAGE

FAR = {Language.ENGLISH: "How many km does Corvin reach?", Language.KOREAN: "코빈은 몇 km까지 닿아?"}
NEXT = {Language.ENGLISH: "Ok, and Marlow?", Language.KOREAN: "음 그럼 말로는?"}
OTHERWISE = {Language.ENGLISH: "Answer in Korean", Language.KOREAN: "영어로 답해줘"}


def wanted(text: str, *history: str) -> Wanted:
    return understand(Question(text, history=tuple(Turn(turn, "24 km") for turn in history)), GLOSSARY, 200).wanted


@EACH_LANGUAGE
def test_a_follow_up_wants_what_the_question_before_it_wanted(language: Language) -> None:
    for found in (
        wanted(NEXT[language], FAR[language]),
        wanted(OTHERWISE[language], FAR[language]),
        wanted(OTHERWISE[language], FAR[language], NEXT[language]),
    ):
        assert found.kind is Expected.FIGURE
        assert {"km", "m"} <= found.units
        assert found.is_given_by("41 m")
        assert not found.is_given_by("8 lamps, 등불 8개")


@pytest.mark.parametrize(
    ("question", "yes_or_no", "side_by_side", "presumes", "part"),
    [
        ("Is Marlow always open?", True, False, False, None),
        ("말로는 늘 열려 있어요?", True, False, False, None),
        ("Why are both lamps lit?", False, True, True, None),
        ("등불은 왜 둘 다 켜져요?", False, True, True, None),
        ("What does the conclusion say?", False, False, False, Part.CLOSING),
        ("결론은 뭐라고 해?", False, False, False, Part.CLOSING),
    ],
)
def test_what_an_answer_has_to_be_like(
    question: str, *, yes_or_no: bool, side_by_side: bool, presumes: bool, part: Part | None
) -> None:
    found = wanted_by(question)
    assert (found.yes_or_no, found.side_by_side, found.presumes, found.part) == (
        yes_or_no,
        side_by_side,
        presumes,
        part,
    )
