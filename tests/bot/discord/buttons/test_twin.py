from dataclasses import replace

from bot.discord.buttons.twin import has_twin, render_twin
from config.language import Language
from tests.bot.discord.buttons.test_sources import LINES, citation, cites, passage
from tests.languages import EACH_LANGUAGE

LEADS = {
    Language.KOREAN: "같은 내용을 글의 한국어 문장으로 보여 드려요.",
    Language.ENGLISH: "The same, in the article's own English:",
}


@EACH_LANGUAGE
def test_the_lines_that_correspond_to_the_cited_ones_are_quoted(language: Language) -> None:
    other = language.other
    (page,) = render_twin(cites(language, citation(language, cited=1), citation(language, number=2, cited=2)))
    second, third = LINES[other][1].replace("*", "\\*"), LINES[other][2]
    assert page == (
        f"{LEADS[other]}\n\n> {second} [1]\n-# [1] Models › Big\\_one\n\n> {third} [2]\n-# [2] Models › Big\\_one"
    )


@EACH_LANGUAGE
def test_the_whole_twin_is_quoted_where_lines_do_not_correspond(language: Language) -> None:
    loose = citation(language, twin=passage(language.other, ("One.", "Two.")))
    (page,) = render_twin(cites(language, loose))
    assert "> One. [1]\n> Two. [1]" in page


@EACH_LANGUAGE
def test_a_passage_already_in_the_other_language_is_quoted_itself(language: Language) -> None:
    (page,) = render_twin(cites(language, citation(language.other, cited=0)))
    assert f"> {LINES[language.other][0]} [1]" in page


@EACH_LANGUAGE
def test_what_stands_in_one_language_only_is_said_so(language: Language) -> None:
    alone = replace(citation(language), twin=None)
    assert not has_twin(cites(language, alone))
    (page,) = render_twin(cites(language, alone, citation(language, number=2)))
    assert "[1] The article says this in Korean only." in page or "[1] 글에서 이 대목은 영어로만" in page
    assert has_twin(cites(language, alone, citation(language, number=2)))


@EACH_LANGUAGE
def test_a_refusal_stays_one(language: Language) -> None:
    refused = replace(cites(language, citation(language)), refused=True)
    (page,) = render_twin(refused)
    assert page.startswith(("글에는 이 질문의 답이 없어요.", "The article does not answer this question."))


@EACH_LANGUAGE
def test_a_long_twin_takes_several_messages(language: Language) -> None:
    lines = tuple(f"Line {number} " + "words " * 60 for number in range(9))
    long = citation(language, twin=passage(language.other, lines))
    pages = render_twin(cites(language, long))
    assert len(pages) > 1
    assert all(len(page) <= 2000 for page in pages)
