"""Lines of a site's own around an article, which are neither its title nor its headings."""

from datetime import date

import pytest

from corpus.document import Document
from corpus.importing.conventions import is_navigation, is_page_tail
from corpus.importing.importer import import_page

KOREAN = "등대 이야기", "서론\n1903년에 불을 밝혔다.\n탑\n돌\n화강암이다.\n결론\n아직 꺼지지 않았다.\n"
ENGLISH = "The Lamp", "Introduction\nLit in 1903.\nThe Tower\nThe Stone\nIt is granite.\nConclusion\nIt is not out.\n"
KOREAN_NAMES = ["서론", "탑", "돌", "결론"]
ENGLISH_NAMES = ["Introduction", "The Tower", "The Stone", "Conclusion"]
KOREAN_ABOVE = [
    "로그인 | 회원가입",
    "홈 > 소식 > 공지사항",
    "이 웹사이트는 쿠키를 사용합니다. 계속 이용하시면 동의하는 것으로 봅니다.\n모두 동의\n거부",
    "등록일: 2026.05.20 14:30 | 조회수 1,284",
]
ENGLISH_ABOVE = [
    "Log in | Sign up",
    "Home » News » Notices",
    "This website uses cookies. By going on you agree to that.\nAccept all\nReject",
    "Posted on May 20, 2026 | 1,284 views",
]
KOREAN_BELOW = [
    "등록일: 2026.05.20",
    "조회수 123",
    "작성자: 운영팀\n2026년 5월 20일 게시",
    "글 김등대\n2026년 3월 3일 게시",
    "담당부서: 등대과\n추천 3",
]
ENGLISH_BELOW = [
    "Posted on May 20, 2026",
    "Views: 123",
    "By Jane Doe\nCreated: 2026-05-20",
    "Words Jane Doe\nMay 20, 2026",
]
KOREAN_TAILS = [
    "이 글이 도움이 되었나요?\n👍 12 👎 1",
    "이전 글 | 다음 글 | 목록",
    "개인정보처리방침 | 이용약관 | 사이트맵",
]
ENGLISH_TAILS = [
    "Was this page helpful?\n👍 12 👎 1",
    "Previous post | Next post",
    "Privacy Policy | Terms of Service | Sitemap\n© 2026 Lamp Society. All rights reserved.",
]


def document(text: str) -> Document:
    (only,) = import_page(text.encode(), name="page.txt", edition=date(2026, 11, 21)).corpus.documents
    return only


@pytest.mark.parametrize(
    ("above", "below", "tail", "page", "names"),
    [
        (above, below, tail, page, names)
        for page, names, *lines in (
            (KOREAN, KOREAN_NAMES, KOREAN_ABOVE, KOREAN_BELOW, KOREAN_TAILS),
            (ENGLISH, ENGLISH_NAMES, ENGLISH_ABOVE, ENGLISH_BELOW, ENGLISH_TAILS),
        )
        for above, below, tail in (
            *((above, "", "") for above in lines[0]),
            *(("", below, "") for below in lines[1]),
            *(("", "", tail) for tail in lines[2]),
            ("\n".join(lines[0]), "\n".join(lines[1]), "\n".join(lines[2])),
        )
    ],
)
def test_neither_title_nor_headings(above: str, below: str, tail: str, page: tuple[str, str], names: list[str]) -> None:
    title, text = page
    found = document(f"{above}\n{title}\n{below}\n{text}{tail}\n")
    assert found.title == title
    assert [section.heading for section in found.sections] == names
    assert [line.text for section in found.sections for line in section.lines] == [
        line.text for section in document(f"{title}\n{text}").sections for line in section.lines
    ]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("한빛시 | 등대 박물관 여름 안내", "등대 박물관 여름 안내", KOREAN[1]),
        ("등대 박물관 여름 안내 - 한빛시", "등대 박물관 여름 안내", KOREAN[1]),
        ("Hanbit City | The Summer at the Lighthouse", "The Summer at the Lighthouse", ENGLISH[1]),
        ("The Summer at the Lighthouse – Hanbit City", "The Summer at the Lighthouse", ENGLISH[1]),
    ],
)
@pytest.mark.parametrize("between", ["", "2026\n"])
def test_the_title_is_the_line_that_is_named_again(line: str, title: str, text: str, between: str) -> None:
    found = document(f"{line}\n{between}{title}\n{text}")
    assert found.title == title
    assert found.sections[0].heading in {"서론", "Introduction"}


@pytest.mark.parametrize(("page", "fact"), [(KOREAN, "마감: 2026년 5월 20일"), (ENGLISH, "Places: 120")])
def test_a_label_with_a_date_or_a_number_alone_is_text(page: tuple[str, str], fact: str) -> None:
    title, text = page
    found = document(f"{title}\n{text}").sections
    again = document(f"{title}\n" + text.replace("\n", f"\n{fact}\n", 1)).sections
    assert [section.heading for section in again] == [section.heading for section in found]
    assert again[0].lines[0].text == fact


@pytest.mark.parametrize(
    "text",
    [
        "글 쓰는 방법",
        "조회수를 올리는 법",
        "쿠키 굽기",
        "파일 > 새로 만들기",
        "제3장",
        "2026년의 등대",
        "How to Use a Cookie Cutter",
        "File > New",
        "Windows 11",
        "Views on the Sea",
        "Privacy Policy",
        "Copyright Law in Korea",
        "(c) Fees and Refunds",
        "등대 | 바다",
        "Lamps | Bells",
    ],
)
def test_ordinary_headings_are_no_furniture(text: str) -> None:
    assert not is_navigation(text)
    assert not is_page_tail(text)


def test_a_long_line_of_signs_is_judged_in_time() -> None:
    assert not is_page_tail("👍 " * 30_000 + "x")
