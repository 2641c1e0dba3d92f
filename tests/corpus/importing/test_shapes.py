"""Outlines of every shape, rendered as raw captures of both kinds, are imported back as they were."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from config.errors import CorpusError
from config.language import Language
from corpus.document import Document, LineKind
from corpus.importing.importer import import_page
from corpus.importing.writing import write_corpus
from corpus.loading import corpus_digest, load_corpus
from corpus.markdown import parse_document, render_document

EDITION = date(2026, 11, 21)
briefly = settings(deadline=None, max_examples=40)
KINDS = {"p": LineKind.PARAGRAPH, "b": LineKind.BULLET}


@dataclass(frozen=True)
class Shape:
    """A heading of `level`, the kinds of its lines, and which style its heading is written in."""

    level: int
    lines: str
    style: int = 0


Outline = tuple[Shape, ...]


def bodies(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern, fullmatch=True)


styles = st.integers(0, 4)
details = st.lists(st.builds(Shape, st.just(4), bodies("b{1,4}p{0,2}"), styles), min_size=0, max_size=3)
text_topic = st.builds(
    lambda lines, style, below: [Shape(3, lines, style), *below], bodies("p{1,2}(b{1,3}p?)?"), styles, details
)
bare_topic = st.builds(lambda style, below: [Shape(3, "", style), *below], styles, details.filter(bool))
list_topic = st.builds(lambda lines, style: [Shape(3, lines, style)], bodies("b{1,4}p?"), styles)
# A heading over bullets below a topic that begins with text is a detail of it, so topics of lists come first.
topics = st.builds(
    lambda lists, texts: [shape for topic in [*lists, *texts] for shape in topic],
    st.lists(list_topic, max_size=2),
    st.lists(text_topic | bare_topic, max_size=3),
)
sections = st.builds(
    lambda lines, style, below: [Shape(2, lines, style), *below],
    bodies("(p{1,3}(b{1,3}p?)?|b{1,4}p?)?"),
    styles,
    topics,
).filter(lambda section: len(section) > 1 or section[0].lines)
outlines = st.builds(
    lambda some: tuple(shape for one in some for shape in one), st.lists(sections, min_size=1, max_size=5)
)

# Without a contents list sections must show themselves: a heading over a topic, or prose of its own between topics
# that all carry lists.
plain_topic = st.builds(
    lambda style, own, below: [Shape(3, "p" + own, style), *below],
    styles,
    bodies("b{1,3}p?"),
    details,
) | st.builds(
    lambda style, below: [Shape(3, "p", style), *below],
    styles,
    details.filter(bool),
)
plain_section = st.builds(
    lambda style, below: [Shape(2, "", style), *(shape for topic in below for shape in topic)],
    styles,
    st.lists(plain_topic, min_size=1, max_size=3),
)
prose_section = st.builds(lambda lines, style: [Shape(2, lines, style)], bodies("p{1,3}"), styles)
plain_outlines = st.builds(
    lambda first, others: (*first, *(shape for one in others for shape in one)),
    plain_section,
    st.lists(plain_section | prose_section, max_size=4),
)

ENGLISH_STYLES = (
    "Lamp Number {0}",
    "Who Lit Lamp {0}?",
    "Lamp {0}: The Light of the North",
    "Lamp {0} (Built in 1903, Rebuilt, etc.)",
    "How Lamp {0} Came through the Long Storm of the Winter without Losing a Pane of the Glass in Its Lantern",
)
KOREAN_STYLES = (
    "등불 {0}호",
    "등불 {0}호는 누가 켰나요?",
    "등불 {0}호: 북쪽의 빛",
    "등불 {0}호 (1903년 건설, 재건 등)",
    "등불 {0}호가 긴 겨울 폭풍 속에서도 유리 한 장 깨지지 않고 버텨 낸 이야기와 그 뒤에 숨은 사람들",
)


@dataclass(frozen=True)
class Tongue:
    """How a capture in one language is worded."""

    title: str
    styles: tuple[str, ...]
    paragraph: str
    lead_in: str
    bullets: tuple[str, ...]
    left_out: tuple[str, str]

    def heading(self, shape: Shape, number: int) -> str:
        return self.styles[shape.style].format(number)

    def line(self, kind: str, number: int, *, before_list: bool) -> str:
        if kind == "b":
            return self.bullets[number % len(self.bullets)].format(number)
        return (self.lead_in if before_list else self.paragraph).format(number)

    def lines(self, shape: Shape, number: int) -> list[tuple[str, str]]:
        return [
            (kind, self.line(kind, 10 * number + place, before_list=shape.lines[place + 1 : place + 2] == "b"))
            for place, kind in enumerate(shape.lines)
        ]


ENGLISH = Tongue(
    title="The Lamps of the North Coast",
    styles=ENGLISH_STYLES,
    paragraph="The keeper of the {0} lamps wrote that the sea was quiet.",
    lead_in="The {0} lamps of the coast are these:",
    bullets=("Seen from {0} miles", "The lamp was lit {0} times.", "{0} panes of glass in the lantern"),
    left_out=("References", "Thumbnail Image Prompt"),
)
KOREAN = Tongue(
    title="북쪽 바닷가의 등불들",
    styles=KOREAN_STYLES,
    paragraph="등불 {0}개를 지키던 사람은 바다가 조용했다고 적었습니다.",
    lead_in="바닷가의 등불 {0}개는 다음과 같습니다:",
    bullets=("{0}해리 밖에서 보임", "등불을 {0}번 켰습니다.", "등롱의 유리 {0}장"),
    left_out=("참고자료", "썸네일 이미지 프롬프트"),
)


def with_contents(outline: Outline, tongue: Tongue) -> list[str]:
    """One half of a bilingual page: title, contents list, text, references and a thumbnail prompt."""
    headings = [tongue.heading(shape, number) for number, shape in enumerate(outline) if shape.level == 2]
    text = [tongue.title, *(f"- {heading}" for heading in [*headings, *tongue.left_out])]
    for number, shape in enumerate(outline):
        text.append(tongue.heading(shape, number))
        text += [f"- {line}" if kind == "b" else line for kind, line in tongue.lines(shape, number)]
    return [*text, tongue.left_out[0], "- Harbour Archive - Report 12", tongue.left_out[1], tongue.paragraph.format(0)]


def without_contents(outline: Outline, tongue: Tongue) -> str:
    """A page in one language: navigation, blank lines, `•` bullets and no contents list."""
    blocks = ["Skip to content\nPublished on", tongue.title, "Authors"]
    for number, shape in enumerate(outline):
        blocks.append(tongue.heading(shape, number))
        for kind, line in tongue.lines(shape, number):
            if kind == "b" and blocks[-1].startswith("  • "):
                blocks[-1] += f"\n  • {line}"
            else:
                blocks.append(f"  • {line}" if kind == "b" else line)
    return "\n\n".join([*blocks, *tongue.left_out, tongue.paragraph.format(0)])


def imported_shape(document: Document) -> list[tuple[int, str, list[tuple[LineKind, str]]]]:
    return [
        (section.level, section.heading, [(line.kind, line.text) for line in section.lines])
        for section in document.sections
    ]


def expected_shape(outline: Outline, tongue: Tongue) -> list[tuple[int, str, list[tuple[LineKind, str]]]]:
    return [
        (
            shape.level,
            tongue.heading(shape, number),
            [(KINDS[kind], line) for kind, line in tongue.lines(shape, number)],
        )
        for number, shape in enumerate(outline)
    ]


@briefly
@given(outlines)
def test_bilingual_captures(outline: Outline) -> None:
    page = [f"Split View: {KOREAN.title}", *with_contents(outline, KOREAN), *with_contents(outline, ENGLISH)]
    korean, english = import_page("\n".join(page).encode(), name="page.txt", edition=EDITION).corpus.documents
    assert (korean.title, english.title) == (KOREAN.title, ENGLISH.title)
    assert imported_shape(korean) == expected_shape(outline, KOREAN)
    assert imported_shape(english) == expected_shape(outline, ENGLISH)


@briefly
@given(outlines, st.sampled_from([(KOREAN, Language.KOREAN), (ENGLISH, Language.ENGLISH)]))
def test_captures_of_one_language_with_a_contents_list(outline: Outline, tongue: tuple[Tongue, Language]) -> None:
    page = import_page("\n".join(with_contents(outline, tongue[0])).encode(), name="page.txt", edition=EDITION)
    assert page.corpus.languages == (tongue[1],)
    assert imported_shape(page.corpus.documents[0]) == expected_shape(outline, tongue[0])
    assert page.report[0].left_out == tongue[0].left_out


@briefly
@given(plain_outlines, st.sampled_from([KOREAN, ENGLISH]))
def test_captures_without_a_contents_list(outline: Outline, tongue: Tongue) -> None:
    page = import_page(without_contents(outline, tongue).encode(), name="page.txt", edition=EDITION)
    assert page.corpus.documents[0].title == tongue.title
    assert imported_shape(page.corpus.documents[0]) == expected_shape(outline, tongue)
    assert page.report[0].left_out == tongue.left_out


@briefly
@given(plain_outlines)
def test_both_kinds_of_capture_give_the_same_outline(outline: Outline) -> None:
    alone = import_page(without_contents(outline, ENGLISH).encode(), name="page.txt", edition=EDITION)
    page = [*with_contents(outline, KOREAN), *with_contents(outline, ENGLISH)]
    both = import_page("\n".join(page).encode(), name="page.txt", edition=EDITION)
    assert imported_shape(alone.corpus.documents[0]) == imported_shape(both.corpus.documents[1])


markers = [
    "\n",
    "\n\n",
    "- ",
    "• ",
    "1. ",
    "## ",
    "# ",
    "---\n",
    "title: x\n",
    "|",
    "**",
    "\t",
    "```",
    "\\",
    "\u202e",
    "\u200b",
]
tags = ["<h2>", "<p>", "<li>", "</div>", "&amp;"]
words = [
    "The lamp",
    "Introduction",
    "결론",
    "References",
    "Comments",
    "등불",
    "1903",
    "Authors",
    "목차",
    "https://a.b",
    "?",
    "다.",
]
pieces = st.sampled_from([*markers, *tags, *words, "Split View: ", ":", "."])
scraps = st.lists(pieces | st.text(max_size=5), max_size=60).map("".join)


def documents_or_refusal(data: bytes) -> tuple[Document, ...]:
    try:
        return import_page(data, name="scraps", edition=EDITION).corpus.documents
    except CorpusError as refusal:
        for language in Language:
            refusal.sentence(language)
        return ()


@given(scraps)
@example("## \nA")
@example("## \n## A\nB")
@settings(deadline=None, max_examples=200)
def test_any_text_is_either_refused_or_read_into_a_valid_edition(text: str) -> None:
    for document in documents_or_refusal(text.encode(errors="ignore")):
        again = parse_document(render_document(document), path="again.md")
        assert imported_shape(again) == imported_shape(document)


@briefly
@given(st.binary(max_size=200))
def test_any_bytes_are_either_refused_or_read(data: bytes) -> None:
    documents_or_refusal(data)


def test_an_edition_written_by_an_import_is_imported_as_itself(tmp_path: Path) -> None:
    outline = (Shape(2, "p"), Shape(3, "pb"), Shape(4, "bb"), Shape(2, "pp"))
    first = import_page("\n".join(with_contents(outline, KOREAN)).encode(), name="page.txt", edition=EDITION).corpus
    (path,) = write_corpus(first, tmp_path / "out")
    again = import_page(path.read_bytes(), name="ko.md", edition=date(2030, 1, 1)).corpus
    assert corpus_digest(again) == corpus_digest(first) == corpus_digest(load_corpus(tmp_path / "out"))
    assert again.documents[0].edition == "2026-11-21"
