import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import PassagesFound, Waiting
from bot.discord.rendering import (
    PAGE_CHARACTERS,
    read_answer,
    render_answer,
    render_notice,
    render_passages,
    render_question,
    render_text,
    render_waiting,
)
from config.language import Language
from tests.bot.fakes import TEXTS, answer, hit
from tests.languages import EACH_LANGUAGE


def test_an_answer_in_english_ends_with_its_sources() -> None:
    (page,) = render_answer(answer("q", Language.ENGLISH, "41 billion. [1]"))
    assert page == (
        "41 billion. [1]\n\n-# **Sources**\n"
        "-# [1] Models › Mistral Large 3 · English · "
        "“It has 41 billion active parameters and 675 billion \\*in all\\*. @\u200beveryone”"
    )


def test_an_answer_in_korean_ends_with_its_sources() -> None:
    (page,) = render_answer(answer("q", Language.KOREAN, "410억 개예요. [1]"))
    assert page == (
        "410억 개예요. [1]\n\n-# **출처**\n"
        "-# [1] 모델 › 미스트랄 라지 3 · 한국어 · "
        "“활성 파라미터는 410억 개이고 \\*전체\\*는 6,750억 개이다. @\u200beveryone”"
    )


def test_an_answer_without_citations_has_no_sources() -> None:
    assert render_answer(answer("q", Language.ENGLISH, "Hello!", cited=False)) == ("Hello!",)


@EACH_LANGUAGE
def test_a_long_answer_is_split_and_its_sources_come_last(language: Language) -> None:
    pages = render_answer(answer("q", language, " ".join([TEXTS[language]] * 60)))
    assert len(pages) > 1
    assert all(len(page) <= PAGE_CHARACTERS for page in pages)
    assert "-# [1]" in pages[-1]
    assert not any("-# [1]" in page for page in pages[:-1])


@EACH_LANGUAGE
@given(text=st.text(min_size=1, max_size=6000))
def test_no_text_makes_a_message_too_long(language: Language, text: str) -> None:
    assert len(render_text(text, render_question(text))) < 2000
    assert all(len(page) < 2000 for page in render_answer(answer(text, language, text), render_question(text)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ENGLISH,
            (
                "-# Reading: Models › Mistral Large 3\n"
                "> It has 41 billion active parameters and 675 billion \\*in all\\*. @\u200beveryone\n"
                "-# The nearest passage so far; the answer follows."
            ),
        ),
        (
            Language.KOREAN,
            (
                "-# 읽는 중: 모델 › 미스트랄 라지 3\n"
                "> 활성 파라미터는 410억 개이고 \\*전체\\*는 6,750억 개이다. @\u200beveryone\n"
                "-# 지금까지 찾은 가장 가까운 대목이에요. 답변은 곧 이어져요."
            ),
        ),
    ],
    ids=["en", "ko"],
)
def test_the_nearest_passage_is_shown_in_the_language_of_the_answer(language: Language, expected: str) -> None:
    assert render_passages(PassagesFound(language, (hit(language.other),))) == expected


@EACH_LANGUAGE
def test_passages_may_be_none(language: Language) -> None:
    assert render_passages(PassagesFound(language, ())) == "…"


def test_the_wait_is_told_in_both_languages() -> None:
    assert render_waiting(Waiting(2), Language.ENGLISH) == "-# Questions before yours: 2"
    assert render_waiting(Waiting(2), Language.KOREAN) == "-# 앞에 있는 질문: 2개"


def test_text_that_is_being_written_says_so_and_closes_its_code() -> None:
    assert render_text("So far") == "So far …"
    assert render_text("```sh\nollama").endswith("…\n```")


@pytest.mark.parametrize("question", ["What is *new* in Llama 4?", "라마 4에서 *새로운* 것은?", "a\nb"])
def test_the_question_of_a_command_stands_above_its_answer(question: str) -> None:
    head = render_question(question)
    (page,) = render_answer(answer(question, Language.ENGLISH, "It is new. [1]"), head)
    assert page.startswith(head + "\n\nIt is new.")
    assert read_answer(page) == (" ".join(question.split()), "It is new.")


@EACH_LANGUAGE
def test_an_answer_is_read_back_without_marks_and_sources(language: Language) -> None:
    (page,) = render_answer(answer("q", language))
    assert read_answer(page) == ("", TEXTS[language].replace(" [1]", ""))


@EACH_LANGUAGE
def test_what_is_no_answer_is_read_back_as_nothing(language: Language) -> None:
    head = render_question("q")
    assert read_answer(render_notice("Please wait.", head)) == ("q", "")
    assert read_answer(render_waiting(Waiting(1), language, head)) == ("q", "")
