from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import PassagesFound, Reason, Waiting
from bot.answering.writing.wording import Quoted, quote
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
from tests.bot.fakes import LINES, TEXTS, answer, hit
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


def test_text_that_is_being_written_says_so() -> None:
    assert render_text("So far") == "So far …"


MARKUP = {
    Language.KOREAN: (
        "- 2**32에서 2**64까지이고 ||가린 말||, `@everyone`이다.",
        r"\- 2\*\*32에서 2\*\*64까지이고 \|\|가린 말\|\|,",
    ),
    Language.ENGLISH: (
        "- From 2**32 to 2**64, ||hidden||, `@everyone`.",
        r"\- From 2\*\*32 to 2\*\*64, \|\|hidden\|\|,",
    ),
}


@EACH_LANGUAGE
def test_the_articles_own_words_are_shown_as_they_are_also_while_they_are_written(language: Language) -> None:
    line, shown = MARKUP[language]
    (page,) = render_answer(answer("q", language, f"{line}\n• {line} [1]"))
    for rendered in (page, render_text(f"{line}\n• {line} [1]")):
        assert rendered.startswith(shown)
        assert "\n• " + shown.removeprefix("\\") in rendered
        assert "@everyone" not in rendered


@EACH_LANGUAGE
def test_headings_that_an_answer_quotes_are_bold_and_read_back_as_they_were(language: Language) -> None:
    path = ("Models", "Big_*one*") if language is Language.ENGLISH else ("모델", "큰_*것*")
    text = quote([Quoted(path, ((LINES[language], 1),))], language)
    (page,) = render_answer(answer("q", language, text))
    escaped = path[1].replace("_", "\\_").replace("*", "\\*")
    assert page.split("\n")[1] == f"**{path[0]} › {escaped}**"
    assert "*" not in text.split("\n")[1].replace(path[1], "")
    assert read_answer(page) == ("", text.replace(" [1]", ""))


@EACH_LANGUAGE
def test_what_moderators_wrote_themselves_keeps_its_markdown(language: Language) -> None:
    pinned = replace(answer("q", language, "**8** `x`", cited=False), reason=Reason.PINNED)
    assert render_answer(pinned)[0].startswith("**8** `x`\n")


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
