"""Where the model says too little or too loosely, the article's own lines are the answer."""

import pytest

from config.language import Language
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask, settings


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How far does Corvin reach?", "Sailors see Corvin from very far away."),
        ("코빈 불빛은 어디까지 닿아요?", "Corvin은 뱃사람들이 아주 멀리서도 알아봅니다."),
    ],
)
def test_a_loose_wording_gives_way_to_the_articles_own_lines(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert draft not in answer.text
    assert "24 km" in answer.text
    assert not answer.refused


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("Give me the reach of Corvin and the height of Marlow.", "Reach and height: 24 km, 41 m."),
        ("코빈이 닿는 거리와 말로의 높이를 알려 주세요.", "닿는 거리와 높이: 24 km, 41 m."),
    ],
)
def test_figures_of_two_passages_are_quoted_from_both(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert "24 km" in answer.text
    assert "41 m" in answer.text
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("question", "draft", "language"),
    [
        ("Of tower and rank, what is each like?", "The tower of Marlow is 41 m tall.", Language.ENGLISH),
        ("탑이랑 위상은 각각 어때요?", "Marlow의 탑은 높이가 41 m입니다.", Language.KOREAN),
    ],
)
def test_where_the_model_tells_of_one_thing_of_two_the_article_is_quoted_on_both(
    generator: FakeGenerator, question: str, draft: str, language: Language
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((2, 3)))
    assert [citation.passage.passage_id for citation in answer.citations] == [f"{language}:2.1", f"{language}:3.1"]
    assert "•" in answer.text


@pytest.mark.parametrize(
    ("question", "draft", "lines"),
    [
        (
            "What does Corvin offer visitors?",
            "Corvin offers a view.",
            ("• Guided walks [1]", "• A view of the bay [1]"),
        ),
        ("코빈은 방문객에게 뭐가 좋아요?", "Corvin은 전망이 좋습니다.", ("• 안내 산책 [1]", "• 만이 보이는 전망 [1]")),
    ],
)
@pytest.mark.parametrize("sure", [True, False])
def test_phrases_are_quoted_and_where_the_model_is_sure_no_draft_is_written(
    generator: FakeGenerator, question: str, draft: str, lines: tuple[str, ...], sure: bool
) -> None:
    generator.stated = settings().min_sure_probability + (0.0 if sure else -0.01)
    generator.enqueue(draft)
    answer = ask(generator, question, FakeSearcher((4,)))
    assert tuple(answer.text.splitlines()[-2:]) == lines
    assert (generator.history == []) is sure


@pytest.mark.parametrize(
    ("question", "draft"), [("How far does Corvin reach?", "24 km."), ("코빈 불빛은 어디까지 닿아요?", "24 km.")]
)
def test_where_a_figure_was_asked_for_the_model_writes_however_sure_it_is(
    generator: FakeGenerator, question: str, draft: str
) -> None:
    generator.stated = 1.0
    generator.enqueue(draft)
    ask(generator, question)
    assert len(generator.history) == 1
