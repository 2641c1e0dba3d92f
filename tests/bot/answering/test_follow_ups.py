"""A question that leans on the turn before it is completed from that turn."""

import pytest

from bot.answering.question import Question, Turn
from bot.answering.understanding import understand
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
