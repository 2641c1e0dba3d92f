"""Figures as people type them are no names."""

import pytest

from bot.answering.names.names import names_of
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who kept Corvin b4 the war n was it gr8?", ("Corvin",)),
        ("c u l8r m8, cant w8 2 climb Corvin str8 up 2day", ("Corvin",)),
        ("r there lessons 4 kids at Corvin, n how 2 get there?", ("Corvin",)),
        ("is Corvin 4 me?", ("Corvin",)),
        ("any1 know what Corvin does 4ever?", ("Corvin",)),
        ("Gr8! Does Corvin burn 2night?", ("Corvin",)),
        ("WHO KEPT CORVIN B4 THE WAR", ("Corvin",)),
        ("can i climb Corvin at 6pm, for 2hrs, w 5ppl?", ("Corvin",)),
        ("Is Corvin lit from 9 PM to 6 AM?", ("Corvin",)),
        ("Is Corvin lit 7pm-9pm or at 10:30p.m.?", ("Corvin",)),
        ("코빈 b4 때도 gr8이었어?", ("Corvin",)),
        ("코빈은 9pm에 켜져? PM 9시?", ("Corvin",)),
        ("Does Corvin take B4 paper?", ("Corvin", "B4")),
        ("코빈에 M8 볼트를 써?", ("Corvin", "M8")),
        ("Is Corvin 4 bright?", ("Corvin 4",)),
        ("Does Corvin 4 have a lamp?", ("Corvin 4",)),
        ("Is the b5 road near Corvin?", ("Corvin", "b5")),
    ],
)
def test_what_chat_spells_with_a_digit_is_no_name(question: str, names: tuple[str, ...]) -> None:
    assert set(understand(Question(question), GLOSSARY, 200).names) == set(names)


@pytest.mark.parametrize("text", ["It closes at 10pm.", "10pm에 닫습니다."])
def test_an_hour_that_a_draft_gives_is_held_against_the_passage(text: str) -> None:
    assert names_of(text, GLOSSARY) == ("10pm",)
