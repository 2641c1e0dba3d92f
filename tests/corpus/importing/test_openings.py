"""What stands above an article, and lists that only look like a contents list."""

from datetime import date

import pytest

from corpus.document import Document, LineKind
from corpus.importing.importer import import_page

ENGLISH = "Introduction\nIt was lit in 1903.\nThe Tower\nThe Stone\nIt is granite.\nConclusion\nIt is not out.\n"
KOREAN = "서론\n1903년에 불을 밝혔다.\n탑\n돌\n화강암이다.\n결론\n아직 꺼지지 않았다.\n"
ENGLISH_OUTLINE = [(2, "Introduction"), (2, "The Tower"), (3, "The Stone"), (2, "Conclusion")]
KOREAN_OUTLINE = [(2, "서론"), (2, "탑"), (3, "돌"), (2, "결론")]


def document(text: str, name: str = "page.txt") -> Document:
    (only,) = import_page(text.encode(), name=name, edition=date(2026, 11, 21)).corpus.documents
    return only


def outline(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in document(text).sections]


@pytest.mark.parametrize(
    ("above", "text", "title", "expected"),
    [
        (above, text, title, expected)
        for text, title, expected, tops in (
            (
                ENGLISH,
                "The Lamp",
                ENGLISH_OUTLINE,
                [
                    "{}\n",
                    "Skip to content\nPublished on\n\n{}\n\nAuthors\n",
                    "Published on Tuesday, March 3, 2026\n{}\nAuthors\nName\nJane Doe\nTwitter\n@jane\n",
                    "Home\nBlog\n- About\n- Search\n{}\nMarch 3, 2026 · 5 min read\n",
                    "Split View: {0}\n{0}\n",
                    "{}\nBy Jane Doe\n2026-03-03\n",
                    "{}\nTable of Contents\n- Introduction\n- The Tower\n- Conclusion\n",
                    "{}\n1. Introduction\n2. The Tower\n3. Conclusion\n",
                    "{}\n- Introduction\n- The Tower\n  - The Stone\n- Conclusion\n",
                    "{}\nContents\nIntroduction\nThe Tower\nConclusion\n",
                ],
            ),
            (
                KOREAN,
                "등대 이야기",
                KOREAN_OUTLINE,
                [
                    "{}\n",
                    "본문으로 건너뛰기\n게시일\n\n{}\n\n작성자\n",
                    "게시일: 2026년 3월 3일 화요일\n{}\n작성자\n이름\n김등대\n",
                    "홈\n블로그\n- 소개\n- 검색\n{}\n2026.03.03 · 5분 읽기\n",
                    "Split View: {0}\n{0}\n",
                    "{}\n작성자: 김등대\n2026-03-03\n",
                    "{}\n목차\n- 서론\n- 탑\n- 결론\n",
                    "{}\n1. 서론\n2. 탑\n3. 결론\n",
                    "{}\n- 서론\n- 탑\n  - 돌\n- 결론\n",
                    "{}\n목차\n서론\n탑\n결론\n",
                ],
            ),
        )
        for above in tops
    ],
)
def test_titles_stand_among_navigation(above: str, text: str, title: str, expected: list[tuple[int, str]]) -> None:
    page = above.format(title) + text
    assert document(page).title == title
    assert outline(page) == expected


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH, ENGLISH_OUTLINE), (KOREAN, KOREAN_OUTLINE)])
def test_a_page_without_a_title_is_named_by_its_file(text: str, expected: list[tuple[int, str]]) -> None:
    assert document(text, name="the-lamp_page.txt").title == "the lamp page"
    assert outline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Lamp\nThis page tells of a lamp.\n{ENGLISH}", [(2, "The Lamp"), *ENGLISH_OUTLINE]),
        (f"등대 이야기\n등대에 관한 글이다.\n{KOREAN}", [(2, "등대 이야기"), *KOREAN_OUTLINE]),
    ],
)
def test_text_above_the_first_heading_stands_under_the_title(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This is of a lamp.\n\n## History\n\nLit in 1903.\n",
        "등대에 관한 글이다.\n\n## 역사\n\n1903년에 불을 밝혔다.\n",
    ],
)
def test_markdown_without_a_title_keeps_its_first_lines(text: str) -> None:
    sections = document(text, name="lamp.md").sections
    assert [len(section.lines) for section in sections] == [1, 1]
    assert sections[0].heading == "lamp"


