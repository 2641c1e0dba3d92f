"""Pages that change between Korean and English all along, and pages that only seem to."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.language import Language
from corpus.document import Document
from corpus.glossary import Glossary
from corpus.importing.block import Block, BlockKind
from corpus.importing.importer import ImportedPage, import_page
from corpus.importing.interleaved import deal
from corpus.parity import check_parity

TITLE = ("숲 학교", "The Forest School")
SECTIONS = (
    (
        ("소개와 인사", "Who We Are"),
        (
            "학교는 2015년에 문을 열었습니다. 어린이는 48명입니다.",
            "The school opened in 2015. It has 48 children in all.",
        ),
        ("숲은 걸어서 10분 거리에 있습니다.", "The forest is a walk of 10 minutes away."),
    ),
    (
        ("수업료", "Fees"),
        ("수업료는 한 달에 120,000원입니다.", "The fee is 120,000 won for every month."),
        ("형제는 수업료를 20% 깎아 드립니다.", "Brothers and sisters get 20% off the fee."),
    ),
    (
        ("연락처", "Contact"),
        ("전화는 02-555-0100으로 걸어 주세요.", "Please call the office on 02-555-0100."),
        ("사무실은 저녁 6시에 문을 닫습니다.", "The office closes at 6 in the evening."),
    ),
)
ORDERS = pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["Korean first", "English first"])


def imported(text: str, name: str = "page.md") -> ImportedPage:
    return import_page(text.encode(), name=name, edition=date(2026, 11, 21))


def told(document: Document) -> list[str | list[str]]:
    return [part for one in document.sections for part in (one.heading, [line.text for line in one.lines])]


def expected(side: int) -> list[str | list[str]]:
    return [part for heading, *lines in SECTIONS for part in (heading[side], [line[side] for line in lines])]


def assert_both(page: ImportedPage) -> None:
    assert page.corpus.languages == (Language.KOREAN, Language.ENGLISH)
    for side, document in enumerate(page.corpus.documents):
        assert document.title == TITLE[side]
        assert told(document) == expected(side)
    assert check_parity(page.corpus, Glossary.load(None)) == ()
    assert [one.foreign_lines for one in page.report] == [0, 0]


def in_turns(order: tuple[int, int], mark: str, *, apart: str = "\n\n", below: str = "") -> str:
    """Every heading and paragraph in one language, then in the other."""
    text = [f"{mark[1:]}{TITLE[side]}" for side in order]
    for heading, *lines in SECTIONS:
        text += [f"{mark if side == order[0] else below or mark}{heading[side]}" for side in order]
        text += [line[side] for line in lines for side in order]
    return apart.join(text)


class TestDealtPages:
    @ORDERS
    @pytest.mark.parametrize("below", ["", "### "])
    def test_paragraph_by_paragraph_with_marked_headings(self, order: tuple[int, int], below: str) -> None:
        assert_both(imported(in_turns(order, "## ", below=below)))

    @ORDERS
    @pytest.mark.parametrize("apart", ["\n", "\n\n"])
    def test_paragraph_by_paragraph_as_plain_text(self, order: tuple[int, int], apart: str) -> None:
        text = in_turns(order, "", apart=apart)
        page = imported(text, "page.txt")
        for side, document in enumerate(page.corpus.documents):
            assert told(document) == expected(side)
        assert [one.title for one in page.corpus.documents] == list(TITLE)
        lines = text.split("\n")
        for document in page.corpus.documents:
            assert all(lines[line.number - 1] == line.text for one in document.sections for line in one.lines)

    @ORDERS
    def test_section_by_section(self, order: tuple[int, int]) -> None:
        parts = [f"# {TITLE[order[0]]} / {TITLE[order[1]]}"]
        for heading, *lines in SECTIONS:
            for side in order:
                parts += [f"## {heading[side]}", *(line[side] for line in lines)]
        assert_both(imported("\n\n".join(parts)))

    @ORDERS
    @pytest.mark.parametrize("mark", [" / ", "/", " · ", " | ", " - ", " — "])
    @pytest.mark.parametrize("apart", ["\n\n", "\n", " / "])
    def test_headings_in_both_languages_on_one_line(self, order: tuple[int, int], mark: str, apart: str) -> None:
        parts = [f"# {mark.join(TITLE[side] for side in order)}"]
        for heading, *lines in SECTIONS:
            parts.append(f"## {mark.join(heading[side] for side in order)}")
            parts += [apart.join(line[side] for side in order) for line in lines]
        assert_both(imported("\n\n".join(parts)))

    @pytest.mark.parametrize("form", ["{} {}", "{} ({})"])
    def test_headings_in_both_languages_without_a_mark(self, form: str) -> None:
        parts = [f"# {form.format(*TITLE)}"]
        for heading, *lines in SECTIONS:
            parts += [f"## {form.format(*heading)}", *(line[side] for line in lines for side in (0, 1))]
        assert_both(imported("\n\n".join(parts)))

    def test_the_number_of_a_heading_stands_in_both_languages(self) -> None:
        text = "\n".join(
            [" / ".join(TITLE)]
            + [
                one
                for number, (heading, *lines) in enumerate(SECTIONS, start=1)
                for one in [f"{number}. {' · '.join(heading)}", *(line[side] for line in lines for side in (0, 1))]
            ]
        )
        headings = [[one.heading for one in document.sections] for document in imported(text, "a.txt").corpus.documents]
        assert headings == [
            ["1. 소개와 인사", "2. 수업료", "3. 연락처"],
            ["1. Who We Are", "2. Fees", "3. Contact"],
        ]

    @pytest.mark.parametrize("alone", [0, 1], ids=["Korean", "English"])
    @pytest.mark.parametrize("mark", ["## ", ""], ids=["marked", "bare"])
    def test_a_heading_in_one_language_over_text_in_both_stands_in_both(self, alone: int, mark: str) -> None:
        order = (alone, 1 - alone)
        parts = [f"{mark[1:]}{TITLE[alone]}"]
        for heading, *lines in SECTIONS:
            parts += [f"{mark}{heading[alone]}", *(line[side] for line in lines for side in order)]
        page = imported("\n\n".join(parts), "page.md" if mark else "page.txt")
        for side, document in enumerate(page.corpus.documents):
            assert document.title == TITLE[alone]
            assert [one.heading for one in document.sections] == [heading[alone] for heading, *_ in SECTIONS]
            assert [[line.text for line in one.lines] for one in document.sections] == [
                [line[side] for line in lines] for _, *lines in SECTIONS
            ]

    def test_neighbours_in_html(self) -> None:
        parts = ["<h1>" + " / ".join(TITLE) + "</h1>"]
        for heading, *lines in SECTIONS:
            parts += [
                f'<{tag} lang="{language}">{text}</{tag}>'
                for tag, pair in (("h2", heading), *(("p", line) for line in lines))
                for language, text in zip(("ko", "en"), pair, strict=True)
            ]
        assert_both(imported(f"<html><body><main>{''.join(parts)}</main></body></html>", "page.html"))

    @pytest.mark.parametrize(
        ("table", "rows"),
        [
            (
                "| 구분 / Type | 요금 / Fare |\n|---|---|\n| 성인 / Adult | 무료 / free |\n| 아이 / Child | – |",
                (
                    ["구분: 성인; 요금: 무료", "구분: 아이; 요금: –"],
                    ["Type: Adult; Fare: free", "Type: Child; Fare: –"],
                ),
            ),
            (
                "| 한국어 | English |\n|---|---|\n| 간식은 무료 | Snacks are free |\n| 버스 | The bus |",
                (["간식은 무료", "버스"], ["Snacks are free", "The bus"]),
            ),
            (
                "- 대상: 시민 / Who: residents\n- 사용료 / Fee: 무료 / none",
                (["대상: 시민", "사용료: 무료"], ["Who: residents", "Fee: none"]),
            ),
            ("- 어른\n- Adults\n- 아이\n- Children", (["어른", "아이"], ["Adults", "Children"])),
            ("- 물\n- Java\n- 빵\n- Water\n- Java\n- Bread", (["물", "Java", "빵"], ["Water", "Java", "Bread"])),
        ],
    )
    def test_lists_and_tables(self, table: str, rows: tuple[list[str], list[str]]) -> None:
        page = imported(f"{in_turns((0, 1), '## ')}\n\n{table}\n")
        closing = [[line[side] for line in SECTIONS[-1][1:]] for side in (0, 1)]
        assert [[line.text for line in one.sections[-1].lines] for one in page.corpus.documents] == [
            [*above, *below] for above, below in zip(closing, rows, strict=True)
        ]


KOREAN_ARTICLE = """# 라마 이야기

