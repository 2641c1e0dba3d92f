"""What only opens a message is no part of its question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.direct.overview import asks_for_overview
from bot.answering.question import Question, Turn
from bot.answering.understanding.smalltalk import SmallTalk
from bot.answering.understanding.topics import thing_to_define
from bot.answering.understanding.understood import Understood, understand
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask

_ENGLISH = (
    *("ok ", "Thanks, ", "thanks a lot! ", "great, ", "Great ", "oh ", "hi there, ", "Good morning! ", "so ", "And "),
    *("ok so ", "hm... ", "No, ", "well ", "btw ", "hello ", "got it, thx. ", "That helps, thanks! "),
)
_KOREAN = (
    *("그럼 ", "고마워 ", "음 ", "음... ", "네, ", "네 그럼 ", "오 감사합니다! ", "안녕하세요~ ", "근데 ", "오케이 "),
    *("ㅇㅋ ", "아 ", "고마워 ㅋㅋ ", "그렇구나, 그럼 ", "혹시 ", "알려줘서 고마워요. ", "아니 "),
)


def understood(text: str, *history: Turn) -> Understood:
    return understand(Question(text, history=history), GLOSSARY, 200)


@pytest.mark.parametrize(
    ("opener", "question"),
    [
        *((opener, "what does Corvin's lamp burn?") for opener in _ENGLISH),
        *((opener, "코빈 등불은 무엇을 태워?") for opener in _KOREAN),
    ],
)
def test_a_question_is_searched_without_what_opens_it(generator: FakeGenerator, opener: str, question: str) -> None:
    generator.stated = 0.05
    with_opener, alone = FakeSearcher(), FakeSearcher()
    answer = ask(generator, opener + question, with_opener)
    assert answer.text == ask(generator, question, alone).text
    assert answer.question == (opener + question).strip()
    assert with_opener.history == alone.history


@pytest.mark.parametrize(
    "question",
    [
        *(opener + "summarize the article" for opener in _ENGLISH),
        *(opener + "글 요약해줘" for opener in _KOREAN),
    ],
)
def test_an_overview_is_asked_for_behind_any_opener(question: str) -> None:
    assert asks_for_overview(understood(question))
    assert asks_for_overview(understood(question, Turn("How far does Corvin reach?", "24 km")))


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        *((opener + "what is the beam?", "beam") for opener in _ENGLISH),
        *((opener + "불빛이 뭐야?", "불빛") for opener in _KOREAN),
    ],
)
def test_a_definition_is_asked_for_behind_any_opener(question: str, thing: str) -> None:
    assert thing_to_define(understood(question).text) == thing


@pytest.mark.parametrize(
    ("question", "text"),
    [
        *((opener + "Marlow?", "How far does Marlow reach?") for opener in ("And ", "ok, ", "Thanks! ", "Great, and ")),
        *((opener + "말로는?", "Marlow은 어디까지 닿아?") for opener in ("그럼 ", "음 ", "고마워! ", "네, 그럼 ")),
    ],
)
def test_a_name_behind_an_opener_is_asked_the_question_before(question: str, text: str) -> None:
    before = "How far does Corvin reach?" if question.isascii() else "코빈은 어디까지 닿아?"
    assert understood(question, Turn(before, "24 km")).text == text


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("thanks, answer in Korean please", Language.KOREAN),
        ("great, now in Korean please", Language.KOREAN),
        ("고마워, 영어로 알려줘", Language.ENGLISH),
        ("음 그럼 영어로 말해줘", Language.ENGLISH),
    ],
)
def test_a_wish_for_a_language_behind_an_opener_asks_again(wish: str, language: Language) -> None:
    before = "How far does Corvin reach?"
    found = understood(wish, Turn(before, "24 km"))
    assert (found.text, found.language) == (before, language)


@pytest.mark.parametrize(
    ("typed", "talk"),
    [
        ("thanks, who are you?", SmallTalk.ABOUT_BOT),
        ("고마워, 넌 누구야?", SmallTalk.ABOUT_BOT),
        ("hi there!", SmallTalk.GREETING),
        ("그럼 안녕", SmallTalk.GREETING),
        ("well thanks a lot", SmallTalk.THANKS),
        ("음 네 정체가 뭐야", SmallTalk.ABOUT_BOT),
    ],
)
def test_small_talk_behind_an_opener_is_small_talk(typed: str, talk: SmallTalk) -> None:
    assert understood(typed).talk is talk


@pytest.mark.parametrize(
    "question",
    [
        "Great lamps are lit where?",
        "Great and small lamps are lit where?",
        "No lamp is lit by day?",
        "Cool rooms of the tower?",
        "Well known lamps?",
        "Good Morning Light is where?",
        "So far which lamps are lit?",
        "Thanks to whom is it lit?",
        "ok to climb the tower?",
        "I see ships with it?",
        "Hello World Light is where?",
        "Now and then?",
        "네 개의 방은 어디예요?",
        "네 모델은 어떻게 달라?",
        "네덜란드 등대는 어디예요?",
        "감사 보고서는 어디 있어?",
        "오 단계로 된 계단은?",
        "야간 등대는 어디야?",
        "저기 보이는 등대는 뭐야?",
        "하이 라이트는 뭐야?",
        "대박 등대는 어디야?",
        "응답은 누가 해?",
        "음악은 누가 틀어?",
        "또렷한 불빛은 뭐야?",
    ],
)
def test_what_only_looks_like_an_opener_stays(question: str) -> None:
    assert understood(question).asked == question


@given(st.lists(st.sampled_from((*_ENGLISH, *_KOREAN)), min_size=1, max_size=3))
def test_openers_alone_are_left_as_they_are(row: list[str]) -> None:
    typed = "".join(row).strip(" ~").removesuffix(" ㅋㅋ")
    assert understood(typed).asked == typed
