"""Markdown with lines that people wrote as lines, and with HTML in it."""

from datetime import date

import pytest

from corpus.importing.importer import import_page


def lines(body: str) -> list[tuple[str, list[str]]]:
    page = f"# Title\n\n## A\n\n{body}\n"
    document = import_page(page.encode(), name="page.md", edition=date(2026, 11, 21)).corpus.documents[0]
    return [(section.heading, [line.text for line in section.lines]) for section in document.sections]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("신청 기간: 5월\n대상: 주민\n문의: 063-555-0177", ["신청 기간: 5월", "대상: 주민", "문의: 063-555-0177"]),
        ("Apply by: May\nFor: residents\nPhone: 555 0177", ["Apply by: May", "For: residents", "Phone: 555 0177"]),
        ("• 사과를 씻어요\n• 배를 깎아요", ["사과를 씻어요", "배를 깎아요"]),
        ("• wash the apples\n• peel the pears", ["wash the apples", "peel the pears"]),
        ("Q: 무료인가요?\nA: 네, 그렇습니다.", ["Q: 무료인가요?", "A: 네, 그렇습니다."]),
        ("Q: Is it free?\nA: Yes, it is.", ["Q: Is it free?", "A: Yes, it is."]),
        ("이 글은 두 줄에\n나누어 쓴 문장입니다.", ["이 글은 두 줄에 나누어 쓴 문장입니다."]),
        ("This is a sentence\nwritten over two lines.", ["This is a sentence written over two lines."]),
        ("값은 ~~12,000원~~ 9,000원입니다.", ["값은 9,000원입니다."]),
        ("It costs ~~£12~~ £9 now.", ["It costs £9 now."]),
        (
            "- 전시실\n  - 1층: 회화\n  - 조각\n- 매점은 없습니다.",
            ["전시실, 1층: 회화", "전시실: 조각", "매점은 없습니다."],
        ),
        (
            "- Rooms\n  - floor 1: art\n  - music\n- There is no shop.",
            ["Rooms, floor 1: art", "Rooms: music", "There is no shop."],
        ),
        ("- 표는 문에서 삽니다.\n  - 어른 3,000원", ["표는 문에서 삽니다.", "어른 3,000원"]),
        ("- Tickets are sold at the door.\n  - adults £3", ["Tickets are sold at the door.", "adults £3"]),
        ("412억 원이 들었습니다[^1].\n\n[^1]: 시 예산 300억 원", ["412억 원이 들었습니다.", "시 예산 300억 원"]),
        ("It cost £412[^1].\n\n[^1]: £300 from the city", ["It cost £412.", "£300 from the city"]),
        ("새로 지었습니다[^1].\n\n[^1]: https://example.org/a", ["새로 지었습니다."]),
        ("It was built anew[^1].\n\n[^1]: https://example.org/a", ["It was built anew."]),
        ("> [!WARNING]\n> 물에 빠지지 마세요.", ["물에 빠지지 마세요."]),
        ("> [!WARNING]\n> Mind the water.", ["Mind the water."]),
        ("| 요일 | 시각 |\n|---|---|\n| 월 | 10:00<br>12:00 |", ["요일: 월; 시각: 10:00 12:00"]),
        ("| Day | Time |\n|---|---|\n| Mon | 10:00<br/>12:00 |", ["Day: Mon; Time: 10:00 12:00"]),
    ],
)
def test_lines_stay_what_they_are(body: str, expected: list[str]) -> None:
    assert lines(body) == [("A", expected)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("음식을 가져갈 수 있나요?", "아니요, 가져갈 수 없어요."), ("May I bring food?", "No, you may not.")],
)
def test_html_that_unfolds_is_read(question: str, answer: str) -> None:
    body = f"{answer}\n\n<details>\n<summary>{question}</summary>\n\n{answer}\n\n</details>"
    assert lines(body) == [("A", [answer]), (question, [answer])]


@pytest.mark.parametrize("text", ["값은 9,000원입니다.", "It costs £9 now."])
def test_a_fence_around_the_whole_page_is_not_read(text: str) -> None:
    page = f"```md\n# Title\n\n## A\n\n{text}\n```\n"
    document = import_page(page.encode(), name="page.md", edition=date(2026, 11, 21)).corpus.documents[0]
    assert [(section.heading, [line.text for line in section.lines]) for section in document.sections] == [
        ("A", [text])
    ]