## Introduction

메타는 2025년 4월 5일에 새 모델을 발표했습니다. 모델은 모두 세 가지입니다.

{0}

이 말은 큰 관심을 모았습니다.

## Benchmark

시험에서는 좋은 점수를 받았습니다. 점수는 1,417점이었습니다.

{1}

앞으로의 일은 아무도 모릅니다.

## Llama 4 Scout

가장 작은 모델은 그래픽 카드 한 장에서 돌아갑니다.

{2}

누구나 받아서 쓸 수 있습니다.
"""
ENGLISH_ARTICLE = """# The Llama

## 서론

Meta announced a new model on 5 April 2025. There are three models in all.

{0}

These words were read by many people.

## 성능

In the tests it reached a very good score. The score was 1,417 points.

{1}

Nobody knows what the future will bring.

## 스카우트

The smallest of the models runs on one graphics card.

{2}

Anybody may fetch it and use it. Those who want to change it for work of their own may do so, and need to ask nobody.
The two larger models are for those who have a whole rack of machines at hand, and for the people who rent them.
"""
ENGLISH_QUOTES = (
    '"We are proud of what the whole team has built."',
    '"It is not what I had hoped to see."',
    '"I think that this is the real news here."',
)
KOREAN_QUOTES = (
    '"우리 팀이 만든 것이 자랑스럽습니다."',
    '"제가 바라던 것은 아니었습니다."',
    '"저는 이것이 진짜 소식이라고 생각합니다."',
)


class TestOtherPages:
    @pytest.mark.parametrize(
        ("article", "inserted", "language"),
        [
            (KOREAN_ARTICLE, ENGLISH_QUOTES, Language.KOREAN),
            (ENGLISH_ARTICLE, KOREAN_QUOTES, Language.ENGLISH),
            (
                KOREAN_ARTICLE,
                ("```\npip install llama\n```", "Llama 4 Maverick", "Meta AI, Menlo Park"),
                Language.KOREAN,
            ),
            (ENGLISH_ARTICLE, ("라마", "메타 코리아", "서울특별시"), Language.ENGLISH),
            (
                KOREAN_ARTICLE,
                ("- PC / 모바일\n- 맥 / Linux", "- 전문가 혼합 / Mixture of Experts", ""),
                Language.KOREAN,
            ),
        ],
    )
    def test_quotes_code_and_names_stay_where_they_are(
        self, article: str, inserted: tuple[str, ...], language: Language
    ) -> None:
        page = imported(article.format(*inserted))
        assert page.corpus.languages == (language,)
        assert page.missing_language is language.other
        text = " ".join(line.text for one in page.corpus.documents[0].sections for line in one.lines)
        assert all(word in text for word in " ".join(inserted).replace("```", "").split() if word != "-")

    @ORDERS
    def test_one_change_of_language_is_none_of_its_business(self, order: tuple[int, int]) -> None:
        parts = []
        for side in order:
            parts.append(f"# {TITLE[side]}")
            for heading, *lines in SECTIONS:
                parts += [f"## {heading[side]}", *(line[side] for line in lines)]
        assert_both(imported("\n\n".join(parts)))
        assert deal([Block(BlockKind.BARE, re.sub("^#+ ", "", part), 1) for part in parts]) is None

    @pytest.mark.parametrize(
        ("article", "quotes", "count"), [(KOREAN_ARTICLE, ENGLISH_QUOTES, 3), (ENGLISH_ARTICLE, KOREAN_QUOTES, 3)]
    )
    def test_what_is_not_dealt_is_counted(self, article: str, quotes: tuple[str, ...], count: int) -> None:
        assert imported(article.format(*quotes)).report[0].foreign_lines == count
        assert imported(article.format(quotes[0], "", "")).report[0].foreign_lines == 0


kinds = st.sampled_from(BlockKind)
texts = st.sampled_from(
    [
        text
        for pair in (TITLE, *(pair for section in SECTIONS for pair in section))
        for text in (*pair, " / ".join(pair))
    ]
    + ["2026", "https://forest.example", "소개 / About: 12 / 12", "가; B; 3"]
)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.builds(Block, kinds, texts, st.just(1)), max_size=40))
def test_nothing_is_lost_and_all_stays_in_order(blocks: list[Block]) -> None:
    numbered = [
        Block(block.kind, block.text, number, level=2 * (block.kind is BlockKind.HEADING))
        for number, block in enumerate(blocks, start=1)
    ]
    dealt = deal(numbered)
    if dealt is None:
        return
    for side in dealt:
        assert [block.number for block in side] == sorted(block.number for block in side)
    assert {block.number for side in dealt for block in side} == {block.number for block in numbered}
    words = [{word for block in side for word in re.findall(r"\w+", block.text)} for side in dealt]
    assert words[0] | words[1] == {word for block in numbered for word in re.findall(r"\w+", block.text)}
