"""Greetings, thanks and what is asked of the bot itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question import Question, Turn
from bot.answering.understanding.smalltalk import SmallTalk, small_talk
from bot.answering.understanding.understood import clean, understand
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("hello", SmallTalk.GREETING),
        ("What is Haetae?", SmallTalk.ABOUT_BOT),
        ("해태가 뭐예요?", SmallTalk.ABOUT_BOT),
        ("Good morning!", SmallTalk.GREETING),
        ("안녕하세요~", SmallTalk.GREETING),
        ("thanks a lot :)".removesuffix(" :)"), SmallTalk.THANKS),
        ("정말 고마워요!", SmallTalk.THANKS),
        ("bye", SmallTalk.FAREWELL),
        ("안녕히 계세요", SmallTalk.FAREWELL),
        ("who are you?", SmallTalk.ABOUT_BOT),
        ("너 누구야?", SmallTalk.ABOUT_BOT),
        ("hey, what can you do?", SmallTalk.ABOUT_BOT),
        ("뭘 할 수 있어?", SmallTalk.ABOUT_BOT),
        ("Hi, how tall is the tower?", None),
        ("안녕하세요, 탑 높이가 궁금해요", None),
        ("help me find the tower", None),
        ("고마운 등대는 어디예요?", None),
        ("코빈은 무슨 일을 해?", None),
        ("What kind of light is Corvin?", None),
    ],
)
def test_only_a_whole_message_is_small_talk(text: str, talk: SmallTalk | None) -> None:
    assert small_talk(text) is talk


@pytest.mark.parametrize(
    ("typed", "talk"),
    [
        ("안녕하세요ㅎㅎ", SmallTalk.GREETING),
        ("ㅎㅇ", SmallTalk.GREETING),
        ("해태야ㅋㅋ", SmallTalk.GREETING),
        ("haetae?", SmallTalk.GREETING),
        ("hi haha", SmallTalk.GREETING),
        ("ㅋㅋㅋㅋ", SmallTalk.GREETING),
        ("lol", SmallTalk.GREETING),
        ("고마워ㅋㅋ", SmallTalk.THANKS),
        ("ㄱㅅ", SmallTalk.THANKS),
        ("네 감사합니다 ^^", SmallTalk.THANKS),
        ("thank youuu :)", SmallTalk.THANKS),
        ("ok thanks", SmallTalk.THANKS),
        ("ㅂㅇ", SmallTalk.FAREWELL),
        ("cya lol", SmallTalk.FAREWELL),
        ("뭐 하는 봇이에요?", SmallTalk.ABOUT_BOT),
        ("안녕! 넌 뭐 하는 봇이야?", SmallTalk.ABOUT_BOT),
        ("안녕 너는 무슨 봇이니?", SmallTalk.ABOUT_BOT),
        ("너 사람이야?", SmallTalk.ABOUT_BOT),
        ("너는 무슨 일을 해?", SmallTalk.ABOUT_BOT),
        ("네 정체가 뭐야", SmallTalk.ABOUT_BOT),
        ("너 할 줄 아는 게 뭐야?", SmallTalk.ABOUT_BOT),
        ("무엇을 도와줄 수 있나요?", SmallTalk.ABOUT_BOT),
        ("hi! what kind of bot are you?", SmallTalk.ABOUT_BOT),
        ("what sort of bot is this", SmallTalk.ABOUT_BOT),
        ("뭐 물어보면 돼?", SmallTalk.ABOUT_BOT),
        ("what can i ask you", SmallTalk.ABOUT_BOT),
        ("which model do you use?", SmallTalk.ABOUT_BOT),
        ("감사가 필요한 등대는?", None),
        ("봇이 지키는 등대는?", None),
        ("수고를 덜어 주는 등대는?", None),
        ("how do you use a lamp?", None),
        ("are you sure it is tall?", None),
        ("thanks to whom is it lit?", None),
    ],
)
def test_small_talk_is_told_from_what_was_typed(typed: str, talk: SmallTalk | None) -> None:
    assert understand(Question(typed), GLOSSARY, 200).talk is talk


@pytest.mark.parametrize(
    ("before", "then", "talk"),
    [
        ("코빈이 뭐야?", "사용법은?", None),
        ("코빈이 뭐야?", "뭘 할 수 있어?", None),
        ("코빈이 뭐야?", "누구야?", None),
        ("What is Corvin?", "What can I ask here?", None),
        ("What is Corvin?", "how do I use this", None),
        ("코빈이 뭐야?", "넌 뭘 할 수 있어?", SmallTalk.ABOUT_BOT),
        ("What is Corvin?", "what can you do?", SmallTalk.ABOUT_BOT),
        ("코빈이 뭐야?", "ㅋㅋㅋ", SmallTalk.THANKS),
        ("What is Corvin?", "ok cool".removeprefix("ok "), SmallTalk.THANKS),
        ("안녕", "뭘 할 수 있어?", SmallTalk.ABOUT_BOT),
        ("Hi there!", "What can I ask here?", SmallTalk.ABOUT_BOT),
    ],
)
def test_after_a_question_only_what_speaks_to_the_bot_is_about_it(
    before: str, then: str, talk: SmallTalk | None
) -> None:
    assert understand(Question(then, history=(Turn(before, ""),)), GLOSSARY, 200).talk is talk


@pytest.mark.parametrize("typed", ["ㅇㅇ", "ㅁㅅㅌㄹ", "요약ㅎㅎ", "한글 ㅠㅜ"])
def test_letters_of_hangul_stay_as_they_are_typed(typed: str) -> None:
    assert clean(typed) == typed
    assert understand(Question(typed), GLOSSARY, 200).language is Language.KOREAN


_CHAT_THANKS = (
    "ㄳ",
    "ㄳㄳ",
    "오 ㄳ",
    "ㄱㅅㄱㅅ",
    "ㅇㅋ 감사",
    "ㅇㅋㅇㅋ ㄱㅅ",
    "오케이 땡큐",
    "아하 그렇구나 고마워!",
    "네 알겠습니다, 감사합니다",
    "오 대박 감사해요 ㅎㅎ",
    "감사감사",
    "sweet thx",
    "nice ty",
    "cool, thanks a lot!",
    "ok great thank you",
    "oh nice, thanks man!",
    "got it, thx",
    "awesome ty!!",
    "that helps, thanks",
    "makes sense ty",
    "thanks for the explanation!",
    "알려줘서 고마워요",
    "도움이 됐어요 감사",
)
_CHAT_ACKNOWLEDGEMENTS = ("굿굿", "오 굿", "ㅇㅋㅇㅋ", "네네", "오케이 굿", "ok cool", "ah i see", "sweet", "nice nice")


@pytest.mark.parametrize("typed", _CHAT_THANKS)
@pytest.mark.parametrize("history", [(), ("What is Corvin?",), ("코빈이 뭐야?", "고마워")])
def test_thanks_as_chat_writes_them_are_small_talk_anywhere(typed: str, history: tuple[str, ...]) -> None:
    turns = tuple(Turn(text, "24 km") for text in history)
    assert understand(Question(typed, history=turns), GLOSSARY, 200).talk is SmallTalk.THANKS


@pytest.mark.parametrize("typed", _CHAT_ACKNOWLEDGEMENTS)
@pytest.mark.parametrize(
    ("history", "talk"), [((), SmallTalk.GREETING), (("What is Corvin?", "코빈은?"), SmallTalk.THANKS)]
)
def test_words_that_only_acknowledge_are_thanks_after_a_question(
    typed: str, history: tuple[str, ...], talk: SmallTalk
) -> None:
    turns = tuple(Turn(text, "24 km") for text in history)
    assert understand(Question(typed, history=turns), GLOSSARY, 200).talk is talk


@given(st.lists(st.sampled_from((*_CHAT_THANKS, *_CHAT_ACKNOWLEDGEMENTS)), min_size=1, max_size=4))
def test_any_row_of_thanks_and_acknowledgements_is_small_talk(row: list[str]) -> None:
    assert small_talk(" ".join(row), follows=True) is SmallTalk.THANKS


@pytest.mark.parametrize("typed", _CHAT_THANKS)
@pytest.mark.parametrize("question", ["how tall is the tower?", "탑은 얼마나 높아?", "what?", "왜?"])
def test_thanks_with_a_question_behind_them_are_a_question(typed: str, question: str) -> None:
    assert small_talk(f"{typed} {question}", follows=True) is None


@pytest.mark.parametrize("typed", ["굿즈는 어디서 팔아?", "오감", "감사원", "nicety", "tyre", "good lamps", "네덜란드"])
def test_words_that_only_begin_like_thanks_are_none(typed: str) -> None:
    assert small_talk(typed, follows=True) is None
