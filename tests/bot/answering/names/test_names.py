"""Names: found in questions, told from other words, known to the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.names.names import NameIndex, is_common_term, key_of, names_of
from bot.answering.names.subjects import SubjectIndex
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
    ("name", "apart"),
    [("Corvin 8B", True), ("Corvin 9B", False), ("Corvin 3B", False), ("Corvin", False)],
)
@pytest.mark.parametrize("text", ["Corvin 2 beats Marlow-9B with its 8B.", "Corvin 2는 8B로 Marlow-9B를 이깁니다."])
def test_a_version_before_the_size_may_be_left_out(text: str, name: str, *, apart: bool) -> None:
    assert NameIndex([text], GLOSSARY).has_apart(name) is apart


@pytest.mark.parametrize(
    ("word", "common"),
    [("GPU", True), ("gpus", True), ("Corvin", False), ("GPU Corvin", False), ("코빈", False), ("", False)],
)
def test_a_common_term_names_a_kind_of_thing(word: str, *, common: bool) -> None:
    assert is_common_term(word, Glossary({"Corvin": ("코빈",)}, frozenset({"GPU"}))) is common
