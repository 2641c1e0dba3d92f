from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Answer, Citation
from bot.discord.buttons.pages import SourcesPage
from bot.discord.buttons.sources import BODY_CHARACTERS, cited_lines, page_count, page_line, sources_on_page, twin_lines
from bot.discord.buttons.twin import render_twin
from config.language import Language
from index.passage import Passage
from tests.bot.fakes import answer
from tests.languages import EACH_LANGUAGE

LINES = {
    Language.KOREAN: ("첫째 줄이에요.", "둘째 줄은 *41B*예요.", "셋째 줄이에요."),
    Language.ENGLISH: ("The first line.", "The second is *41B*.", "The third line."),
}


def passage(language: Language, lines: tuple[str, ...] | None = None) -> Passage:
    twin_id = f"{language.other.value}:1"
    return Passage(f"{language.value}:1", language, "Title", ("Models", "Big_one"), lines or LINES[language], twin_id)


def citation(language: Language, number: int = 1, cited: int = 1, twin: Passage | None = None) -> Citation:
    return Citation(number, passage(language), twin or passage(language.other), (LINES[language][cited],))


def cites(language: Language, *citations: Citation) -> Answer:
    return replace(answer("q", language), citations=citations)


@EACH_LANGUAGE
def test_a_source_stands_beside_its_twin_with_the_cited_lines_in_bold_and_markdown_escaped(language: Language) -> None:
    (source,) = sources_on_page(cites(language, citation(language)), 1, language)
    own, twin = source.sides
    assert own.heading.endswith("· Models › Big\\_one")
    for side, lines in ((own, LINES[language]), (twin, LINES[language.other])):
        escaped = lines[1].replace("*", "\\*")
        assert side.body == f"{lines[0]}\n**{escaped}**\n{lines[2]}"


@EACH_LANGUAGE
def test_of_a_long_heading_path_the_ends_are_shown(language: Language) -> None:
    path = ("첫 제목", "가운데 " * 40, "끝 제목") if language is Language.KOREAN else ("First", "middle " * 20, "Last")
    long = replace(citation(language), passage=replace(passage(language), heading_path=path))
    (source,) = sources_on_page(cites(language, long), 1, language)
    assert source.sides[0].heading.endswith(f" · {path[0]} › … › {path[-1]}")


def test_our_own_words_are_in_the_language_of_the_reader() -> None:
    said = cites(Language.ENGLISH, citation(Language.ENGLISH))
    (korean,), (english,) = (sources_on_page(said, 1, language) for language in (Language.KOREAN, Language.ENGLISH))
    assert (korean.title, english.title) == ("출처 [1]", "Source [1]")
    assert [side.heading.split(" ")[0] for side in korean.sides] == ["영어", "한국어"]
    assert [side.heading.split(" ")[0] for side in english.sides] == ["English", "Korean"]


@EACH_LANGUAGE
def test_a_passage_without_a_twin_says_so(language: Language) -> None:
    (source,) = sources_on_page(cites(language, replace(citation(language), twin=None)), 1, language)
    assert source.sides[1].body in {
        "글에서 이 대목은 한국어로만 쓰여 있어요.",
        "The article says this in English only.",
    }


@EACH_LANGUAGE
def test_a_quoted_lead_stands_above_the_lines_of_both_sides(language: Language) -> None:
    leads = {Language.KOREAN: "세 줄이 있어요:", Language.ENGLISH: "There are three lines:"}
    own, twin = (replace(passage(side), lead=leads[side]) for side in (language, language.other))
    led = Citation(1, own, twin, (leads[language], LINES[language][1]))
    (source,) = sources_on_page(cites(language, led), 1, language)
    assert [side.body.split("\n")[0] for side in source.sides] == [
        f"**{leads[side.language]}**" for side in (own, twin)
    ]
    (page,) = render_twin(cites(language, led))
    assert f"> {leads[language.other]} [1]" in page
    (bare,) = sources_on_page(cites(language, replace(led, quotes=LINES[language][1:2])), 1, language)
    assert not any(leads[side.language] in shown.body for side, shown in zip((own, twin), bare.sides, strict=True))


@EACH_LANGUAGE
def test_twins_that_do_not_run_line_by_line_have_no_line_in_bold(language: Language) -> None:
    loose = citation(language, twin=passage(language.other, ("All in one line.",)))
    assert cited_lines(loose) == {1}
    assert twin_lines(loose) == frozenset()
    (source,) = sources_on_page(cites(language, loose), 1, language)
    assert source.sides[1].body == "All in one line."


@EACH_LANGUAGE
@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (2, 1), (3, 2), (5, 3)])
def test_many_sources_are_shown_page_by_page(language: Language, count: int, pages: int) -> None:
    said = cites(language, *(citation(language, number) for number in range(1, count + 1)))
    assert page_count(said) == pages
    shown = [source.title for page in range(1, pages + 1) for source in sources_on_page(said, page, language)]
    assert len(shown) == len(set(shown)) == count
    assert (str(pages) in page_line(said, 1, language)) == (pages > 1)


async def test_a_page_that_a_new_answer_no_longer_has_becomes_its_last() -> None:
    page = SourcesPage(cites(Language.ENGLISH, citation(Language.ENGLISH)), 1, 3, Language.ENGLISH, embeds=True)
    assert [embed.title for embed in page.embeds] == ["Source [1]"]


@given(st.lists(st.text(alphabet="ab가 *_|\\[]().\n", min_size=1, max_size=900), min_size=1, max_size=4), st.data())
def test_nothing_is_too_long_for_discord(lines: list[str], data: st.DataObject) -> None:
    cited = data.draw(st.integers(min_value=0, max_value=len(lines) - 1))
    own, twin = passage(Language.KOREAN, tuple(lines)), passage(Language.ENGLISH, tuple(lines))
    citations = [Citation(number, own, twin, (lines[cited],)) for number in (1, 2)]
    said = cites(Language.KOREAN, *citations)
    for source in sources_on_page(said, 1, Language.ENGLISH):
        assert all(0 < len(side.heading) <= 256 for side in source.sides)
        assert all(len(side.body) <= BODY_CHARACTERS for side in source.sides)
    page = SourcesPage(said, 1, 1, Language.ENGLISH, embeds=True)
    assert sum(len(embed) for embed in page.embeds) <= 6000
    assert len(SourcesPage(said, 1, 1, Language.ENGLISH, embeds=False).content) <= 2000


@EACH_LANGUAGE
def test_a_long_passage_gives_way_to_its_cited_line(language: Language) -> None:
    lines = ("x" * 900, "cited", "y" * 900)
    long = Citation(1, passage(language, lines), None, ("cited",))
    (source,) = sources_on_page(cites(language, long), 1, language)
    assert source.sides[0].body == "…\n**cited**\n…"
