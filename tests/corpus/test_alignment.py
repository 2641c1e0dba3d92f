"""Twins are paired by what translation keeps where one language lacks something, by their place where none does."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.language import Language
from corpus.alignment import group_twins, section_twins
from corpus.document import Corpus, Document
from corpus.loading import load_corpus
from corpus.markdown import parse_document
from corpus.section_builder import SectionBuilder
from tests.languages import EACH_LANGUAGE
from tests.places import EVALS

HEAD = "---\ntitle: Title\nlanguage: {language}\nedition: 2026-11-21\nsource: Test\n---\n"
EDITIONS = [load_corpus(None), *(load_corpus(EVALS / name / "article") for name in ("foreign", "pool", "seedbank"))]
# So many sections may lose their twins where one language lacks another.
FEW = 2


def document(language: Language, text: str) -> Document:
    return parse_document(HEAD.format(language=language.value) + text, path=f"{language.value}.md")


def side(corpus: Corpus, language: Language) -> Document:
    found = corpus.document(language)
    assert found is not None
    return found


def headings(korean: str, english: str) -> list[tuple[str | None, str | None]]:
    twins = section_twins(document(Language.KOREAN, korean), document(Language.ENGLISH, english))
    return [(mine.heading if mine else None, other.heading if other else None) for mine, other in twins]


def turned(language: Language, pairs: Sequence[tuple[str | None, str | None]]) -> list[tuple[str | None, str | None]]:
    return [pair if language is Language.KOREAN else (pair[1], pair[0]) for pair in pairs]


def cut(whole: Document, removed: Collection[int]) -> tuple[Document, list[int]]:
    """`whole` without the sections of these numbers and those below them, and the numbers of those that stay."""
    builder, kept = SectionBuilder(), []
    gone: int | None = None
    for number, section in enumerate(whole.sections):
        gone = None if gone is not None and section.level <= gone else gone
        if number in removed and gone is None:
            gone = section.level
        if gone is None:
            builder.heading(section.level, section.heading, section.number)
            for line in section.lines:
                builder.line(line)
            kept.append(number)
    return replace(whole, sections=builder.sections()), kept


@pytest.mark.parametrize("corpus", EDITIONS)
def test_where_both_outlines_are_the_same_twins_stand_at_the_same_place(corpus: Corpus) -> None:
    for twins in group_twins(corpus):
        assert len(twins) == len(Language)
        assert len({group.position for group in twins.values()}) == 1


def test_of_the_same_outlines_twins_stand_at_the_same_place_whatever_they_say() -> None:
    assert headings("## 가\n\n- 1\n\n## 나\n\n2", "## A\n\n2\n\n## B\n\n- 1") == [("가", "A"), ("나", "B")]


@EACH_LANGUAGE
def test_sections_behind_a_missing_one_have_their_own_twins(language: Language) -> None:
    whole = "## One\n\n- 24\n- 19\n\n## Two\n\nSteam Deck\n\n### Three\n\n1,900\n\n## Four\n\n31"
    part = "## Eins\n\n- 24\n- 19\n\n## Vier\n\n31"
    sides = (whole, part) if language is Language.KOREAN else (part, whole)
    expected = [("One", "Eins"), ("Two", None), ("Three", None), ("Four", "Vier")]
    assert headings(*sides) == turned(language, expected)


@EACH_LANGUAGE
def test_a_section_without_figures_and_names_is_known_by_its_form_and_length(language: Language) -> None:
    texts = {
        Language.KOREAN: ("물이 흐른다. " * 20, "- 빛\n- 돌", "바람이 분다. " * 4),
        Language.ENGLISH: ("The water flows. " * 20, "- Light\n- Stone", "The wind blows. " * 4),
    }
    whole = "".join(f"## {number}\n\n{text}\n\n" for number, text in zip("abc", texts[language], strict=True))
    part = "".join(f"## {number}\n\n{text}\n\n" for number, text in zip("bc", texts[language.other][1:], strict=True))
    sides = (whole, part) if language is Language.KOREAN else (part, whole)
    assert headings(*sides) == turned(language, [("a", None), ("b", "b"), ("c", "c")])


@EACH_LANGUAGE
@pytest.mark.parametrize("before", ["", "## 가\n\n24\n\n"])
def test_what_may_as_well_be_the_twin_of_another_has_none(language: Language, before: str) -> None:
    whole = "## 가\n\n24\n\n## 나\n\n글\n\n## 다\n\n글\n\n## 라\n\n31"
    part = f"{before}## 나\n\n글\n\n## 라\n\n31"
    sides = (whole, part) if language is Language.KOREAN else (part, whole)
    found = set(turned(language, headings(*sides)))
    assert found == {("가", "가" if before else None), ("나", None), ("다", None), (None, "나"), ("라", "라")}


@EACH_LANGUAGE
def test_a_section_that_says_something_else_is_no_twin_for_its_place_alone(language: Language) -> None:
    whole = "## a\n\n24\n\n## b\n\n- 5,000\n- 7,000\n- 90\n\n## c\n\n31\n\n## d\n\n77"
    part = "## a\n\n24\n\n## x\n\nOn 3, 11 and 12, and from 400 to 600.\n\n## c\n\n31"
    sides = (whole, part) if language is Language.KOREAN else (part, whole)
    found = turned(language, headings(*sides))
    assert {("a", "a"), ("b", None), (None, "x"), ("c", "c"), ("d", None)} == set(found)


@EACH_LANGUAGE
def test_sections_that_are_all_one_level_deeper_have_their_twins(language: Language) -> None:
    deeper = "## a\n\n24\n\n### b\n\n31\n\n### c\n\n1,900\n\n### d\n\n77"
    flat = "## a\n\n24\n\n## b\n\n31\n\n## d\n\n77"
    sides = (deeper, flat) if language is Language.KOREAN else (flat, deeper)
    assert headings(*sides) == turned(language, [("a", "a"), ("b", "b"), ("c", None), ("d", "d")])


@EACH_LANGUAGE
def test_groups_behind_a_missing_one_have_their_own_twins(language: Language) -> None:
    whole, part = (
        "## a\n\nOne:\n\n- 24\n\nTwo:\n\n- 31\n\nThree:\n\n- 77",
        "## a\n\nOne:\n\n- 24\n\nThree:\n\n- 77",
    )
    corpus = Corpus((document(language, whole), document(language.other, part)))
    positions = [
        tuple(twins[one].position[-1] if one in twins else None for one in (language, language.other))
        for twins in group_twins(corpus)
    ]
    assert positions == [(1, 1), (2, None), (3, 2)]


@EACH_LANGUAGE
def test_the_groups_of_one_language_stand_alone(language: Language) -> None:
    (one,) = (one for one in EDITIONS[0].documents if one.language is language)
    assert list(group_twins(Corpus((one,)))) == [{language: group} for group in one.groups()]


@EACH_LANGUAGE
@pytest.mark.parametrize("corpus", EDITIONS)
def test_where_one_language_lacks_a_section_no_other_gets_a_wrong_twin_and_few_get_none(
    corpus: Corpus, language: Language
) -> None:
    whole, other = side(corpus, language), side(corpus, language.other)
    number_of_other = {section.outline: number for number, section in enumerate(other.sections)}
    for removed in range(0, len(whole.sections), 9):
        part, kept = cut(whole, {removed})
        number_of = {section.outline: number for section, number in zip(part.sections, kept, strict=True)}
        documents = {language: part, language.other: other}
        twins = section_twins(documents[Language.KOREAN], documents[Language.ENGLISH])
        pairs = [pair if language is Language.KOREAN else pair[::-1] for pair in twins]
        paired = [(mine, its) for mine, its in pairs if mine and its and mine.lines]
        assert all(number_of[mine.outline] == number_of_other[its.outline] for mine, its in paired)
        assert len(paired) >= sum(1 for section in part.sections if section.lines) - FEW


@given(st.data())
def test_every_section_is_there_once_and_in_order(data: st.DataObject) -> None:
    sides = []
    for language in Language:
        corpus = data.draw(st.sampled_from(EDITIONS))
        numbers = st.integers(0, len(corpus.documents[0].sections) - 1)
        sides.append(cut(side(corpus, language), data.draw(st.sets(numbers, max_size=9)))[0])
    twins = section_twins(*sides)
    for place, one in enumerate(sides):
        assert tuple(pair[place] for pair in twins if pair[place] is not None) == one.sections
    assert (None, None) not in twins


def test_a_hundred_sections_are_aligned_at_once() -> None:
    corpus = EDITIONS[2]
    korean = side(corpus, Language.KOREAN)
    english, _ = cut(side(corpus, Language.ENGLISH), {len(korean.sections) // 2})
    started = time.perf_counter()
    section_twins(korean, english)
    assert time.perf_counter() - started < 1
