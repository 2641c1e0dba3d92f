"""HTML in the many ways browsers save it."""

from datetime import date

import pytest

from corpus.importing.importer import import_page

PAGES = {
    "en": "<h2>History</h2><p>It was lit in 1903.</p><h2>Light</h2><p>It is seen from afar.</p>",
    "ko": "<h2>역사</h2><p>1903년에 불을 밝혔다.</p><h2>불빛</h2><p>멀리서도 보인다.</p>",
}


def outline(html: str) -> list[tuple[int, str, list[str]]]:
    document = import_page(html.encode(), name="page.html", edition=date(2026, 11, 21)).corpus.documents[0]
    return [(section.level, section.heading, [line.text for line in section.lines]) for section in document.sections]


def title(html: str) -> str:
    return import_page(html.encode(), name="my-page.html", edition=date(2026, 11, 21)).corpus.documents[0].title


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    "junk",
    [
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
        "<nav><h2>Menu</h2><p>Home.</p></nav>",
        "<aside><p>Buy this.</p></aside>",
        "<footer><p>Footer.</p></footer>",
        "<div hidden><p>Hidden.</p></div>",
        "<p style='display: none'>Hidden.</p>",
        "<div role='navigation'><p>Menu.</p></div>",
        "<p aria-hidden='true'>#</p>",
        "<header><p>Published yesterday.</p></header>",
        "<!-- a comment -->",
        "<template><p>Template.</p></template>",
        "<button>Share</button>",
    ],
)
def test_what_is_not_the_article_is_dropped(language: str, junk: str) -> None:
    page = PAGES[language]
    assert outline(f"<html><body><h1>T</h1>{page}{junk}</body></html>") == outline(
        f"<html><body><h1>T</h1>{page}</body></html>"
    )


def test_a_single_article_wins_over_the_rest_of_the_page() -> None:
    page = (
        f"<html><body><p>Before it.</p><article><h1>The Lamp</h1>{PAGES['en']}</article><p>After it.</p></body></html>"
    )
    assert outline(page)[-1] == (2, "Light", ["It is seen from afar."])


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<title>Tab | Site</title>", "<h1>The Lamp</h1>", "The Lamp"),
        ("<title>The Lamp | Site</title>", "", "The Lamp"),
        ("", "", "my page"),
    ],
)
def test_title_is_the_top_heading_else_the_tab_else_the_file(head: str, body: str, expected: str) -> None:
    assert title(f"<html><head>{head}</head><body>{body}{PAGES['en']}</body></html>") == expected


def test_text_without_paragraph_tags_stays_in_its_place() -> None:
    page = "<html><body><h1>T</h1><div><h2>History</h2>Lit in 1903.<h2>Light</h2>Seen from<br>afar.</div></body></html>"
    assert outline(page) == [(2, "History", ["Lit in 1903."]), (2, "Light", ["Seen from", "afar."])]


def test_levels_are_drawn_to_two_to_four_without_a_jump() -> None:
    page = "<html><body><h1>T</h1><h3>A</h3><p>One.</p><h6>B</h6><p>Two.</p><h4>C</h4><p>Three.</p></body></html>"
    assert [(level, heading) for level, heading, _ in outline(page)] == [(2, "A"), (3, "B"), (3, "C")]


def test_top_headings_alone_are_sections() -> None:
    page = f"<html><body><h1>The Lamp</h1>{PAGES['en'].replace('h2', 'h1')}</body></html>"
    assert [(level, heading) for level, heading, _ in outline(page)] == [(2, "History"), (2, "Light")]


def test_a_page_without_headings_is_read_as_its_text() -> None:
    page = (
        "<html><body><p>The Lamp</p><p>Introduction</p><p>Lit in 1903.</p>"
        "<p>Building</p><p>Cost</p><ul><li>27 pounds</li><li>8 pence</li></ul>"
        "<p>Conclusion</p><p>It is not out.</p></body></html>"
    )
    assert outline(page) == [
        (2, "Introduction", ["Lit in 1903."]),
        (2, "Building", []),
        (3, "Cost", ["27 pounds", "8 pence"]),
        (2, "Conclusion", ["It is not out."]),
    ]


