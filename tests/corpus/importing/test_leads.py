"""The lines between a title and the first heading that is marked."""

from datetime import date

import pytest

from corpus.importing.importer import import_page

KOREAN_FACTS = ["일시: 2026년 8월 8일 저녁 7시 ~ 9시", "장소: 한빛시청 3층", "입장료 5,000원"]
ENGLISH_FACTS = ["When: 8 August 2026, 7 p.m. to 9 p.m.", "Where: City Hall, third floor", "Admission 5,000 won"]
KOREAN_REST = "프로그램", "첫 곡은 바다의 노래입니다."
ENGLISH_REST = "Programme", "The first piece is a song of the sea."


def lead(text: str, name: str) -> list[str]:
    """The lines above the first section, which stand under the title."""
    (document,) = import_page(text.encode(), name=name, edition=date(2026, 11, 21)).corpus.documents
    first, *others = document.sections
    if not others:
        return []
    assert first.heading == document.title
    return [line.text for line in first.lines]


def markdown(title: str, above: list[str], rest: tuple[str, str]) -> str:
    return "\n\n".join([f"# {title}", *above, f"## {rest[0]}", rest[1]])


def html(title: str, above: list[str], rest: tuple[str, str]) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in above)
    return f"<html><body><h1>{title}</h1>{paragraphs}<h2>{rest[0]}</h2><p>{rest[1]}</p></body></html>"


LANGUAGES = [("별빛 음악회", KOREAN_FACTS, KOREAN_REST), ("Starlight Concert", ENGLISH_FACTS, ENGLISH_REST)]


@pytest.mark.parametrize(("title", "facts", "rest"), LANGUAGES)
def test_lines_without_a_full_stop_are_kept(title: str, facts: list[str], rest: tuple[str, str]) -> None:
    assert lead(markdown(title, facts, rest), "page.md") == facts
    assert lead(html(title, facts, rest), "page.html") == facts
    assert lead(markdown(title, facts, rest).removeprefix("# "), "page.md") == facts


@pytest.mark.parametrize(("title", "facts", "rest"), LANGUAGES)
def test_a_bold_line_is_no_heading_there(title: str, facts: list[str], rest: tuple[str, str]) -> None:
    bold = [f"**{facts[0]}**", *facts[1:]]
    assert lead(markdown(title, bold, rest), "page.md") == facts


@pytest.mark.parametrize(
    ("title", "above", "rest"),
    [
        ("별빛 음악회", ["별빛 음악회", "2026년 5월 20일", "작성자", "김별빛", "공유하기", "댓글 0"], KOREAN_REST),
        (
            "Starlight Concert",
            ["Starlight Concert", "May 20, 2026", "Author", "Jane Doe", "Share", "0 comments", "By Jane Doe"],
            ENGLISH_REST,
        ),
    ],
)
def test_dates_bylines_and_labels_are_not(title: str, above: list[str], rest: tuple[str, str]) -> None:
    assert lead(markdown(title, above, rest), "page.md") == []


def test_a_half_whose_headings_are_marked_takes_none_from_the_other() -> None:
    korean = "# 별빛 음악회\n\n장소: 시청\n\n## 곡목\n\n바다로 시작합니다.\n\n## 예매\n\n표는 시청에서 팝니다.\n"
    english = "Starlight Concert\n\nIt is a concert.\n\nProgramme\n\nIt is of the sea.\n\nTickets\n\nBuy one.\n"
    documents = import_page((korean + "\n" + english).encode(), name="page.md", edition=date(2026, 11, 21)).corpus
    assert [[one.heading for one in document.sections][-2:] for document in documents.documents] == [
        ["곡목", "예매"],
        ["Programme", "Tickets"],
    ]
