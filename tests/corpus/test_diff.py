"""What changed between two corpora."""

from dataclasses import replace

import pytest

from config.language import Language
from corpus.diff import ChangeKind, LineChange, SectionChange, diff_corpora
from corpus.document import Corpus
from corpus.markdown import parse_document

ENGLISH = """---
title: The Lamp
language: en
edition: 2026-11-21
source: written for a test
---

## History

It was lit in 1903.

### Storm

- The storm of 1911
- No pane was lost

### War

- Dark from 1942 to 1945

## Visit

Open on Sundays.

## Keepers

Edwin Farrow was the last keeper.
"""
KOREAN = """---
title: 등대
language: ko
edition: 2026-11-21
source: 시험을 위해 쓴 글
---

## 역사

1903년에 불을 밝혔다.

### 폭풍

- 1911년의 폭풍
- 유리 한 장 깨지지 않았다

### 전쟁

- 1942년부터 1945년까지 불을 껐다

## 관람

일요일에 연다.

## 등대지기

마지막 등대지기는 Edwin Farrow였다.
"""


def corpus(*texts: str) -> Corpus:
    return Corpus(tuple(parse_document(text, path="test.md") for text in texts))


def diff(old: str, new: str) -> tuple[SectionChange, ...]:
    return diff_corpora(corpus(old), corpus(new))


def removed(text: str) -> LineChange:
    return LineChange(ChangeKind.REMOVED, text)


def added(text: str) -> LineChange:
    return LineChange(ChangeKind.ADDED, text)


@pytest.mark.parametrize("text", [ENGLISH, KOREAN])
def test_nothing_changed(text: str) -> None:
    assert diff(text, text) == ()


@pytest.mark.parametrize("text", [ENGLISH, KOREAN])
def test_line_numbers_and_edition_are_no_change(text: str) -> None:
    assert diff(text, text.replace("\n\n", "\n\n\n").replace("2026-11-21", "2026-12-01")) == ()


@pytest.mark.parametrize(
    ("text", "language", "path", "old", "new"),
    [
        (ENGLISH, Language.ENGLISH, ("Visit",), "Open on Sundays.", "Open on Saturdays."),
        (KOREAN, Language.KOREAN, ("관람",), "일요일에 연다.", "토요일에 연다."),
    ],
)
def test_changed_lines(text: str, language: Language, path: tuple[str, ...], old: str, new: str) -> None:
    (change,) = diff(text, text.replace(old, new))
    assert change == SectionChange(language, ChangeKind.CHANGED, 2, path, path, (removed(old), added(new)))
    assert (change.added_lines, change.removed_lines) == (1, 1)


@pytest.mark.parametrize(
    ("text", "path", "block", "line"),
    [
        (ENGLISH, ("History", "War"), "### War\n\n- Dark from 1942 to 1945\n\n", "Dark from 1942 to 1945"),
        (
            KOREAN,
            ("역사", "전쟁"),
            "### 전쟁\n\n- 1942년부터 1945년까지 불을 껐다\n\n",
            "1942년부터 1945년까지 불을 껐다",
        ),
    ],
)
def test_added_and_removed_sections(text: str, path: tuple[str, ...], block: str, line: str) -> None:
    (gone,) = diff(text, text.replace(block, ""))
    assert (gone.kind, gone.level, gone.old_path, gone.new_path) == (ChangeKind.REMOVED, 3, path, None)
    assert gone.lines == (removed(line),)
    (new,) = diff(text.replace(block, ""), text)
    assert (new.kind, new.level, new.old_path, new.new_path) == (ChangeKind.ADDED, 3, None, path)
    assert new.lines == (added(line),)


@pytest.mark.parametrize(
    ("text", "old", "new"), [(ENGLISH, "Keepers", "Who Lived There"), (KOREAN, "등대지기", "누가 살았나")]
)
def test_a_section_with_another_heading_and_the_same_text_is_renamed(text: str, old: str, new: str) -> None:
    (change,) = diff(text, text.replace(f"## {old}", f"## {new}"))
    assert (change.kind, change.old_path, change.new_path, change.lines) == (ChangeKind.RENAMED, (old,), (new,), ())


@pytest.mark.parametrize(("text", "old", "new"), [(ENGLISH, "History", "The Past"), (KOREAN, "역사", "지난 일")])
def test_sections_below_a_renamed_one_are_not_changed(text: str, old: str, new: str) -> None:
    (change,) = diff(text, text.replace(f"## {old}", f"## {new}"))
    assert (change.kind, change.level, change.new_path) == (ChangeKind.RENAMED, 2, (new,))


@pytest.mark.parametrize(
    ("text", "block", "path"),
    [
        (ENGLISH, "## Visit\n\nOpen on Sundays.\n\n", ("Visit",)),
        (KOREAN, "## 관람\n\n일요일에 연다.\n\n", ("관람",)),
    ],
)
def test_a_section_in_another_place_is_moved(text: str, block: str, path: tuple[str, ...]) -> None:
    changes = diff(text, text.replace(block, "") + "\n" + block)
    assert [change.kind for change in changes] == [ChangeKind.MOVED]
    assert changes[0].new_path in {path, ("Keepers",), ("등대지기",)}


@pytest.mark.parametrize(("text", "old", "new"), [(ENGLISH, "The Lamp", "The Light"), (KOREAN, "등대", "등대의 불빛")])
def test_another_title_is_a_renaming_at_level_one(text: str, old: str, new: str) -> None:
    (change,) = diff(text, text.replace(f"title: {old}", f"title: {new}"))
    assert (change.kind, change.level, change.old_path, change.new_path) == (ChangeKind.RENAMED, 1, (old,), (new,))


def test_a_language_that_comes_or_goes_is_all_its_sections() -> None:
    both, english = corpus(ENGLISH, KOREAN), corpus(ENGLISH)
    gone = diff_corpora(both, english)
    assert {(change.language, change.kind) for change in gone} == {(Language.KOREAN, ChangeKind.REMOVED)}
    assert [change.old_path for change in gone] == [section.heading_path for section in both.documents[1].sections]
    assert {change.kind for change in diff_corpora(english, both)} == {ChangeKind.ADDED}


def test_korean_comes_first_whatever_the_order_of_the_documents() -> None:
    old, new = (
        corpus(ENGLISH, KOREAN),
        corpus(ENGLISH.replace("Sundays", "Mondays"), KOREAN.replace("일요일", "월요일")),
    )
    changes = diff_corpora(old, new)
    assert [change.language for change in changes] == [Language.KOREAN, Language.ENGLISH]
    assert diff_corpora(replace(old, documents=old.documents[::-1]), new) == changes


def test_sections_of_one_heading_are_paired_in_order() -> None:
    twice = ENGLISH.replace("## Keepers", "## Visit")
    (change,) = diff(twice, twice.replace("Edwin Farrow", "Ida Calloway"))
    assert change.kind is ChangeKind.CHANGED
    assert change.lines == (removed("Edwin Farrow was the last keeper."), added("Ida Calloway was the last keeper."))


def test_changes_come_in_reading_order() -> None:
    new = (
        ENGLISH.replace("1903", "1904")
        .replace("### War\n\n- Dark from 1942 to 1945\n\n", "### Peace\n\n- Quiet years\n\n")
        .replace("Sundays", "Mondays")
    )
    assert [(change.kind, change.new_path or change.old_path) for change in diff(ENGLISH, new)] == [
        (ChangeKind.CHANGED, ("History",)),
        (ChangeKind.REMOVED, ("History", "War")),
        (ChangeKind.ADDED, ("History", "Peace")),
        (ChangeKind.CHANGED, ("Visit",)),
    ]
