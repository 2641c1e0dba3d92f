"""Messages made to take long."""

import pytest

from bot.answering.direct.overview import asks_for_overview
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.evidence.makers import Makers
from bot.answering.question import Question, Turn
from bot.answering.understanding.about_the_asker import said_of_the_article
from bot.answering.understanding.understood import questions_of, understand
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit",
    [
        "에일하",
        "에사는데",
        "영어로 ",
        "answer in ",
        "please ",
        "hey haetae ",
        "해태야 ",
        "I'm a ",
        "글전체",
        "만",
        "The ",
        "what does VHF ",
        "who made Corvin ",
        "코빈 만든 회사 ",
        "VHF 무슨 ",
        "ㅋ",
        "ㅋ ",
        "ㅋㅎ!",
        "haha ",
        "lol, ",
        "하이 해태 ",
        "thanks ",
        "explain ",
        "explain x in korean ",
        "영어로 다시 ",
        "그거 ",
        "it ",
        "그건 ",
        "and Corvin ",
        "Corvin, ",
        "코빈의 ",
        "of ",
        "네 ",
        "this all ",
        "세줄로",
        "둘 중에 ",
        "더 큰 ",
        "the bigger one ",
        "of the two Corvin ",
        "the other and ",
        "걔네 ",
        "그놈",
        "ㄳ",
        "thanks nice ",
        "well ",
        "음 고마워 ",
        "오케이",
        "another thing: ",
        "ok ",
        "딴 얘긴데 ",
        "and companies ",
        "do big companies ",
        "회사가 ",
        "회사의 경우 ",
        "비용은 ",
        "needs a ",
        "다른 거 하나 ",
        "what, and what ",
        "how many ",
        "? ",
        " and",
        "몇 개고 얼마고 ",
        "등불이 몇 개 ",
        "Marlow made Corvin ",
        "말로의 코빈은 ",
    ],
)
def test_a_message_that_repeats_what_frames_questions_keeps_nobody_waiting(unit: str) -> None:
    for end in ("", "x", "!"):
        text = (unit * 2000)[:1990] + "코" + end
        question = understand(Question(text, history=(Turn(text, text), Turn("코빈은?", "24 km"))), GLOSSARY, 2000)
        asks_for_overview(question)
        Abbreviations(()).asked_in(question)
        Makers((), GLOSSARY).line(question)
        Makers((), GLOSSARY).contrary(question)
        questions_of(question, GLOSSARY)
        said_of_the_article(text)
