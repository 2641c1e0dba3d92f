"""What a message says beside its question is not asked about."""

import pytest

from bot.answering.direct.makers import Makers
from bot.answering.direct.overview import asks_for_overview
from bot.answering.evidence.abbreviations import Abbreviations
from bot.answering.question import Question, Turn
from bot.answering.understanding.about_the_asker import said_of_the_article
from bot.answering.understanding.framing import unframed
from bot.answering.understanding.smalltalk import SmallTalk
from bot.answering.understanding.understood import Understood, understand
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


def understood(text: str, *history: Turn, language: Language | None = None) -> Understood:
    return understand(Question(text, language, history), GLOSSARY, 200)


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("Hey Haetae, how far does Corvin reach?", "how far does Corvin reach?"),
        ("Haetae: how far does Corvin reach?", "how far does Corvin reach?"),
        ("@Haetae how far does Corvin reach?", "how far does Corvin reach?"),
        ("How far does Corvin reach, Haetae?", "How far does Corvin reach?"),
        ("해태야 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("안녕하세요 해태님, 코빈은 어디까지 닿나요?", "코빈은 어디까지 닿나요?"),
        ("해태, 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("코빈은 어디까지 닿아, 해태야?", "코빈은 어디까지 닿아?"),
        ("haetae how far does Corvin reach?", "how far does Corvin reach?"),
        ("Haetae can you tell how far Corvin reaches?", "can you tell how far Corvin reaches?"),
        ("Good morning Haetae, how far does Corvin reach?", "how far does Corvin reach?"),
        ("hey bot how far does Corvin reach?", "how far does Corvin reach?"),
        ("thanks Haetae, and Marlow?", "Marlow?"),
        ("해태 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("하이 해태 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("ㅎㅇ 해태야 코빈은 어디까지 닿아?", "코빈은 어디까지 닿아?"),
        ("고마워 해태야, 말로는?", "말로는?"),
    ],
)
def test_the_bots_name_is_left_out_where_it_is_spoken_to(message: str, question: str) -> None:
    assert unframed(message).text == question


@pytest.mark.parametrize(
    "message",
    [
        "Haetae is offline?",
        "Haetae runs offline?",
        "What is Haetae?",
        "haetae?",
        "Hey Haetae!",
        "해태는 누가 만들었어?",
        "해태 누가 만들었어?",
        "해태 뭐야?",
        "해태",
        "해태빵 있어?",
    ],
)
def test_a_question_about_the_bots_name_is_left_as_it_is(message: str) -> None:
    found = unframed(message)
    assert found.openers + found.text == message


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
    ("message", "question"),
    [
        ("코빈은 어디까지 닿아?ㅋㅋ", "코빈은 어디까지 닿아?"),
        ("코빈은 어디까지 닿아ㅠㅠ?", "코빈은 어디까지 닿아?"),
        ("ㅋㅋ 코빈은 어디까지 닿아 ^^", "코빈은 어디까지 닿아"),
        ("코빈은 어디까지 닿나요~~ 😊", "코빈은 어디까지 닿나요"),
        ("how far does Corvin reach? lol", "how far does Corvin reach?"),
        ("haha how far does Corvin reach :)", "how far does Corvin reach"),
        ("how far does Corvin reach 😂😂", "how far does Corvin reach"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("lol", "lol"),
        ("ㅋㅋ가 뭐야?", "ㅋㅋ가 뭐야?"),
        ("ㅇㅋ", "ㅇㅋ"),
        ("What does lol mean?", "What does lol mean?"),
    ],
)
def test_laughter_around_a_question_is_left_out(message: str, question: str) -> None:
    assert understood(message).asked == question


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


@pytest.mark.parametrize(
    "message",
    [
        "I'm a sailor from Bergen. How far does Corvin reach?",
        "We live in Oslo, how far does Corvin reach?",
        "나는 Bergen에서 일하는데 코빈은 어디까지 닿아요?",
    ],
)
def test_names_in_what_the_asker_says_of_themselves_are_not_asked_about(message: str) -> None:
    assert understood(message).names == ("Corvin",)


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
    ],
)
def test_a_message_that_repeats_what_frames_questions_keeps_nobody_waiting(unit: str) -> None:
    for end in ("", "x", "!"):
        text = (unit * 2000)[:1990] + "코" + end
        question = understand(Question(text, history=(Turn(text, text), Turn("코빈은?", "24 km"))), GLOSSARY, 2000)
        asks_for_overview(question)
        Abbreviations(()).asked_in(question)
        Makers((), GLOSSARY).line(question)
        said_of_the_article(text)


@pytest.mark.parametrize("message", ["Hey Haetae, how far does Corvin reach?", "해태야, 코빈은 어디까지 닿아?"])
def test_what_is_searched_is_the_question_alone(generator: FakeGenerator, message: str) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    answer = ask(generator, message, searcher)
    (query,) = searcher.history
    assert not any("aetae" in text or "해태" in text for text in (query.text, *query.variants))
    assert answer.question == message


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
