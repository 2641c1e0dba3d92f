"""What askers say of themselves is not asked about, unless a pronoun means it."""

import pytest

from bot.answering.answer import Reason
from bot.answering.question import Question
from bot.answering.understanding.about_the_asker import said_of_the_article
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, ask
from tests.bot.answering.understanding.builders import understood


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


@pytest.mark.parametrize(
    "question",
    [
        "I have a Zeta-9 with M3, how far does Corvin reach?",
        "My Zeta-9 is old. How far does Corvin reach?",
        "제가 Zeta-9 쓰는데 코빈은 어디까지 닿아요?",
        "우리 Zeta-9 인데요, 코빈은 어디까지 닿아요?",
    ],
)
def test_what_askers_have_is_not_asked_about(question: str) -> None:
    assert understand(Question(question), GLOSSARY, 200).names == ("Corvin",)


@pytest.mark.parametrize(
    ("question", "kept", "dropped"),
    [
        ("I have a Zephyr Pro with M3, does Corvin help?", "Corvin", "Zephyr"),
        ("제가 Zephyr 400 쓰는데 코빈이 도움이 돼요?", "코빈", "Zephyr"),
        ("i've got 16gb of oil, which lamp fits?", "lamp", "16gb"),
        ("저 기름 16gb 있는데 어느 등불이 맞아요?", "등불", "16gb"),
        ("Does Corvin fit my Zephyr 400?", "Corvin", "Zephyr"),
        ("내 Zephyr 400에 코빈이 맞아?", "코빈", "Zephyr"),
        ("I was told that Corvin has 1M lamps. Why?", "1M", "nothing"),
        ("제가 듣기로 코빈은 등불이 100만 개라는데 왜?", "100만", "nothing"),
        ("So we have 1M lamps in Corvin, right?", "1M", "nothing"),
        ("우리 코빈 등불이 100만 개인데 맞지?", "100만", "nothing"),
        ("I am curious why Corvin has 2M lamps", "2M", "nothing"),
        ("저는 코빈 등불이 왜 200만 개인지 궁금한데 알려줘요", "200만", "nothing"),
        ("I've 2 lamps and 64GB of maps, does Corvin help?", "Corvin", "64GB"),
        ("저는 등불 2개랑 지도 64GB 있는데 코빈이 도움이 돼요?", "코빈", "64GB"),
        ("Can I use Zephyria there?", "Zephyria", "nothing"),
        ("우리 등대에서 Zephyria를 써도 돼?", "Zephyria", "nothing"),
    ],
)
def test_only_what_the_asker_has_or_is_is_left_out(question: str, kept: str, dropped: str) -> None:
    said = said_of_the_article(question)
    assert kept in said
    assert dropped not in said


@pytest.mark.parametrize(
    "question",
    [
        "I use Zephyria, how tall is it?",
        "I have a Zephyria. Is that enough?",
        "I have a Zephyria, is this bright enough?",
        "I use Zephyria lamps. Are these bright enough?",
        "I've got two Zephyria lamps. Do those lamps reach far?",
        "I use Zephyria, is Corvin brighter than this?",
        "제가 Zephyria 쓰는데 그건 높이가 얼마예요?",
        "저 Zephyria 있는데 얘로 돼요?",
        "제가 Zephyria 쓰는데 걔네도 밝아요?",
        "나 Zephyria 쓰는데 이걸로 충분해?",
        "저는 Zephyria 있는데 이놈도 밝아요?",
        "제가 Zephyria 쓰는데 코빈이 얘보다 밝아요?",
    ],
)
def test_what_the_asker_has_is_asked_about_where_a_pronoun_means_it(generator: FakeGenerator, question: str) -> None:
    assert ask(generator, question).reason is Reason.UNKNOWN_NAME


@pytest.mark.parametrize(
    "question",
    [
        "I have a Zephyria. What does this mean for the tower?",
        "I use Zephyria. Which of these lamps is the brightest?",
        "I use Zephyria. Is it true that the lamp is lit?",
        "My Zephyria is old. Is the tower open these days?",
        "제가 Zephyria 쓰는데 탑에서도 그렇게 해요?",
        "저 Zephyria 있는데 탑은 왜 그래요?",
        "저 Zephyria 있는데 거기 탑은 높아요?",
    ],
)
def test_what_the_asker_has_is_not_asked_about_where_nothing_means_it(generator: FakeGenerator, question: str) -> None:
    generator.stated = 0.05
    assert ask(generator, question).reason is not Reason.UNKNOWN_NAME