def test_declarations_and_saved_from_comments_do_not_disturb() -> None:
    page = f"<html><body><h1>T</h1>{PAGES['en']}</body></html>"
    for prolog in (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>',
        "<!-- saved from url=(0014)about:internet -->\n",
    ):
        assert outline(prolog + page) == outline(page)


def test_broken_markup_is_read() -> None:
    assert outline("<html><body><h1>T<h2>A<p>One.<p>Two.<h2>B<li>three") == [
        (2, "A", ["One.", "Two."]),
        (2, "B", ["three"]),
    ]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<div>어른은 4,000원입니다.</div><div>쉬는 날: 월요일</div>", ["어른은 4,000원입니다.", "쉬는 날: 월요일"]),
        ("<div>Adults pay 4 pounds.</div><div>Closed: Monday</div>", ["Adults pay 4 pounds.", "Closed: Monday"]),
        ("<div>구독하기</div><div>페이스북</div>", []),
        ("<div>Subscribe</div><div>Facebook</div>", []),
        ("<p>물은 10<sup>6</sup> 리터, 넓이는 3 m<sup>2</sup>다.</p>", ["물은 10^6 리터, 넓이는 3 m²다."]),
        ("<p>It holds 10<sup>6</sup> litres on 3 m<sup>2</sup>.</p>", ["It holds 10^6 litres on 3 m²."]),
        ("<p>깊이는 1.2<sup>주1</sup> m다.<sup><a href='#n'>[2]</a></sup></p>", ["깊이는 1.2 m다."]),
        ("<p>It is 1.2<sup>1)</sup> m deep.<sup><a href='#n'>[2]</a></sup></p>", ["It is 1.2 m deep."]),
        ("<p>길이는 <s>20</s> 25 m다.</p>", ["길이는 25 m다."]),
        ("<p>It is <del>20</del> 25 m long.</p>", ["It is 25 m long."]),
        ("<dl><dt>비용</dt><dd>32,000원</dd><dt>강사</dt><dd>김민수</dd></dl>", ["비용: 32,000원", "강사: 김민수"]),
        ("<dl><dt>Price</dt><dd>32 pounds</dd><dt>Teacher</dt><dd>Ann</dd></dl>", ["Price: 32 pounds", "Teacher: Ann"]),
        (
            "<figure><img><figcaption>등대를 지은 날의 모습입니다.</figcaption></figure>",
            ["등대를 지은 날의 모습입니다."],
        ),
        ("<figure><img><figcaption>This is how it looked.</figcaption></figure>", ["This is how it looked."]),
    ],
)
def test_text_is_kept_whatever_element_holds_it(markup: str, lines: list[str]) -> None:
    assert outline(f"<html><body><h1>T</h1><h2>A</h2>{markup}<p>끝이다. 끝이다.</p></body></html>") == [
        (2, "A", [*lines, "끝이다. 끝이다."])
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("음식을 가져갈 수 있나요?", "아니요, 가져갈 수 없어요."), ("May I bring food?", "No, you may not.")],
)
@pytest.mark.parametrize(
    "markup",
    [
        "<details><summary>{question}</summary><p>{answer}</p></details>",
        "<details><summary>{question}</summary><div>{answer}</div></details>",
        "<dl><dt>{question}</dt><dd>{answer}</dd></dl>",
        "<h3><button aria-controls='one'>{question}</button></h3><div id='one' hidden>{answer}</div>",
    ],
)
def test_questions_that_unfold_are_headings_of_their_answers(markup: str, question: str, answer: str) -> None:
    page = f"<html><body><h1>T</h1><h2>A</h2><p>{answer}</p>{markup.format(question=question, answer=answer)}"
    assert outline(page) == [(2, "A", [answer]), (3, question, [answer])]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            (
                "<tr><th rowspan=2>구분</th><th colspan=2>평일</th></tr><tr><th>낮</th><th>저녁</th></tr>"
                "<tr><td rowspan=2>어른</td><td>3,000원</td><td>3,500원</td></tr>"
                "<tr><td colspan=2>단체 2,000원</td></tr>"
            ),
            [
                "구분: 어른; 평일 낮: 3,000원; 평일 저녁: 3,500원",
                "구분: 어른; 평일 낮: 단체 2,000원; 평일 저녁: 단체 2,000원",
            ],
        ),
        (
            (
                "<tr><th rowspan=2>Who</th><th colspan=2>Weekdays</th></tr><tr><th>day</th><th>night</th></tr>"
                "<tr><td rowspan=2>Adult</td><td>£3</td><td>£4</td></tr>"
                "<tr><td colspan=2>group £2</td></tr>"
            ),
            [
                "Who: Adult; Weekdays day: £3; Weekdays night: £4",
                "Who: Adult; Weekdays day: group £2; Weekdays night: group £2",
            ],
        ),
        (
            "<caption>표의 이름</caption><tr><th>설립</th><td>2026년</td></tr><tr><th>대표</th><td>김민수</td></tr>",
            ["표의 이름", "설립: 2026년", "대표: 김민수"],
        ),
        (
            "<caption>Its name</caption><tr><th>Founded</th><td>2026</td></tr><tr><th>Chair</th><td>Ann</td></tr>",
            ["Its name", "Founded: 2026", "Chair: Ann"],
        ),
        (
            "<tr><th>누구</th><th>요금</th></tr><tr><th colspan=2>주말</th></tr><tr><td>어른</td><td>5,000원</td></tr>",
            ["주말", "누구: 어른; 요금: 5,000원"],
        ),
        (
            "<tr><th>Who</th><th>Price</th></tr><tr><th colspan=2>Weekend</th></tr><tr><td>Adult</td><td>£5</td></tr>",
            ["Weekend", "Who: Adult; Price: £5"],
        ),
    ],
)
def test_cells_keep_the_names_they_stand_under(table: str, rows: list[str]) -> None:
    page = f"<html><body><h1>T</h1><h2>A</h2><table>{table}</table><p>끝이다. 끝이다.</p></body></html>"
    assert outline(page) == [(2, "A", [*rows, "끝이다. 끝이다."])]


