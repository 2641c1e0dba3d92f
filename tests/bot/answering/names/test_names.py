"""Names: found in questions, told from other words, known to the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.names.names import NameIndex, key_of, names_of
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.understanding.understood import understand
from config.language import Language
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from tests.bot.answering.fakes import GLOSSARY, PASSAGES, FakeLexicon


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Is Corvin taller than Zeta-9?", ("Corvin", "Zeta-9")),
        ("코빈이 Zeta-9보다 높아요?", ("Corvin", "Zeta-9")),
        ("Corvin 3는 어때요?", ("Corvin 3",)),
        ("How many GPUs?", ()),
    ],
)
def test_names_with_their_versions(text: str, names: tuple[str, ...]) -> None:
    glossary = Glossary({"Corvin": ("코빈",)}, frozenset({"GPU"}))
    assert names_of(glossary.canonicalise(text), glossary) == names


def test_a_name_index_knows_whole_names_only() -> None:
    known = SubjectIndex(PASSAGES, GLOSSARY, FakeLexicon())
    assert "corvin" in known
    assert "Corvin Light" in known
    assert "Corvi" not in known
    assert "Corvin 3" not in known
    assert "" not in known


@pytest.mark.parametrize("language", Language)
def test_a_passage_does_not_speak_of_whom_its_sibling_is_about(language: Language) -> None:
    def passage(name: str, line: str) -> Passage:
        return Passage(f"{language}:{name}", language, "", ("Zeta", "Corvin and Marlow", name), (line,), None)

    pair = (passage("Corvin", "It is small."), passage("Marlow", "It is tall."))
    subjects = SubjectIndex(pair, GLOSSARY, FakeLexicon())
    first = Hit(pair[0], None, 1.0, 1.0, None)
    assert subjects.speaks_of(first, "Corvin")
    assert subjects.speaks_of(first, "Zeta")
    assert not subjects.speaks_of(first, "Marlow")


def test_several_of_a_version_are_that_version() -> None:
    assert key_of("Corvin 4s") == key_of("Corvin 4")
    assert key_of("Corvin 4o") != key_of("Corvin 4")


@given(st.text(alphabet="aA1 .-", max_size=12))
def test_a_key_is_stable(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Is 41B less than that?", ()),
        ("Was 1931 the year?", ()),
        ("GPU 1개로 되나요?", ()),
        ("Zephyr 5 is what?", ("Zephyr 5",)),
        ("Zephyr 5는 뭐예요?", ("Zephyr 5",)),
    ],
)
def test_only_a_name_takes_the_figure_after_it_for_a_version(question: str, names: tuple[str, ...]) -> None:
    assert names_of(question, Glossary.load(None)) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("We're a lab. OK to use Llama 4 for research? BTW it's small", ("Llama 4",)),
        ("라마 4 써도 OK? IMO 좋은데", ("Llama 4",)),
        ("HOW BIG IS GEMMA 3 ON AN H100", ("Gemma 3", "H100")),
        ("Claude vs Gemma 3", ("Claude", "Gemma 3")),
        ("hey, I'd like to know if I'm right, They're saying it Doesn't run. I’ve got Gemma 3", ("Gemma 3",)),
        ("What Is The Biggest Benefit Of Gemma 3?", ("Gemma 3",)),
        ("What Is The Biggest Benefit Of DeepSeek?", ("DeepSeek",)),
        ("Question - Which GPUs does Gemma 3 need?", ("Gemma 3",)),
        ("Claude, Grok, Gemini, Gemma 3: which?", ("Claude", "Grok", "Gemini", "Gemma 3")),
        ("Who runs Hooli's The Box?", ("Hooli", "Box")),
        ("Is Corvin open on Mondays?", ("Corvin",)),
        ("Corvin은 Monday에 열어?", ("Corvin",)),
    ],
)
def test_what_has_its_capitals_for_another_reason_is_no_name(question: str, names: tuple[str, ...]) -> None:
    glossary = Glossary.load(None)
    assert set(names_of(glossary.canonicalise(question), glossary)) == set(names)


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
    ("name", "apart"),
    [("Corvin 8B", True), ("Corvin 9B", False), ("Corvin 3B", False), ("Corvin", False)],
)
@pytest.mark.parametrize("text", ["Corvin 2 beats Marlow-9B with its 8B.", "Corvin 2는 8B로 Marlow-9B를 이깁니다."])
def test_a_version_before_the_size_may_be_left_out(text: str, name: str, *, apart: bool) -> None:
    assert NameIndex([text], GLOSSARY).has_apart(name) is apart


@pytest.mark.parametrize("question", ["코빈은 몇 B야?", "코빈은 몇 km까지 보여?", "코빈은 몇GB예요?"])
def test_a_unit_that_is_asked_for_is_no_name(question: str) -> None:
    assert names_of(GLOSSARY.canonicalise(question), GLOSSARY) == ("Corvin",)


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
