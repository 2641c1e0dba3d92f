"""What says that the subject changes, and that nothing before it is asked about."""

import pytest

from bot.answering.question import Turn
from bot.answering.understanding.framing import unframed
from tests.bot.answering.understanding.builders import understood

_CHANGES_OF_SUBJECT = (
    ("Different topic: ", "how tall are the lamps?"),
    ("new question - ", "how tall is the total?"),
    ("unrelated, but ", "what are the main benefits?"),
    ("another thing: and ", "the cost?"),
    ("ok, totally unrelated question: ", "how long is the stair?"),
    ("On a different note, ", "how long is the stair?"),
    ("Changing the subject: ", "how long is the stair?"),
    ("new topic ", "how long is the stair?"),
    ("let's change the subject. ", "how long is the stair?"),
    ("anyway, not related but ", "how long is the stair?"),
    ("아 맞다 완전 딴 얘긴데 ", "계단 길이는?"),
    ("다른 질문인데요, ", "비용은 얼마예요?"),
    ("딴 얘긴데 ", "계단 길이는?"),
    ("주제 바꿔서 ", "계단 길이는?"),
    ("그건 그렇고 ", "계단 길이는?"),
    ("근데 다른 거 하나 물어볼게. ", "계단 길이는?"),
    ("상관없는 질문이지만 ", "계단 길이는?"),
    ("새 질문: ", "계단 길이는?"),
    ("화제를 바꿔 볼게요. ", "계단 길이는?"),
)


@pytest.mark.parametrize(("change", "question"), _CHANGES_OF_SUBJECT)
def test_what_says_that_the_subject_changes_is_left_out(change: str, question: str) -> None:
    turns = (Turn("How tall is the tower of Marlow?", "41 m"), Turn("코빈은?", "24 m"))
    found = understood(change + question, *turns)
    assert (found.asked, found.text, found.typed) == (question, question, change + question)
    assert understood(change + question).text == question


@pytest.mark.parametrize(("change", "question"), _CHANGES_OF_SUBJECT)
@pytest.mark.parametrize("then", ["And the lamp?", "그럼 등불은?"])
def test_a_follow_up_leans_on_nothing_before_a_change_of_subject(change: str, question: str, then: str) -> None:
    before = Turn("How tall is the tower of Marlow?", "41 m")
    found = understood(then, before, Turn(change + question, "…"))
    assert found.text == understood(then, Turn(question, "…")).text
    assert "Marlow" not in found.names


@pytest.mark.parametrize(
    "message",
    [
        "Different topics are lit by which lamps?",
        "What is the new question of the keepers?",
        "Another thing keepers do is what?",
        "Unrelated lamps are kept where?",
        "Something else is lit where?",
        "Different topic:",
        "다른 질문은 어떻게 해요?",
        "다른 얘기를 하는 등대지기는 누구예요?",
        "주제 바꾸는 방법은 뭐예요?",
        "새 질문",
        "다른 등대는 어디예요?",
    ],
)
def test_a_question_about_subjects_or_questions_is_left_as_it_is(message: str) -> None:
    assert (unframed(message).text, unframed(message).changes_subject) == (message, False)
