import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.glossary import Glossary
from corpus.slips import slips_of, without_slips

TEXTS = ("Mistral Large 3 and LM Studio", "A studio for large models. Weekdays and Saturdays")
SLIPS = slips_of(TEXTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("What is Mistrla Large 3?", "What is Mistral Large 3?"),
        ("Mistrla는 뭐예요?", "Mistral는 뭐예요?"),
        ("Can I use Misttral?", "Can I use Mistral?"),
        ("Misttral 써도 돼?", "Mistral 써도 돼?"),
        ("Is Mitral free?", "Is Mistral free?"),
        ("Mitral은 무료야?", "Mistral은 무료야?"),
    ],
)
def test_a_name_typed_with_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert without_slips(typed, SLIPS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "What is Mixtral?",
        "Mixtral이 뭐야?",
        "is mistrla free?",
        "mistrla 무료야?",
        "Open on Saturday?",
        "Saturday에 열어요?",
        "A Stuido or a Lrage one",
        "Mistral2 or MISTRAL",
    ],
)
def test_another_letter_a_small_word_and_a_singular_are_no_slips(typed: str) -> None:
    assert without_slips(typed, SLIPS) == typed


def test_a_slip_of_two_names_stands_for_neither() -> None:
    assert without_slips("Marlow or Marlwo", slips_of(["Marlow and Malrow"])) == "Marlow or Marlow"
    assert without_slips("Corvan", slips_of(["Corvian and Corvaan"])) == "Corvan"


@given(st.text())
def test_what_an_article_writes_is_never_changed(text: str) -> None:
    assert without_slips(text, slips_of([text])) == text


@given(st.from_regex(r"[A-Z][a-z]{5,12}", fullmatch=True), st.data())
def test_any_two_letters_swapped_within_a_name_are_put_back(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(name) - 2))
    typed = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    assert without_slips(typed, slips_of([name])) == name


def test_a_forgiving_glossary_brings_a_slip_to_the_name_that_the_article_uses() -> None:
    glossary = Glossary({"LM Studio": ("lm 스튜디오",)}).forgiving(["The Beacon of Corvin"])
    assert glossary.names_in("LM Stuido, Covrin") == ("LM Studio",)
    assert glossary.canonicalise("LM Stuido와 Covrin") == "LM Studio와 Corvin"