@pytest.mark.parametrize("span", ["0", "-3", "x", "99999999999", ""])
def test_a_span_no_table_has_is_harmless(span: str) -> None:
    row = f"<tr><td rowspan='{span}' colspan='{span}'>1</td><td>2</td></tr><tr><td>3</td></tr>"
    assert outline(f"<html><body><h1>T</h1><h2>A</h2><table>{row}</table><p>One.</p></body></html>")[0][2][-1] == "One."


def test_an_article_that_is_but_a_card_is_not_the_page() -> None:
    card = "<article><h3>Autumn walk</h3><p>Read it.</p></article>"
    page = f"<html><body><div><h1>The Lamp</h1>{PAGES['en']}{PAGES['en']}</div>{card}</body></html>"
    assert title(page) == "The Lamp"
    assert "History" in [heading for _, heading, _ in outline(page)]


def test_an_article_beside_its_translation_is_half_of_the_page() -> None:
    sections = {
        "ko": "<h2>역사</h2><p>등대는 1903년에 불을 밝혔습니다.</p><h2>불빛</h2><p>먼바다에서도 잘 보입니다.</p>",
        "en": "<h2>History</h2><p>The lamp was lit in 1903.</p><h2>Light</h2><p>It can be seen from afar.</p>",
    }
    halves = {"ko": f"<h1>등대</h1>{sections['ko']}", "en": f"<h1>The Lamp</h1>{sections['en']}"}
    for one, other in (("ko", "en"), ("en", "ko")):
        body = f"<article lang={one}>{halves[one]}</article><div lang={other}>{halves[other]}</div>"
        page = f"<html><body>{body}</body></html>"
        corpus = import_page(page.encode(), name="page.html", edition=date(2026, 11, 21)).corpus
        assert [(document.language, document.title) for document in corpus.documents] == [
            ("ko", "등대"),
            ("en", "The Lamp"),
        ]
