"""Which numbers are versions of names, and which abbreviations the words of a text have."""

import pytest

from bot.answering.names.initials import Initials
from bot.answering.names.names import NameIndex, names_of
from corpus.glossary import Glossary
from tests.bot.answering.fakes import GLOSSARY


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Explain 41B active lamps", ()),
        ("List 5 benefits of Corvin", ("Corvin",)),
        ("Top 3 strengths of Corvin", ("Corvin",)),
        ("Top 3 강점은? 코빈 말이야", ("Corvin",)),
        ("Buy 3 lamps for Corvin?", ("Corvin",)),
        ("Around 2026 what happens?", ()),
        ("Using 3000 lamps, which tower shines?", ()),
        ("1) what is Corvin 2) what is Marlow", ("Corvin", "Marlow")),
        ("코빈 1등 했어?", ("Corvin",)),
        ("코빈 3개 있어?", ("Corvin",)),
        ("Is Corvin 4 there?", ("Corvin 4",)),
        ("코빈 4 있어?", ("Corvin 4",)),
        ("Is the tower (Zephyr 5) tall?", ("Zephyr 5",)),
        ("탑(Zephyr 5)은 높아?", ("Zephyr 5",)),
        ("Does Corvin fit 16gb or 27b?", ("Corvin",)),
        ("코빈은 16gb에 들어가? 27b야?", ("Corvin",)),
        ("Zephyr-7B is what?", ("Zephyr-7B",)),
        ("Corvin 70B가 뭐야?", ("Corvin 70B",)),
    ],
)
def test_a_version_needs_a_word_that_is_a_name(question: str, names: tuple[str, ...]) -> None:
    assert set(names_of(GLOSSARY.canonicalise(question), GLOSSARY)) == set(names)


@pytest.mark.parametrize("abbreviation", ["CoT", "UX", "UI"])
def test_words_have_their_abbreviation(abbreviation: str) -> None:
    texts = ("Its chain-of-thought got better.", "The user experience too.", "It has a GUI.")
    assert abbreviation in Initials(texts)
    assert abbreviation in NameIndex(texts, Glossary({}))


@pytest.mark.parametrize("abbreviation", ["GB", "OTT", "TGB", "CO", "cot", "Cot", "Corvin", "XYZ", ""])
def test_other_letters_are_no_abbreviation(abbreviation: str) -> None:
    assert abbreviation not in Initials(("Its chain of thought.", "The generation before.", "One to the tower"))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Does it follow European GDPR rules?", {"GDPR"}),
        ("What does the California law CCPA need?", {"CCPA"}),
        ("Does it follow Europe's GDPR?", {"GDPR", "Europe"}),
        ("Is the Zephyr GPU fast?", {"Zephyr"}),
    ],
)
def test_what_only_says_more_about_a_known_abbreviation_is_no_name(question: str, names: set[str]) -> None:
    assert set(names_of(question, Glossary.load(None))) == names
