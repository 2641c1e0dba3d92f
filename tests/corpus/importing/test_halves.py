"""Where a page turns from one language into the other, and what stands between the two."""

from datetime import date

import pytest

from config.errors import CorpusError
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


KOREAN_NOTICE = """시민 텃밭 분양 안내

분양 개요

신청 기간: 3월 2일 ~ 3월 13일
대상: 만 19세 이상 시민
사용료: 연 60,000원

유의 사항

농약 사용 금지
불 피우기 금지
"""
ENGLISH_NOTICE = """Community garden plots

About the plots

Application period: 2 March to 13 March
Who: residents aged 19 and over
Fee: 60,000 won a year

Please note

No pesticides
No fires
"""


def words(document: Document) -> list[str]:
    return [text for one in document.sections for text in (one.heading, *(line.text for line in one.lines))]


@pytest.mark.parametrize("between", ["", "목록\n\n", "Back to top\n\n"])
@pytest.mark.parametrize("is_marked", [False, True])
def test_a_notice_without_full_stops_is_split(between: str, is_marked: bool) -> None:
    for first, second in ((KOREAN_NOTICE, ENGLISH_NOTICE), (ENGLISH_NOTICE, KOREAN_NOTICE)):
        page = f"{first}\n{between}{second}"
        if is_marked:
            for heading in ("분양 개요", "유의 사항", "About the plots", "Please note"):
                page = page.replace(f"\n{heading}\n", f"\n## {heading}\n")
        korean, english = documents(page)
        assert (korean.title, english.title) == ("시민 텃밭 분양 안내", "Community garden plots")
        assert " ".join(words(english)).isascii()
        assert not any(map(str.isascii, words(korean)))


@pytest.mark.parametrize(
    ("article", "names"),
    [
        (
            KOREAN,
            "관련 글\nThe Bell of the Northern Coast\nThe Horn in the Fog of 1911\nThe Keepers of the Point\nTags\n",
        ),
        (ENGLISH, "Related posts\n북쪽 바닷가의 종 이야기\n1911년 안개 속의 나팔\n곶을 지킨 사람들\n태그\n"),
    ],
)
def test_names_in_the_other_language_below_an_article_are_no_half(article: str, names: str) -> None:
    assert len(documents(f"{article}\n{names}")) == 1


@pytest.mark.parametrize(
    ("notice", "address"),
    [
        (KOREAN_NOTICE, "Haebaragi Garden\n12 Lamp Street\nSeoul\nKorea\n"),
        (ENGLISH_NOTICE, "해바라기 텃밭\n등불로 12\n서울\n대한민국\n"),
    ],
)
def test_an_address_in_the_other_language_is_no_half(notice: str, address: str) -> None:
    assert len(documents(f"{notice}\n{address}")) == 1


@pytest.mark.parametrize("is_korean_first", [True, False])
def test_a_title_in_both_languages_is_that_of_each(is_korean_first: bool) -> None:
    korean = (
        "## 관람 안내\n\n등대는 1903년에 처음으로 불을 밝혔습니다. 지금도 밤마다 먼 바다를 비춥니다.\n\n"
        "## 탑\n\n탑은 화강암으로 쌓았고 높이는 30미터입니다. 계단은 모두 120개입니다.\n\n"
    )
    english = (
        "## Visiting\n\nThe lighthouse was lit for the first time in 1903. It still shines every night.\n\n"
        "## The Tower\n\nThe tower is built of granite and 30 metres high. It has 120 steps.\n\n"
    )
    halves = korean + english if is_korean_first else english + korean
    page = "# 등대 이야기 / The Lamp\n\n" + halves
    documents = import_page(page.encode(), name="page.md", edition=date(2026, 11, 21)).corpus.documents
    assert [document.title for document in documents] == ["등대 이야기", "The Lamp"]


RULES = (
    ("서버 규칙", "서로 존중해 주세요.", "광고는 홍보 채널에만 올려 주세요.", "스포일러는 가려 주세요."),
    ("Server Rules", "Be kind to one another.", "Advertise in one channel only.", "Hide spoilers."),
)
STORIES = (
    ("등대는 1903년에 불을 밝혔습니다.", "탑은 화강암으로 쌓았습니다.", "입장료는 4,000원입니다."),
    ("The lighthouse was lit in 1903.", "The tower is built of granite.", "Admission is 4,000 won."),
)


@pytest.mark.parametrize("mark", ["{number}. {line}", "- {line}", "{line}\n"])
@pytest.mark.parametrize("is_korean_first", [True, False])
def test_rules_below_a_title_are_one_section_in_each_language(is_korean_first: bool, mark: str) -> None:
    halves = []
    for title, *rules in RULES if is_korean_first else reversed(RULES):
        lines = [mark.format(number=number, line=line) for number, line in enumerate(rules, start=1)]
        halves.append("\n".join((title, "", *lines)))
    documents = _imported("\n\n".join(halves))
    assert [(document.title, _texts(document)) for document in documents] == [
        (title, [(title, rules)]) for title, *rules in RULES
    ]


@pytest.mark.parametrize("is_korean_first", [True, False])
def test_a_story_without_title_and_headings_is_split_where_its_language_changes(is_korean_first: bool) -> None:
    long = [tuple(f"{line} {line} {line} {line}" for line in story) for story in STORIES]
    page = "\n\n".join("\n\n".join(story) for story in (long if is_korean_first else reversed(long)))
    documents = _imported(page)
    assert [_texts(document) for document in documents] == [[("page", list(story))] for story in long]


@pytest.mark.parametrize("line", ["등대는 1903년에 불을 밝혔습니다.", "The lighthouse was lit in 1903."])
def test_a_long_text_without_headings_is_refused(line: str) -> None:
    with pytest.raises(CorpusError) as raised:
        _imported("\n\n".join([line] * 31))
    assert raised.value.key == "importing.no_headings"


def _imported(page: str) -> tuple[Document, ...]:
    return import_page(page.encode(), name="page.txt", edition=date(2026, 11, 21)).corpus.documents


def _texts(document: Document) -> list[tuple[str, list[str]]]:
    return [(section.heading, [line.text for line in section.lines]) for section in document.sections]
