"""Which figures a question takes for granted."""

from dataclasses import replace

import pytest

from bot.answering.answer import Reason
from bot.answering.evidence.question_figures import attached_name, doubtful_figures, nearest_name, presumed_figures
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from corpus.figures import figures
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, ask

NAMES = ("Corvin", "Marlow")


def doubted(question: str, *names: str) -> list[str]:
    asked = replace(understand(Question(question), GLOSSARY, 200), names=names or NAMES)
    return [figure.text for figure in doubtful_figures(asked)]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("What are the 2 lamps of Corvin?", []),
        ("코빈의 등불 2개가 뭐야?", []),
        ("Which of the 2 is taller?", []),
        ("둘 중 1위는 뭐고 2위는 뭐야?", []),
        ("Give me 5 advantages of Corvin", []),
        ("코빈의 장점 5개만 알려줘", []),
        ("Why is Corvin good? Name 3 strengths.", []),
        ("코빈이 왜 좋은지 장점 3개만 알려줘", []),
        ("Explain Corvin to a 10 year old", []),
        ("10살도 이해하게 코빈을 설명해줘", []),
        ("Can the archive of Corvin take a 300-page book?", []),
        ("코빈 자료실에 300페이지 책도 넣을 수 있어?", []),
        ("1. height of Corvin 2. height of Marlow", []),
        ("1. 코빈 높이 2. 말로 높이", []),
        ("바다를 1도 모르는 사람도 코빈에 가도 돼?", []),
        ("Is Corvin fine for somebody who knows nothing at all of the sea?", []),
        ("코빈 등불은 1도 기울어 있어?", ["1도"]),
        ("Does Corvin turn its lamp by 1°C?", ["1°C"]),
        ("Why does Corvin need 8 lamps?", ["8"]),
        ("코빈은 왜 등불이 8개나 필요해?", ["8"]),
        ("Does Corvin burn 3000 lamps?", ["3000"]),
        ("코빈은 등불 3000개를 써?", ["3000"]),
        ("Does Corvin burn three thousand lamps?", ["3,000"]),
        ("코빈은 등불을 삼천 개나 써?", ["3,000"]),
        ("Can the archive of Corvin take a thousand pages?", []),
        ("코빈 자료실에 천 페이지도 넣을 수 있어?", []),
        ("Is Corvin 100% free, a hundred percent?", []),
        ("코빈은 100% 무료야? 백 퍼센트?", []),
        ("Why is Corvin 100% dark?", ["100%"]),
        ("코빈은 왜 100% 어두워?", ["100%"]),
        ("Is it 27b or 64gb?", ["27B", "64GB"]),
        ("27b야 64gb야?", ["27B", "64GB"]),
    ],
)
def test_small_counts_and_what_is_handed_over_are_not_doubted(question: str, figures: list[str]) -> None:
    assert doubted(question) == figures


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Who roofed Corvin in the 1980s?", []),
        ("Why was Corvin roofed in the late '80s?", []),
        ("Did Corvin change between the 80s and the 1990's?", []),
        ("Who roofed Corvin in the eighties?", []),
        ("80년대에 코빈 지붕을 덮은 분이 누구였죠?", []),
        ("코빈은 왜 1980년대 초에 지붕을 덮었어?", []),
        ("70~80년대랑 2000년대에 코빈은 뭐가 달라?", []),
        ("Why is Corvin for people in their 80s?", ["80s"]),
        ("Why was Corvin roofed in 1980?", ["1980"]),
        ("코빈은 왜 1980년에 지붕을 덮었어?", ["1980년"]),
        ("Do 1000s of ships pass Corvin?", ["1000s"]),
    ],
)
def test_a_decade_is_no_figure_the_article_must_state(question: str, figures: list[str]) -> None:
    assert doubted(question) == figures


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("y does every1 have 2 pay 4 the climb, what r the reasons?", []),
        ("why is Corvin gr8 4 me 2day?", []),
        ("is Corvin lit 24/7?", []),
        ("Why are the 2 you lit so bright?", ["2"]),
        ("Why does Corvin need 4 keepers?", ["4"]),
        ("Is Corvin lit at 22:30?", []),
        ("Is Corvin lit at 11:30 p.m.?", []),
        ("코빈은 22시 30분에도 켜져?", []),
        ("코빈에 23:15에 가도 돼?", []),
        ("코빈에 22시도 돼?", []),
        ("코빈에서 22시도를 했어?", ["22"]),
        ("코빈은 22시간 켜져?", ["22시간"]),
        ("Is Corvin lit for 22 hours?", ["22 hours"]),
        ("Why is Corvin lit at 22:30?", ["22", "30"]),
        ("코빈은 왜 22시에 켜져?", ["22"]),
    ],
)
def test_neither_digits_for_words_nor_the_hour_one_means_to_come_are_doubted(question: str, figures: list[str]) -> None:
    assert doubted(question) == figures


@pytest.mark.parametrize("question", ["Is Corvin 4 warm?", "Corvin 4도 따뜻해?"])
def test_a_version_is_no_figure(question: str) -> None:
    assert doubted(question, "Corvin 4") == []


@pytest.mark.parametrize(
    "question",
    [
        "Which one reaches 41 m, Corvin or Marlow?",
        "41 m인 게 코빈이야 말로야?",
        "What are the 2 lights?",
        "등대 2곳이 어디야?",
        "Why does Marlow stay at 41 m while Corvin reaches far?",
        "말로는 탑의 높이가 41 m인데 코빈은 왜 멀리 닿아?",
    ],
)
def test_names_on_offer_and_counts_are_left_to_the_model(generator: FakeGenerator, question: str) -> None:
    generator.stated = 0.05
    assert ask(generator, question).reason is not Reason.FALSE_PREMISE


@pytest.mark.parametrize(
    ("question", "subject"),
    [("Is the 41 m Corvin as tall as Marlow?", "Corvin"), ("41 m인 코빈은 말로처럼 높아?", "코빈")],
)
def test_a_figure_attached_to_the_wrong_one_of_two_names_is_refused(
    generator: FakeGenerator, question: str, subject: str
) -> None:
    answer = ask(generator, question)
    assert answer.reason is Reason.FALSE_PREMISE
    assert subject in answer.text.split("“")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Seen 141 m from Marlow, is the tower at Corvin 41 m tall?",
        "Marlow 앞 141 m에서 보면, 탑이 있는 Corvin은 41 m야?",
    ],
)
def test_a_figure_belongs_to_the_name_beside_it_not_to_that_beside_a_longer_one(question: str) -> None:
    _, figure = figures(question)
    assert attached_name(figure, question, NAMES) == "Corvin"
    assert nearest_name(figure, question, NAMES) == "Corvin"


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Summarise the tower in 5 points.", []),
        ("Tell me in 2 short sentences how far it reaches.", []),
        ("등대를 20자로 요약해 줘", []),
        ("3가지 이유를 알려 주세요", []),
        ("이유를 3개쯤 이야기해 줘", []),
        ("Tell me 3 reasons", []),
        ("Does it run on 1 lamp?", []),
        ("등불 1개로 되나요?", []),
        ("I'm 15, may I climb the 41 m?", ["41 m"]),
        ("저 만 15세인데 41 m를 올라도 되나요?", ["41 m"]),
        ("Is it 41 m tall?", ["41 m"]),
        ("높이가 41 m 맞아요?", ["41 m"]),
    ],
)
def test_neither_how_an_answer_is_wanted_nor_who_asks_presumes_a_figure(question: str, figures: list[str]) -> None:
    assert [figure.text for figure in presumed_figures(question)] == figures
