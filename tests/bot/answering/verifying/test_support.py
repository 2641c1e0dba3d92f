"""A sentence weighed against a passage: its figures, its names and its words."""

import pytest

from bot.answering.answer import Reason
from bot.answering.names.subjects import SubjectIndex
from bot.answering.question import Question
from bot.answering.verifying.support import Said
from corpus.glossary import Glossary
from tests.bot.answering.fakes import PASSAGES, FakeGenerator, FakeLexicon, FakeSearcher, ask, corridor


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How tall is Corvin?", "The tower of Corvin is 41 m tall."),
        ("코빈 높이는 몇 m예요?", "Corvin의 탑은 높이가 41 m입니다."),
    ],
)
def test_a_figure_of_another_subject_is_never_given(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert answer.refused
    assert "Corvin의 탑은" not in answer.text
    assert "Corvin is 41" not in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "name"),
    [
        ("How tall is the tower?", "The tower of Zephyr is 41 m tall.", "Zephyr"),
        ("탑은 높이가 얼마예요?", "제피르의 탑은 높이가 41 m입니다.", "제피르"),
    ],
)
def test_a_draft_that_speaks_of_an_unknown_word_is_refused(
    generator: FakeGenerator, question: str, draft: str, name: str
) -> None:
    generator.enqueue(draft)
    asked = corridor(generator, FakeSearcher((2,)), FakeLexicon(name))
    answer = asked.answer(Question(question), lambda _: None, lambda: False)
    assert (answer.refused, answer.reason) == (True, Reason.UNSUPPORTED)
    assert name not in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("Was it electrified in the '30s?", "Yes, it was electrified in the '30s.", "was electrified in 1931."),
        ("What became electric in the 1930s?", "In the 1930s the lamp was electrified.", "was electrified in 1931."),
        (
            "30년대에 전기로 바뀐 게 뭐야?",
            "30년대에 Corvin의 등불이 전기로 바뀌었습니다.",
            "1931년에 전기로 바뀌었습니다.",
        ),
        ("1930년대에 뭐가 바뀌었죠?", "1930년대에 등불이 전기로 바뀌었습니다.", "1931년에 전기로 바뀌었습니다."),
    ],
)
def test_a_decade_is_told_by_the_line_with_its_year(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert not answer.refused
    assert line in answer.text


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("What became electric in the 1940s?", "In the 1940s the lamp of Corvin was electrified."),
        ("1940년대에 바뀐 게 뭐야?", "1940년대에 Corvin의 등불이 전기로 바뀌었습니다."),
    ],
)
def test_a_decade_without_a_year_of_the_passage_is_invented(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    assert ask(generator, question).reason is Reason.UNSUPPORTED


@pytest.mark.parametrize(
    ("question", "draft", "line"),
    [
        ("How far does Corvin reach?", "The lamp of Corvin reaches 24 km.", "The beam of Corvin reaches 24 km."),
        (
            "코빈 불빛은 어디까지 닿아요?",
            "Corvin의 등불은 24 km까지 닿습니다.",
            "Corvin의 불빛은 24 km까지 닿습니다.",
        ),
        (
            "Where does the beam of Corvin reach?",
            "The beast of Corvin reaches 24 km.",
            "The beam of Corvin reaches 24 km.",
        ),
        (
            "코빈 불빛은 어디까지 닿아요?",
            "Corvin의 볼복은 24 km까지 닿습니다.",
            "Corvin의 불빛은 24 km까지 닿습니다.",
        ),
        ("Was the first tower of granite?", "The first tower is built of granite.", "• Marlow is built of granite"),
        ("이전 탑도 화강암으로 지었어요?", "이전 탑은 화강암으로 지었습니다.", "• Marlow는 튼튼하도록 화강암으로"),
    ],
)
def test_a_word_that_the_article_has_elsewhere_or_nowhere_does_not_get_in(
    generator: FakeGenerator, question: str, draft: str, line: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2 if "tower" in question or "탑" in question else 1,)))
    assert draft not in answer.text
    assert line in answer.text


@pytest.mark.parametrize("sentence", ["Marlow is lit by GPUs and Zephyrs.", "Marlow는 GPUs와 Zephyrs로 켭니다."])
def test_a_common_term_that_no_dictionary_knows_is_no_name(sentence: str) -> None:
    glossary = Glossary({"Marlow": ("말로",)}, frozenset({"GPU"}))
    subjects = SubjectIndex(PASSAGES, glossary, FakeLexicon("GPUs", "Zephyrs"))
    assert Said.by(sentence, subjects, glossary).unfamiliar == ("Zephyrs",)
