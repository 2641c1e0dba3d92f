"""The language that a message wants its answer in."""

import pytest

from bot.answering.question import Turn
from bot.answering.understanding.framing import unframed
from bot.answering.understanding.smalltalk import SmallTalk
from config.language import Language
from tests.bot.answering.understanding.builders import understood


@pytest.mark.parametrize(
    ("message", "question", "language"),
    [
        ("Answer in Korean: how far does Corvin reach?", "how far does Corvin reach?", Language.KOREAN),
        ("How far does Corvin reach? Please reply in Korean.", "How far does Corvin reach?", Language.KOREAN),
        ("How far does Corvin reach, in Korean please?", "How far does Corvin reach?", Language.KOREAN),
        ("영어로 답해줘: 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?", Language.ENGLISH),
        ("코빈은 어디까지 닿는지 영어로 알려 주세요", "코빈은 어디까지 닿는지", Language.ENGLISH),
        ("코빈은 어디까지 닿아? 영어로 대답해 줄래?", "코빈은 어디까지 닿아?", Language.ENGLISH),
        ("How far does Corvin reach? could you answer in Korean?", "How far does Corvin reach?", Language.KOREAN),
        ("how far does Corvin reach please answer in korean", "how far does Corvin reach", Language.KOREAN),
        ("코빈은 어디까지 닿는지 영어로 설명해 주실 수 있을까요?", "코빈은 어디까지 닿는지", Language.ENGLISH),
        ("Explain Corvin in Korean", "Explain Corvin", Language.KOREAN),
        ("Can you tell me about Corvin in Korean?", "Can you tell me about Corvin?", Language.KOREAN),
        ("In Korean, how far does Corvin reach?", "how far does Corvin reach?", Language.KOREAN),
        ("How far does Corvin reach? In Korean", "How far does Corvin reach?", Language.KOREAN),
        ("Translate to Korean: how far does Corvin reach?", "how far does Corvin reach?", Language.KOREAN),
        ("코빈 설명해 줘 영어로", "코빈 설명해 줘", Language.ENGLISH),
        ("코빈 장점은 영어로 알려줘", "코빈 장점은", Language.ENGLISH),
        ("영어로, 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?", Language.ENGLISH),
        ("코빈 글 영어로 요약해줘", "코빈 글 요약해줘", Language.ENGLISH),
    ],
)
def test_a_wish_for_a_language_is_followed_and_left_out(message: str, question: str, language: Language) -> None:
    found = unframed(message)
    assert (found.text, found.language) == (question, language)
    assert understood(message).language is language
    assert understood(message, language=language.other).language is language
    assert understood(message).names == ("Corvin",)


@pytest.mark.parametrize(
    "message",
    [
        "Is the Corvin guide available in Korean?",
        "Which keepers answered in English?",
        "Can Corvin answer in Korean?",
        "Does Marlow read Korean and reply in English?",
        "Could the keepers of Corvin write in Korean?",
        "한국어로 답변하는 등대지기는 누구예요?",
        "코빈 안내문은 영어로 쓰였나요?",
        "한국어로 설명해 줄 수 있는 등대지기는?",
        "영어로 답해 줘야 하는 등대는 어디예요?",
        "Explain how Corvin signals in Korean",
        "List keepers that answer in Korean",
        "How good is Corvin in Korean?",
        "Does it speak English or Korean?",
        "Corvin 3는 영어로 답변해줄 수 있어?",
        "코빈은 영어로 답변해줄 수 있어?",
        "말로가 한국어로 말해줄 수 있나요?",
        "코빈은 한국어로 대답해줘?",
        "등대는 영어로 뭐라고 해?",
        "등대는 영어로?",
        "영어로 된 안내문이 있어?",
        "영어로 번역할 수 있는 등대지기는?",
    ],
)
def test_a_question_about_a_language_is_no_wish(message: str) -> None:
    assert (unframed(message).text, unframed(message).language) == (message, None)


@pytest.mark.parametrize(
    ("before", "wish", "language"),
    [
        ("How far does Corvin reach?", "Answer in Korean, please", Language.KOREAN),
        ("코빈은 어디까지 닿아요?", "영어로 알려 줘", Language.ENGLISH),
        ("How far does Corvin reach?", "in Korean, please", Language.KOREAN),
        ("How far does Corvin reach?", "In Korean?", Language.KOREAN),
        ("How far does Corvin reach?", "Korean please!", Language.KOREAN),
        ("How far does Corvin reach?", "Can you say that again in Korean?", Language.KOREAN),
        ("How far does Corvin reach?", "translate that to Korean lol", Language.KOREAN),
        ("코빈은 어디까지 닿아요?", "영어로", Language.ENGLISH),
        ("코빈은 어디까지 닿아요?", "영어로요?", Language.ENGLISH),
        ("코빈은 어디까지 닿아요?", "그거 영어로 다시 말해줘", Language.ENGLISH),
        ("코빈은 어디까지 닿아요?", "한국어 말고 영어로 다시 말해줘", Language.ENGLISH),
        ("How far does Corvin reach?", "Not in English, in Korean please", Language.KOREAN),
        ("코빈은 어디까지 닿아요?", "영어로 번역해줘", Language.ENGLISH),
        ("코빈은 어디까지 닿아요?", "영어로 답해줘ㅋㅋ", Language.ENGLISH),
    ],
)
def test_a_wish_alone_asks_the_question_before_it_again(before: str, wish: str, language: Language) -> None:
    found = understood(wish, Turn(before, "24 km"))
    assert (found.asked, found.language, found.typed) == (before, language, wish)


@pytest.mark.parametrize(
    ("wish", "language"), [("in Korean, please", Language.KOREAN), ("영어로 답해줘ㅋㅋ", Language.ENGLISH)]
)
def test_a_wish_before_any_question_is_greeted_in_its_language(wish: str, language: Language) -> None:
    found = understood(wish)
    assert (found.talk, found.language) == (SmallTalk.GREETING, language)


@pytest.mark.parametrize(
    ("earlier", "wishes", "language"),
    [
        (
            ("How far does Corvin reach?", "And Marlow?"),
            ("Answer in Korean", "Reply in English please"),
            Language.ENGLISH,
        ),
        (("Answer in English: how far does Corvin reach?", "And Marlow?"), ("Answer in Korean",), Language.KOREAN),
        (("코빈은 어디까지 닿아요?", "그럼 말로는?"), ("영어로 알려 줘", "한국어로 답해 주세요"), Language.KOREAN),
        (("한국어로 답해줘: 코빈은 어디까지 닿아요?", "그럼 말로는?"), ("영어로 알려 줘",), Language.ENGLISH),
    ],
)
def test_a_wish_alone_asks_again_what_the_last_question_asked(
    earlier: tuple[str, ...], wishes: tuple[str, ...], language: Language
) -> None:
    turns = tuple(Turn(text, "…") for text in (*earlier, *wishes[:-1]))
    whole = understood(earlier[-1], Turn(earlier[0], "…"))
    found = understood(wishes[-1], *turns)
    assert (found.text, found.names, found.language) == (whole.text, ("Marlow",), language)


@pytest.mark.parametrize(
    ("question", "wish", "then"),
    [
        ("How far does Corvin reach?", "Answer in Korean", "And Marlow?"),
        ("코빈은 어디까지 닿아요?", "영어로 알려 줘", "그럼 말로는?"),
    ],
)
def test_a_follow_up_leans_on_the_question_before_a_wish(question: str, wish: str, then: str) -> None:
    found = understood(then, Turn(question, "…"), Turn(wish, "…"))
    assert found.text == understood(then, Turn(question, "…")).text
