"""Where a page turns from one language into the other, and what stands between the two."""

from datetime import date

import pytest

from config.language import Language
from corpus.document import Document
from corpus.importing.importer import import_page

KOREAN = """등대 이야기

서론

등대는 1903년에 처음으로 불을 밝혔습니다.
지금도 밤마다 먼 바다를 비춥니다.

탑

탑은 화강암으로 쌓았고 높이는 30미터입니다.

입장

입장료는 4,000원입니다.
"""
ENGLISH = """The Lamp

Introduction

The lighthouse was lit for the first time in 1903.
It still shines far over the sea every night.

The Tower

The tower is built of granite and 30 metres high.

Admission

Admission is 4,000 won.
"""
TITLES = {Language.KOREAN: "등대 이야기", Language.ENGLISH: "The Lamp"}
HEADINGS = {Language.KOREAN: ["서론", "탑", "입장"], Language.ENGLISH: ["Introduction", "The Tower", "Admission"]}


def documents(text: str) -> tuple[Document, ...]:
    return import_page(text.encode(), name="page.txt", edition=date(2026, 11, 21)).corpus.documents


def headings(document: Document) -> list[str]:
    return [section.heading for section in document.sections]


@pytest.mark.parametrize(
    ("first", "second", "tail"),
    [(KOREAN, ENGLISH, tail) for tail in ("목록", "댓글 0", "다음 글", "공유하기", "댓글 0\n이전 글\n다음 글\n목록")]
    + [(ENGLISH, KOREAN, tail) for tail in ("Back to top", "0 comments", "Next post", "Share", "Tags\nBack to blog")],
)
def test_labels_below_the_first_language_do_not_hide_the_second(first: str, second: str, tail: str) -> None:
    found = documents(f"{first}\n{tail}\n\n{second}")
    assert {one.language: one.title for one in found} == TITLES
    assert {one.language: headings(one) for one in found} == HEADINGS
