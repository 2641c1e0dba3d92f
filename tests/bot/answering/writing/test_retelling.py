"""An answer in another language than its question."""

import pytest

from bot.answering.answer import Event, TextGrew
from bot.answering.question import Question
from config.language import Language
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, ask, corridor


@pytest.mark.parametrize(
    ("question", "draft", "line", "language"),
    [
        (
            "How far does Corvin reach?",
            "The beam of Corvin reaches 24 km.",
            "Corvin의 불빛은 24 km까지 닿습니다.",
            Language.KOREAN,
        ),
        (
            "코빈 불빛은 어디까지 닿아요?",
            "Corvin의 불빛은 24 km까지 닿습니다.",
            "The beam of Corvin reaches 24 km.",
            Language.ENGLISH,
        ),
    ],
)
def test_an_answer_in_another_language_is_written_in_the_questions_and_told_by_the_twins_of_its_lines(
    generator: FakeGenerator, question: str, draft: str, line: str, language: Language
) -> None:
    generator.enqueue(draft)
    events: list[Event] = []
    answer = corridor(generator).answer(Question(question, language), events.append, lambda: False)
    assert (answer.language, answer.refused) == (language, False)
    assert f"• {line} [1]" in answer.text.splitlines()
    assert (answer.citations[0].passage.language, answer.citations[0].quotes) == (language, (line,))
    assert not any(isinstance(event, TextGrew) for event in events)


@pytest.mark.parametrize(
    ("question", "language", "refusal"),
    [
        ("Who painted Corvin?", Language.KOREAN, "제가 찾아본 바로는 그 내용은 글에 나오지 않아요."),
        ("코빈은 누가 칠했어요?", Language.ENGLISH, "As far as I can tell, the article does not state that."),
    ],
)
def test_a_refusal_in_another_language_shows_the_nearest_line_in_that(
    generator: FakeGenerator, question: str, language: Language, refusal: str
) -> None:
    generator.stated = 0.05
    answer = ask(generator, Question(question, language))
    assert answer.refused
    assert answer.text.startswith(refusal)
    assert [citation.passage.language for citation in answer.citations] == [language]


@pytest.mark.parametrize(
    ("question", "language", "shown"),
    [
        ("Who is the captain of Zephyria?", Language.KOREAN, "Zephyria"),
        ("Zephyria의 선장은 누구인가요?", Language.ENGLISH, "Zephyria"),
        ("Why is Marlow inferior to others?", Language.KOREAN, "“Marlow는 다른 등대와 동등합니다.”"),
        ("말로가 다른 등대보다 뒤떨어지는 이유는?", Language.ENGLISH, "“Marlow is equal to all others.”"),
    ],
)
def test_a_refusal_in_another_language_names_and_corrects_all_the_same(
    generator: FakeGenerator, question: str, language: Language, shown: str
) -> None:
    searcher = FakeSearcher((3, 2))
    own = ask(generator, question, searcher)
    other = ask(generator, Question(question, language), searcher)
    assert shown in other.text
    assert (other.reason, other.language, own.language) == (own.reason, language, language.other)
    assert own.text != other.text
