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
