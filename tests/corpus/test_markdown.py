"""Markdown articles: what is read, what is refused, and the way back."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import CorpusError
from config.language import Language
from corpus.document import Document, Line, LineKind, Section
from corpus.markdown import parse_document, render_document
from corpus.section_builder import SectionBuilder

FRONT_MATTER = "---\ntitle: Tea\nlanguage: en\nedition: 2026-11-21\nsource: A leaflet.\n---\n"


def lines_of(text: str) -> list[tuple[str, str]]:
    document = parse_document(f"{FRONT_MATTER}## Green\n\n{text}", path="tea.md")
    return [(line.kind.value, line.text) for line in document.sections[0].lines]


def refusal(text: str) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        parse_document(text, path="tea.md")
    for language in Language:
        assert "tea.md" in caught.value.sentence(language)
    return caught.value


def test_a_document_has_its_front_matter_its_outline_and_the_lines_of_its_file() -> None:
    text = FRONT_MATTER + "\n## Green\n\nIt is mild.\n\n### Korea\n\n- Boseong\n- Hadong\n\n## Black\n\nStrong.\n"
    document = parse_document(text, path="tea.md")
    assert (document.title, document.language, document.edition) == ("Tea", Language.ENGLISH, "2026-11-21")
    assert document.source == "A leaflet."
    assert [section.outline for section in document.sections] == [(1,), (1, 1), (2,)]
    assert document.sections[1].heading_path == ("Green", "Korea")
    assert [(line.text, line.number) for line in document.sections[1].lines] == [("Boseong", 14), ("Hadong", 15)]


@pytest.mark.parametrize("items", [("Boseong", "Hadong", "Jeju"), ("보성", "하동", "제주")])
def test_items_of_a_numbered_list_know_their_numbers(items: tuple[str, ...]) -> None:
    text = FRONT_MATTER + f"## Green\n\n1. {items[0]}\n2. {items[1]}\n\n- {items[2]}\n"
    lines = parse_document(text, path="tea.md").sections[0].lines
    assert [(line.text, line.ordinal) for line in lines] == [(items[0], 1), (items[1], 2), (items[2], None)]


def test_a_korean_document_has_its_front_matter_and_its_outline() -> None:
    front_matter = "---\ntitle: 차\nlanguage: ko\nedition: 2026-11-21\nsource: 안내문\n---\n"
    document = parse_document(front_matter + "\n## 녹차\n\n순합니다.\n\n### 한국\n\n- 보성\n", path="차.md")
    assert (document.title, document.language) == ("차", Language.KOREAN)
    assert [section.heading_path for section in document.sections] == [("녹차",), ("녹차", "한국")]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("It is **very** *mild*.", "It is very mild."),
        ("See [the *guide*](https://example.org) or `tea`.", "See the guide or tea."),
        ("One line\nand the next.", "One line and the next."),
        ("A break  \nhere<br>and<br/>there.", "A break here and there."),
        ("![A leaf](leaf.png) of tea &amp; milk", "A leaf of tea & milk"),
        ("H<sub>2</sub>O", "H2O"),
        (r"5 \* 3", "5 * 3"),
        ("보성 **녹차**는 순합니다.", "보성 녹차는 순합니다."),
    ],
)
def test_inline_markup_becomes_its_text(markdown: str, text: str) -> None:
    assert lines_of(markdown) == [("paragraph", text)]


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("1. Boil\n2. Pour", [("bullet", "Boil"), ("bullet", "Pour")]),
        ("- Green\n  - Mild\n- Black", [("bullet", "Green"), ("bullet", "Mild"), ("bullet", "Black")]),
        ("- Boil\n  it\n\n  well.\n-\n", [("bullet", "Boil it well.")]),
        ("> Quoted.\n>\n> - So", [("paragraph", "Quoted."), ("bullet", "So")]),
        ("| Tea | °C |\n|--|--|\n| Green | 70 |", [("bullet", "Tea: Green; °C: 70")]),
        ("Before\n\n---\n\n<!-- a note -->\n\nAfter", [("paragraph", "Before"), ("paragraph", "After")]),
    ],
)
def test_other_blocks_are_read_as_lines(markdown: str, lines: list[tuple[str, str]]) -> None:
    assert lines_of(markdown) == lines


def test_a_heading_may_repeat_the_title_and_is_not_rendered() -> None:
    document = parse_document(FRONT_MATTER + "\n# Tea\n\n## Green\n\nMild.\n", path="tea.md")
    assert "# Tea" not in render_document(document).splitlines()


@pytest.mark.parametrize("heading", ["# Tea\n\n", ""])
def test_text_under_the_title_alone_stands_in_a_section_of_that_name(heading: str) -> None:
    document = parse_document(f"{FRONT_MATTER}{heading}A drink.\n\n## Green\n\nMild.\n", path="tea.md")
    assert document.title == "Tea"
    assert [section.heading for section in document.sections] == ["Tea", "Green"]


def test_a_title_that_looks_like_a_number_is_a_title() -> None:
    text = FRONT_MATTER.replace("title: Tea", "title: 2026") + "## Green\n\nMild."
    assert parse_document(text, path="tea.md").title == "2026"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "corpus.no_front_matter"),
        ("## Green\n\nMild.", "corpus.no_front_matter"),
        ("---\ntitle: [\n---\n## Green\n\nMild.", "corpus.malformed_front_matter"),
        ("---\njust words\n---\n## Green\n\nMild.", "corpus.malformed_front_matter"),
        ("---\n---\n## Green\n\nMild.", "corpus.missing_field"),
        (FRONT_MATTER.replace("title: Tea", "title:"), "corpus.missing_field"),
        (FRONT_MATTER.replace("source: A leaflet.", "source: [a, b]"), "corpus.missing_field"),
        (FRONT_MATTER.replace("language: en", "language: fr"), "corpus.unknown_language"),
        (FRONT_MATTER.replace("2026-11-21", "2026-13-45"), "corpus.bad_edition"),
        (FRONT_MATTER.replace("2026-11-21", "yesterday"), "corpus.bad_edition"),
        (FRONT_MATTER, "corpus.empty_document"),
        (FRONT_MATTER + "## Green\n", "corpus.empty_document"),
    ],
)
def test_an_unusable_head_or_an_empty_page_is_refused(text: str, key: str) -> None:
    assert refusal(text).key == key


@pytest.mark.parametrize(
    ("body", "key", "line"),
    [
        ("## Green\n\n#### Boseong\n\nMild.", "corpus.heading_jump", 9),
        ("### Green\n\nMild.", "corpus.heading_jump", 7),
        ("## A\n### B\n#### C\n##### D\n\nMild.", "corpus.heading_too_deep", 10),
        ("# Coffee\n\n## Green\n\nMild.", "corpus.other_title", 7),
        ("# Tea\n# Tea\n\n## Green\n\nMild.", "corpus.second_title", 8),
        ("## Green\n\nMild.\n\n# Tea", "corpus.second_title", 11),
        ("##\n\nMild.", "corpus.empty_heading", 7),
        ("## Green\n\n```\nprint()\n```", "corpus.unreadable_block", 9),
        ("## Green\n\n<div>Mild.</div>", "corpus.unreadable_block", 9),
        ("## Green\n\n- Mild\n\n      print()", "corpus.unreadable_block", 11),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(body: str, key: str, line: int) -> None:
    error = refusal(FRONT_MATTER + body)
    assert (error.key, error.fields["line"]) == (key, line)
    assert str(line) in error.sentence(Language.KOREAN)
    assert str(line) in error.sentence(Language.ENGLISH)


MARKUP = st.sampled_from(
    ["#", "##", "- ", "+", "*", "_", "1.", "2) ", ">", "`", "~~~", "---", "===", "[a]: b", "<b>", "&amp;"]
)
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
TEXTS = (
    st.lists(MARKUP | PLAIN | st.sampled_from(["차", "Llama 4", "128K", "\\", "|", " "]), min_size=1, max_size=6)
    .map(lambda parts: " ".join("".join(parts).split()))
    .filter(bool)
)

ORDINALS = st.none() | st.integers(0, 999)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    builder = SectionBuilder()
    for _ in range(draw(st.integers(1, 3))):
        level = draw(st.sampled_from([level for level in (2, 3, 4) if builder.allows(level)]))
        builder.heading(level, draw(TEXTS), 0)
        for kind, text, ordinal in draw(st.lists(st.tuples(st.sampled_from(LineKind), TEXTS, ORDINALS), max_size=4)):
            builder.line(Line(kind, text, 0, ordinal if kind is LineKind.BULLET else None))
    builder.line(Line(LineKind.PARAGRAPH, "Last.", 0))
    return Document(
        language=draw(st.sampled_from(Language)),
        title=draw(TEXTS),
        edition=draw(st.dates(min_value=date(1000, 1, 1))).isoformat(),
        source=draw(TEXTS),
        sections=builder.sections(),
    )


def without_numbers(document: Document) -> Document:
    def bare(section: Section) -> Section:
        lines = tuple(dataclasses.replace(line, number=0) for line in section.lines)
        return dataclasses.replace(section, lines=lines, number=0)

    return dataclasses.replace(document, sections=tuple(bare(section) for section in document.sections))


@settings(max_examples=60)
@given(documents())
def test_a_rendered_document_is_read_as_itself(document: Document) -> None:
    assert without_numbers(parse_document(render_document(document), path="any.md")) == document


@given(st.lists(MARKUP | PLAIN | st.sampled_from(["\n", "\n\n", "\t", "    "]), max_size=20).map("".join))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        document = parse_document(FRONT_MATTER + text, path="any.md")
    except CorpusError as error:
        sentences = [error.sentence(language) for language in Language]
    else:
        sentences = []
        assert all(line.text and "\n" not in line.text for section in document.sections for line in section.lines)
    assert all("any.md" in sentence for sentence in sentences)