ENGLISH_PREVIEW = """The Lamp
- Introduction
- The Tower
- The Lens
- Conclusion
Introduction
This page tells of:
- The Tower
- The Lens
- The Sea
The Tower
It is granite.
The Lens
It is glass.
Conclusion
It is not out.
"""
KOREAN_PREVIEW = """등대 이야기
- 서론
- 탑
- 렌즈
- 결론
서론
이 글의 순서이다:
- 탑
- 렌즈
- 바다
탑
화강암이다.
렌즈
유리이다.
결론
아직 꺼지지 않았다.
"""


@pytest.mark.parametrize("text", [ENGLISH_PREVIEW, KOREAN_PREVIEW])
def test_a_list_of_what_comes_next_in_the_text_stays_text(text: str) -> None:
    sections = document(text).sections
    assert [section.level for section in sections] == [2, 2, 2, 2]
    assert [line.kind for line in sections[0].lines] == [LineKind.PARAGRAPH, *[LineKind.BULLET] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "The Lamp\n- History\n- Light\nHistory\nLight\n- Of oil\n- Of gas\nIt was dim.\nLight\nIt is seen from afar.\n",
        "등대 이야기\n- 역사\n- 불빛\n역사\n불빛\n- 기름\n- 가스\n어두웠다.\n불빛\n멀리서도 보인다.\n",
    ],
)
def test_a_topic_named_like_a_later_section_does_not_hide_it(text: str) -> None:
    assert len(document(text).sections) == 3


ENGLISH_TAILS = ["Tags\nAI\nLamps\n", "Comments (2)\nNice!\n", "Related posts\nThe Bell\nThe Horn\n", "Sources\n- A\n"]
KOREAN_TAILS = ["태그\n등대\n바다\n", "댓글 2\n좋아요!\n", "관련 글\n종 이야기\n나팔 이야기\n", "참고 문헌\n- 가\n"]


@pytest.mark.parametrize(
    ("tail", "text"), [(tail, ENGLISH) for tail in ENGLISH_TAILS] + [(tail, KOREAN) for tail in KOREAN_TAILS]
)
@pytest.mark.parametrize("with_contents", [False, True])
def test_what_a_site_puts_below_an_article_is_left_out(tail: str, text: str, with_contents: bool) -> None:
    english = text is ENGLISH
    title = "The Lamp\n" if english else "등대 이야기\n"
    expected = ENGLISH_OUTLINE if english else KOREAN_OUTLINE
    contents = "".join(f"- {heading}\n" for level, heading in expected if level == 2) if with_contents else ""
    assert outline(title + contents + text + tail) == expected


ENGLISH_NUMBERED = """The Lamp
1. History
Lit in 1903.
The Keepers
- Three men
2. Light
- Seen from afar
3. Sea
It is calm.
"""
KOREAN_NUMBERED = """등대 이야기
제1장 역사
1903년에 불을 밝혔다.
지킨 사람들
- 세 사람
제2장 불빛
- 멀리서 보인다
제3장 바다
조용하다.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH_NUMBERED, [(2, "1. History"), (3, "The Keepers"), (2, "2. Light"), (2, "3. Sea")]),
        (KOREAN_NUMBERED, [(2, "제1장 역사"), (3, "지킨 사람들"), (2, "제2장 불빛"), (2, "제3장 바다")]),
    ],
)
def test_numbered_headings_are_the_sections(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(text) == expected
