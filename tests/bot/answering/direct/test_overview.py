"""What the article is about is told in its own first lines and headings."""

import pytest

from bot.answering.answer import Reason
from bot.answering.direct.overview import asks_for_overview
from bot.answering.question import Question, Turn
from bot.answering.understanding.understood import understand
from config.language import Language
from tests.bot.answering.fakes import GLOSSARY, FakeGenerator, FakeSearcher, ask


@pytest.mark.parametrize(
    ("question", "language", "line", "sections"),
    [
        ("What is this article about?", Language.ENGLISH, "• The lamp of Corvin", "Corvin Light · Marlow Light"),
        ("이 글은 무슨 내용이야?", Language.KOREAN, "• Corvin의 등불은", "코빈 등대 · 말로 등대"),
    ],
)
def test_an_overview_quotes_the_first_lines_and_lists_the_headings_without_search_or_model(
    generator: FakeGenerator, question: str, language: Language, line: str, sections: str
) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher)
    assert (answer.reason, answer.refused, answer.language) == (Reason.ANSWERED, False, language)
    assert line in answer.text
    assert sections in answer.text
    (citation,) = answer.citations
    assert citation.passage.passage_id == f"{language}:1.1"
    assert all(f"• {quoted} [1]" in answer.text for quoted in citation.quotes)
    assert (searcher.history, generator.history, generator.judged) == ([], [], [])


@pytest.mark.parametrize(
    "question",
    [
        "Summarize the article",
        "can you give me a short summary of this article please?",
        "TL;DR?",
        "What does the article cover?",
        "Show me the table of contents of the article",
        "What topics does this page discuss?",
        "what's this about",
        "Summarise the article in 3 bullets lol",
        "요약해줘ㅋㅋ",
        "3가지로 요약해줘",
        "글 내용이 뭐예요?",
        "이거 무슨 글임?",
        "이 글 세 줄로 요약해 주세요",
        "요약 좀",
        "글 전체 내용을 간단히 정리해줘",
        "목차 알려 주세요",
        "뭐에 대한 글이에요?",
        "이 기사는 어떤 내용인가요?",
    ],
)
def test_the_article_as_a_whole_can_be_asked_about_in_many_ways(question: str) -> None:
    assert asks_for_overview(understand(Question(question), GLOSSARY, 200))


@pytest.mark.parametrize(
    "question",
    [
        "Summarize Corvin",
        "What does the article say about Corvin?",
        "What is Corvin about?",
        "Who wrote the article?",
        "What is it?",
        "What does the article say about it?",
        "What is this lamp about?",
        "내용이 뭐가 달라?",
        "무슨 글을 읽었어?",
        "코빈 요약해줘",
        "이 글의 결론은?",
        "이 글은 누가 썼어요?",
        "무슨 내용이 코빈에 관한 거예요?",
        "정리된 등대는 몇 개예요?",
    ],
)
def test_a_question_about_a_part_is_searched_for(question: str) -> None:
    assert not asks_for_overview(understand(Question(question), GLOSSARY, 200))


@pytest.mark.parametrize(
    ("before", "question"), [("How far does Corvin reach?", "Summarize it"), ("코빈은 어디까지 닿아?", "요약해줘")]
)
def test_after_a_question_a_summary_is_of_what_that_was_about(
    generator: FakeGenerator, before: str, question: str
) -> None:
    generator.stated = 0.05
    searcher = FakeSearcher()
    ask(generator, Question(question, history=(Turn(before, "24 km"),)), searcher)
    assert "Corvin" in searcher.history[0].text


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How far does Corvin reach?", "Summarize the article"),
        ("How far does Corvin reach?", "And what is this page about?"),
        ("코빈은 어디까지 닿아?", "이 글 요약해줘"),
        ("코빈은 어디까지 닿아?", "목차 알려줘"),
    ],
)
def test_after_a_question_the_article_as_a_whole_can_still_be_asked_about(before: str, question: str) -> None:
    assert asks_for_overview(understand(Question(question, history=(Turn(before, "24 km"),)), GLOSSARY, 200))
