"""The yes or no that a sentence begins with, and what only looks like one."""

import pytest

from bot.answering.content_words import content_units
from bot.answering.sentences import sentences
from bot.answering.yes_and_no import YesNo, split_yes_or_no
from tests.bot.answering.fakes import FakeGenerator, FixedSearcher, ask, room


@pytest.mark.parametrize(
    ("sentence", "said", "rest"),
    [
        ("Yes, it is open.", YesNo.YES, "it is open."),
        ("네, 열려 있습니다.", YesNo.YES, "열려 있습니다."),
        ("네 열려 있습니다.", YesNo.YES, "열려 있습니다."),
        ("예. 열려 있습니다.", YesNo.YES, "열려 있습니다."),
        ("네 개발자도 씁니다.", YesNo.YES, "개발자도 씁니다."),
        ("네 대부분 열려 있습니다.", YesNo.YES, "대부분 열려 있습니다."),
        ("네, 네 개의 방이 있습니다.", YesNo.YES, "네 개의 방이 있습니다."),
        ("No, it is closed.", YesNo.NO, "it is closed."),
        ("아니요, 닫혀 있습니다.", YesNo.NO, "닫혀 있습니다."),
        ("아닙니다 닫혀 있습니다.", YesNo.NO, "닫혀 있습니다."),
        ("No", YesNo.NO, ""),
        ("네", YesNo.YES, ""),
        ("네.", YesNo.YES, ""),
        ("No.", YesNo.NO, ""),
    ],
)
def test_a_sentence_is_parted_from_the_yes_or_no_it_begins_with(sentence: str, said: YesNo, rest: str) -> None:
    assert split_yes_or_no(sentence) == (said, rest)


@pytest.mark.parametrize(
    "sentence",
    [
        "네 개의 방이 있습니다.",
        "네 가지 등불이 있습니다.",
        "네 명이 일합니다.",
        "네 번째 방은 어둡습니다.",
        "네 시간마다 닦습니다.",
        "네 달 동안 닫습니다.",
        "네 해마다 닦습니다.",
        "네모난 방이 있습니다.",
        "예보가 나옵니다.",
        "No lamp needs oil.",
        "No. 5 is the oldest lamp.",
        "No 5 is the oldest lamp.",
        "Nobody works there.",
        "Yesterday it was closed.",
        "Four rooms are there.",
    ],
)
def test_what_begins_with_four_or_with_no_thing_has_no_yes_or_no(sentence: str) -> None:
    assert split_yes_or_no(sentence) == (None, sentence)


def test_a_count_that_begins_is_content_and_a_yes_is_not() -> None:
    assert content_units("네 개의 방") != content_units("개의 방")
    assert content_units("네 열려 있습니다") == content_units("열려 있습니다")
    assert content_units("Four rooms") != content_units("rooms")
    assert content_units("Yes, it is open") == content_units("it is open")


@pytest.mark.parametrize("text", ["No. 5 is the oldest lamp.", "It lies at Pier No. 5 in the bay."])
def test_the_no_of_a_number_ends_no_sentence(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("No. It is 41 m tall.", ("No.", "It is 41 m tall.")),
        ("No. 41 m is the height.", ("No.", "41 m is the height.")),
    ],
)
def test_the_no_of_an_answer_ends_one(text: str, parts: tuple[str, ...]) -> None:
    assert sentences(text) == parts


ROOMS = room(
    9,
    ("Lamp rooms", "Four rooms hold a lamp.", "No lamp needs oil.", "No. 5 is the oldest lamp."),
    ("등실", "네 개의 방에 등불이 있습니다.", "어느 등불에도 기름이 필요 없습니다.", "5호 등불이 가장 낡았습니다."),
)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("방 몇 개에 등불이 있어요?", "네 개의 방에 등불이 있습니다."),
        ("How many rooms hold a lamp?", "Four rooms hold a lamp."),
        ("Is oil needed?", "No lamp needs oil."),
        ("Which is the oldest lamp?", "No. 5 is the oldest lamp."),
        ("Which lamp is not the youngest?", "No. 5 is the oldest lamp."),
    ],
)
def test_a_line_that_begins_with_a_count_is_told_as_it_stands(
    generator: FakeGenerator, question: str, line: str
) -> None:
    generator.enqueue(line)
    assert ask(generator, question, FixedSearcher(*ROOMS), more=ROOMS).text == f"{line} [1]"


NIGHTLY = room(
    9,
    ("Lamp rooms", "Four rooms have a lamp that the keepers of the tower light on every night of the year."),
    ("등실", "네 개의 방에 탑의 등대지기들이 한 해 내내 밤마다 켜는 등불이 있습니다."),
)


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("어두워지지 않게 등불이 있는 방은 몇 개예요?", "네 개의 방에 등불이 있습니다."),
        ("How many rooms have a lamp so as not to be dark?", "Four rooms have a lamp."),
    ],
)
def test_a_count_stays_where_a_yes_would_not_fit_the_question(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    assert ask(generator, question, FixedSearcher(*NIGHTLY), more=NIGHTLY).text == f"{draft} [1]"
