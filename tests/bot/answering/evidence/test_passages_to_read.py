"""Which of the passages found the model reads."""

import pytest

from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("question", "draft", "lines", "others"),
    [
        ("How far does Corvin reach?", "It reaches 24 km.", ["reaches 24 km"], ["granite"]),
        ("코빈 불빛은 어디까지 닿아요?", "24 km까지 닿습니다.", ["24 km까지"], ["화강암"]),
        ("Compare Corvin and Marlow.", "Corvin reaches 24 km.", ["reaches 24 km", "granite"], ["lit last"]),
        ("코빈이랑 말로를 비교해 주세요.", "24 km까지 닿습니다.", ["24 km까지", "화강암"], ["가장 늦게"]),
    ],
)
def test_the_model_reads_the_first_passage_and_those_about_names_it_is_not_about(
    generator: FakeGenerator, question: str, draft: str, lines: list[str], others: list[str]
) -> None:
    generator.enqueue(draft)
    ask(generator, question, FakeSearcher((1, 2, 3)))
    (read,) = generator.history
    assert all(line in read.user for line in lines)
    assert not any(line in read.user for line in others)


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Of tower and rank, what is each like?", True),
        ("탑이랑 위상은 각각 어때요?", True),
        ("How many are equal, and how many were lit last?", True),
        ("몇 개가 동등하고 몇 개가 늦게 켜졌어?", True),
        ("동등한 게 얼마였다가 얼마로 됐어?", True),
        ("동등한 것과 늦게 켜진 것은 어떻게 다른가요?", True),
        ("How do equal ones differ from those lit last?", True),
        ("What are the equal and the last ones called?", True),
        ("How high is the tower, and how late was it lit to be equal?", True),
        ("동등한 것이랑 늦게 켜진 것의 수는?", True),
        ("What is the tower built of?", False),
        ("탑은 무엇으로 지었어요?", False),
        ("몇몇은 왜 화강암이야?", False),
        ("Why are some built of granite?", False),
    ],
)
def test_what_stands_beside_is_read_where_things_are_set_side_by_side(
    generator: FakeGenerator, question: str, *, read: bool
) -> None:
    generator.enqueue("Marlow")
    ask(generator, question, FakeSearcher((2, 3)))
    assert ("equal to all" in generator.history[0].user or "동등" in generator.history[0].user) is read


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Are the tower and the granite of Marlow both strong?", "Marlow is built of granite for strength."),
        ("말로의 탑이랑 화강암은 둘 다 튼튼해?", "Marlow는 튼튼하도록 화강암으로 지었습니다."),
    ],
)
def test_a_passage_beside_the_first_that_adds_nothing_of_the_question_is_not_read(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 3)))
    assert [citation.passage.heading_path[-1] for citation in answer.citations] in (["Tower"], ["탑"])
    assert "equal" not in generator.history[0].user
    assert "동등" not in generator.history[0].user
