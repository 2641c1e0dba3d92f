"""A question that leans on the turn before it is completed from that turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.question import Question, Turn
from bot.answering.understanding.openers import split_openers
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("turn", "follow_up"),
    [
        (Turn("How far does Corvin reach?", "24 km"), "And when was the lamp electrified?"),
        (Turn("코빈 불빛은 어디까지 닿아요?", "24 km"), "그럼 등불은 언제 바뀌었어요?"),
    ],
)
def test_a_follow_up_is_searched_with_the_name_of_the_turn_before(
    generator: FakeGenerator, turn: Turn, follow_up: str
) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, Question(follow_up, history=(turn,)), searcher)
    assert "Corvin" in searcher.history[0].text


@pytest.mark.parametrize(
    ("asked", "follow_up", "wanted"),
    [
        ("How far does Corvin reach?", "What about Marlow?", "reach"),
        ("코빈 불빛은 어디까지 닿아요?", "말로는요?", "불빛"),
        ("코빈 불빛은 어디까지 닿아요?", "말로는요", "불빛"),
    ],
)
def test_another_name_alone_asks_the_same_of_it(
    generator: FakeGenerator, asked: str, follow_up: str, wanted: str
) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, Question(follow_up, history=(Turn(asked, "24 km"),)), searcher)
    assert "Marlow" in searcher.history[0].text
    assert wanted in searcher.history[0].text
    assert "Corvin" not in searcher.history[0].text


@pytest.mark.parametrize(
    ("before", "question", "names"),
    [
        ("How tall is the tower of Marlow?", "Is it taller than Corvin?", ("Marlow", "Corvin")),
        ("How tall is the tower of Marlow?", "Is Corvin taller than it?", ("Marlow", "Corvin")),
        ("How tall is the tower of Marlow?", "How long is the stair?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "and the total?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "What are the main benefits?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "explain in simpler terms", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그건 코빈보다 높아요?", ("Marlow", "Corvin")),
        ("말로 탑은 높이가 얼마예요?", "코빈이 그것보다 높아요?", ("Marlow", "Corvin")),
        ("말로 탑은 높이가 얼마예요?", "계단 길이는?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그럼 총 계단은요?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "가장 큰 장점이 뭐야?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "더 쉽게 설명해줘", ("Marlow",)),
        ("How tall is the tower of Marlow?", "How do I see a ship with it?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "배를 그걸로 어떻게 봐?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "What is it built of?", ("Marlow",)),
        ("How tall is the tower of Marlow?", "Can I climb it?", ("Marlow",)),
        ("말로 탑은 높이가 얼마예요?", "그건 무엇으로 지었어요?", ("Marlow",)),
    ],
)
def test_a_follow_up_takes_the_name_before_it_and_no_word_of_its_own_for_one(
    before: str, question: str, names: tuple[str, ...]
) -> None:
    understood = understand(Question(question, history=(Turn(before, ""),)), GLOSSARY, 200)
    assert understood.names == names


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (("How tall is the tower of Marlow?",), "And Corvin?", "How tall is the tower of Corvin?"),
        (("What's Marlow's height?",), "ok, and Corvin's?", "What's Corvin's height?"),
        (("How tall is the tower of Marlow?",), "is it the same for Corvin?", "How tall is the tower of Corvin?"),
        (("Who made Marlow?", "And the lamp?"), "And Corvin?", "Corvin: the lamp?"),
        (("Who made Marlow?", "And Corvin?"), "What about Zephyr 5?", "Who made Zephyr 5?"),
        (("Who made Marlow?", "thanks!"), "and Corvin lol", "Who made Corvin?"),
        (("How tall is the tower of Marlow?",), "sweet, thx! and Corvin?", "How tall is the tower of Corvin?"),
        (("How tall is the tower of Marlow?",), "wbu Corvin", "How tall is the tower of Corvin?"),
        (("How tall is the tower of Marlow?",), "same question but Corvin", "How tall is the tower of Corvin?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈도 알려줘", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈은 ㅇㄸ", "Corvin의 탑은 높이가 얼마예요?"),
        (("How tall is the tower of Marlow?",), "btw, and Corvin?", "How tall is the tower of Corvin?"),
        (("말로의 탑은 높이가 얼마예요?",), "암튼 코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "ㅇㅋ ㄳ 그럼 코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로의 탑은 높이가 얼마예요?",), "코빈은?", "Corvin의 탑은 높이가 얼마예요?"),
        (("말로 탑은 높이가 얼마예요?",), "코빈은 어때요?", "Corvin 탑은 높이가 얼마예요?"),
        (("말로 탑은 높이가 얼마예요?",), "코빈도 그래?", "Corvin 탑은 높이가 얼마예요?"),
        (("말로는 누가 만들었어?", "등불은?"), "그럼 코빈은?", "Corvin: 등불은?"),
        (("말로는 누가 만들었어?", "코빈은?"), "Zephyr 5는요?", "Zephyr 5는 누가 만들었어?"),
        (("말로는 누가 만들었어?", "고마워!"), "코빈은?ㅋㅋ", "Corvin는 누가 만들었어?"),
        (("말로랑 코빈 차이가 뭐야?",), "코빈은?", "Corvin 차이가 뭐야?"),
    ],
)
def test_a_name_alone_takes_the_place_of_the_earlier_one(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("history", "question", "whole"),
    [
        (
            ("What do keepers gain?", "And sailors?"),
            "How about fishermen?",
            "What do keepers gain?: How about fishermen?",
        ),
        (("등대지기는 뭐가 좋아요?", "선원은요?"), "어부 쪽은 어때요?", "등대지기는 뭐가 좋아요?: 어부 쪽은 어때요?"),
    ],
)
def test_follow_ups_without_names_do_not_pile_up(history: tuple[str, ...], question: str, whole: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == whole


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (("Who built Corvin?", "how many lamps does it have"), "which of the two is the brighter one at sea"),
        (("Who built Corvin?", "and the bigger lamp"), "how far out at sea does that one shine at night"),
        (("Who built Corvin?", "the bigger of the two lamps?"), "how far does that one shine?"),
        (("코빈은 누가 지었어?", "걔 등불은 몇개임"), "둘 중에 큰놈은 밤에 바다에서 어디까지 보임"),
        (("코빈은 누가 지었어?", "둘 중에 큰 놈은?"), "얘는 밤에 바다에서 어디까지 보이는 편임"),
        (("코빈은 누가 지었어?", "계단은 몇 개인데?"), "그중에 실제로 밟고 올라가는건 다 해서 몇개임"),
    ],
)
def test_the_name_of_the_first_turn_reaches_the_third(history: tuple[str, ...], question: str) -> None:
    turns = tuple(Turn(text, "") for text in history)
    assert understand(Question(question, history=turns), GLOSSARY, 200).text == f"Corvin: {question}"


_LEANING = ("how tall is it", "the bigger one", "and that one", "걔는 얼마임", "그중에 큰놈은", "둘 다 보여?")


@given(st.lists(st.sampled_from(_LEANING), min_size=1, max_size=6))
def test_the_first_name_reaches_the_end_of_any_chain_of_questions_that_lean(chain: list[str]) -> None:
    *earlier, last = ("Who built Corvin?", *chain)
    turns = tuple(Turn(text, "") for text in earlier)
    assert understand(Question(last, history=turns), GLOSSARY, 200).text == f"Corvin: {split_openers(last)[1]}"
