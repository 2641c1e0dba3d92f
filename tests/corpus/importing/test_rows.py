"""Plain text: tables of tabs, facts one below the other, and headings that are underlined or between signs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import LineKind
from corpus.importing.importer import import_page
from corpus.importing.rows import read_rows

EDITION = date(2026, 11, 24)


def texts(page: str) -> list[tuple[str, bool]]:
    return [(row.text, row.is_bullet) for row in read_rows(page)]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("매장\t매출(2025년)\t직원\n본점\t96.2\t41\n", ["매장: 본점; 매출(2025년): 96.2; 직원: 41"]),
        ("Store\tSales (2025)\tStaff\nMain\t96.2\t41\n", ["Store: Main; Sales (2025): 96.2; Staff: 41"]),
        ("본점\t96.2\t41\n송천점\t58.7\t23\n", ["본점; 96.2; 41", "송천점; 58.7; 23"]),
        ("Main\t96.2\t41\nSouth\t58.7\t23\n", ["Main; 96.2; 41", "South; 58.7; 23"]),
        ("설립\t2004년\n대표\t정미란\n", ["설립: 2004년", "대표: 정미란"]),
        ("Founded\t2004\nChair\tJane Doe\n", ["Founded: 2004", "Chair: Jane Doe"]),
    ],
)
def test_lines_of_as_many_cells_are_a_table(table: str, rows: list[str]) -> None:
    assert texts(table) == [(row, True) for row in rows]


@pytest.mark.parametrize("line", ["가격은\t3,000원이다.", "It costs\t3 pounds."])
def test_a_lone_tab_is_a_space(line: str) -> None:
    assert texts(line) == [(line.replace("\t", " "), False)]


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        (
            "조합 안내\n\n설립: 2004년\n대표: 정미란\n\n이웃을 위해 장사합니다.\n",
            ["설립: 2004년", "대표: 정미란"],
        ),
        (
            "Co-op\n\nFounded: 2004\nChair: Jane Doe\n\nIt trades for all.\n",
            ["Founded: 2004", "Chair: Jane Doe"],
        ),
        ("에일\n\n✅ 60분 전: 홉 20 g\n✅ 15분 전: 홉 25 g\n", ["60분 전: 홉 20 g", "15분 전: 홉 25 g"]),
        ("Ale\n\n✅ Hops 20 g\n✅ Hops 25 g\n", ["Hops 20 g", "Hops 25 g"]),
        ("묻고 답하기\n\n질문: 주차가 되나요?\n답변: 한 시간 무료\n", ["질문: 주차가 되나요?", "답변: 한 시간 무료"]),
        ("Questions\n\nQ: Is there parking?\nA: One hour free\n", ["Q: Is there parking?", "A: One hour free"]),
    ],
)
def test_facts_one_below_the_other_are_bullets(page: str, facts: list[str]) -> None:
    assert [text for text, is_bullet in texts(page) if is_bullet] == facts


@pytest.mark.parametrize(
    "page",
    [
        "총 매개변수: 675B\n새로운 구조\n활성 매개변수: 41B\n작업마다 일부만 쓰입니다.\n",
        "The Parameters\nTotal parameters: 675B\nActive parameters: 41B\nOnly a part is used for each task.\n",
    ],
)
def test_a_heading_above_another_is_no_fact(page: str) -> None:
    assert not any(is_bullet for _, is_bullet in texts(page))


@pytest.mark.parametrize(
    ("page", "title", "headings"),
    [
        (
            "등대 이야기\n===========\n\n1. 탑\n------\n\n높습니다.\n\n1.1 돌\n------\n\n화강암입니다.\n",
            "등대 이야기",
            [(2, "1. 탑"), (3, "1.1 돌")],
        ),
        (
            "The Lamp\n========\n\n1. Tower\n--------\n\nIt is tall.\n\n1.1 Stone\n---------\n\nIt is granite.\n",
            "The Lamp",
            [(2, "1. Tower"), (3, "1.1 Stone")],
        ),
        ("등대 이야기\n\n== 탑 ==\n\n높습니다.\n\n=== 돌 ===\n\n- 화강암\n", "등대 이야기", [(2, "탑"), (3, "돌")]),
        (
            "The Lamp\n\n== Tower ==\n\nIt is tall.\n\n=== Stone ===\n\n- Granite\n",
            "The Lamp",
            [(2, "Tower"), (3, "Stone")],
        ),
    ],
)
def test_underlined_headings_and_those_between_signs_are_marked(
    page: str, title: str, headings: list[tuple[int, str]]
) -> None:
    (document,) = import_page(page.encode(), name="page.txt", edition=EDITION).corpus.documents
    assert document.title == title
    assert [(section.level, section.heading) for section in document.sections] == headings
    assert all(line.kind in LineKind for section in document.sections for line in section.lines)


@given(st.lists(st.text(st.sampled_from("가나a:1\t✅=-. QA"), max_size=12), max_size=12))
def test_no_letter_or_digit_is_lost_or_made_up_but_names_of_columns(lines: list[str]) -> None:
    page = "\n".join(lines)
    kept = {character for row in read_rows(page) for character in row.text if character.isalnum()}
    assert kept <= set(page)
    assert len(read_rows(page)) <= len(lines)


@pytest.mark.parametrize(
    ("rules", "headings"),
    [
        (
            (
                "서버 규칙\n\n제1조 (목적)\n회원이 지킬 것을 정합니다.\n\n제2조 (채널)\n① 채널은 주제에 맞게 씁니다.\n"
                "② 광고는 홍보 채널에만 올립니다.\n\n제3조 (제재)\n다음과 같이 제재합니다.\n가. 처음은 3일입니다.\n"
                "나. 다음은 30일입니다.\n\n제4조 (이의)\n이의는 7일 안에 알립니다.\n"
            ),
            ["제1조 (목적)", "제2조 (채널)", "제3조 (제재)", "제4조 (이의)"],
        ),
        (
            (
                "Server Rules\n\nArticle 1 (Purpose)\nThey say what members keep.\n\nArticle 2 (Channels)\n"
                "1) Use each channel for its topic.\n2) Advertise in one channel only.\n\nArticle 3 (Sanctions)\n"
                "These are the sanctions.\na. At first you are muted for 3 days.\nb. Then it is 30 days.\n\n"
                "Article 4 (Appeals)\nAppeal within 7 days.\n"
            ),
            ["Article 1 (Purpose)", "Article 2 (Channels)", "Article 3 (Sanctions)", "Article 4 (Appeals)"],
        ),
    ],
)
def test_articles_of_rules_are_sections_and_their_letters_items(rules: str, headings: list[str]) -> None:
    sections = import_page(rules.encode(), name="rules.txt", edition=EDITION).corpus.documents[0].sections
    assert [(section.heading, section.level) for section in sections] == [(heading, 2) for heading in headings]
    assert [sum(line.kind is LineKind.BULLET for line in section.lines) for section in sections] == [0, 2, 2, 0]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("page.txt", "{title}\n\n1. {first}\n2. {second}\n3) {third}\n"),
        ("page.md", "# {title}\n\n## {title}\n\n1. {first}\n2. {second}\n3. {third}\n"),
        (
            "page.html",
            "<html><body><h1>{title}</h1><h2>{title}</h2><ol><li>{first}</li><li><p>{second}</p></li><li>{third}</li></ol></body></html>",
        ),
    ],
)
@pytest.mark.parametrize(
    ("title", "items"),
    [
        ("서버 규칙", ("서로 존중해요.", "광고는 안 돼요.", "스포일러는 가려요.")),
        ("Server Rules", ("Be kind.", "No adverts.", "Hide spoilers.")),
    ],
)
def test_the_numbers_of_a_list_are_kept_beside_its_items(
    name: str, page: str, title: str, items: tuple[str, str, str]
) -> None:
    text = page.format(title=title, **dict(zip(("first", "second", "third"), items, strict=True)))
    (section,) = import_page(text.encode(), name=name, edition=EDITION).corpus.documents[0].sections
    assert [(line.text, line.ordinal) for line in section.lines] == list(zip(items, (1, 2, 3), strict=True))


@pytest.mark.parametrize("items", ["① 물을 끓여요.\n② 차를 넣어요.", "a. Boil water.\nb. Add the tea."])
def test_signs_and_letters_are_no_numbers(items: str) -> None:
    assert [row.item_number for row in read_rows(items)] == [None, None]
