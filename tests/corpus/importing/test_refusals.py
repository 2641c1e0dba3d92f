"""What cannot be imported is refused in one sentence that names the remedy, in both languages."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from config.errors import CorpusError
from config.language import Language
from config.messages import area, message
from corpus.importing.decoding import MAX_SIZE_BYTES, clean, decode, read_upload
from corpus.importing.importer import import_page

EDITION = date(2026, 11, 21)
GERMAN = """# Der Leuchtturm

## Geschichte

Der Turm wurde im Jahr 1903 gebaut und ist bis heute in Betrieb. Die Mauern sind unten zwei Meter dick und das Licht ist
noch aus einer Entfernung von achtzehn Seemeilen zu sehen. Der letzte Wärter war nicht allein, mit ihm lebten eine Frau
und drei Kinder auf dem Felsen.
"""
JAPANESE = "# 灯台\n\n## 歴史\n\nこの灯台は1903年に初めて点灯されました。今は博物館として使われています。\n"
KOREAN = "등대 이야기\n\n서론\n\n등대는 1903년에 불을 밝혔습니다.\n\n결론\n\n불은 아직 꺼지지 않았습니다.\n"
ENGLISH = "The Lamp\n\nIntroduction\n\nIt was lit in 1903.\n\nConclusion\n\nIt is not out.\n"


def refusal(data: bytes, name: str = "page.txt") -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        import_page(data, name=name, edition=EDITION)
    for language in Language:
        sentence = caught.value.sentence(language)
        assert "\n" not in sentence
        assert name in sentence
    return caught.value


def zipped(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, "text")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\ufeff\u200b\u3164 \n".encode(), b"\xff\xfe \x00"]
)
def test_empty_or_blank(data: bytes) -> None:
    assert refusal(data).key == "importing.empty"


def test_more_than_the_limit() -> None:
    assert refusal(b"a" * (MAX_SIZE_BYTES + 1)).key == "importing.too_large"


def test_more_lines_than_any_article() -> None:
    assert refusal(b"The Lamp\n" * 20_001).key == "importing.too_many_lines"


@pytest.mark.parametrize("node", ["<div>", "<b></b>", "<p>It was lit.", "<br>", "<!---->", "<?a>"])
def test_more_elements_than_any_article_are_refused_before_a_tree_is_made_of_them(
    node: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "<html><h1>The Lamp</h1><h2>Past</h2><p>It was lit in 1903.</p>"
    with monkeypatch.context() as unread:
        unread.setattr("corpus.importing.importer.read_html", pytest.fail)
        assert refusal(f"{page}{node * 50_000}".encode(), "page.html").key == "importing.too_many_elements"
    assert import_page(f"{page}{node * 1_000}</html>".encode(), name="page.html", edition=EDITION).corpus.documents


@pytest.mark.parametrize("mark", ["[", "*", "_", "`", "<b>", "&", "\\"])
def test_more_signs_of_markdown_than_any_article(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for reader in ("read_markdown", "parse_document"):
        monkeypatch.setattr(f"corpus.importing.importer.{reader}", pytest.fail)
    page = "## Past\n\nIt was lit.\n\n" + f"{mark * 10}\n" * 5_001
    edition = "---\ntitle: The Lamp\nlanguage: en\nedition: 2026-11-21\nsource: Test\n---\n\n"
    for opening in ("# The Lamp\n\n", edition):
        assert refusal(f"{opening}{page}".encode()).key == "importing.too_many_marks"


@pytest.mark.parametrize("unit", ["[a](b) ", "가"])
def test_a_line_longer_than_any_paragraph(unit: str) -> None:
    assert refusal(f"# T\n\n## H\n\n{unit * 100_001}".encode()).key == "importing.line_too_long"


@pytest.mark.parametrize("cells", ["", "before"])
def test_rows_without_cells_are_no_lines(cells: str) -> None:
    page = f"<html><h1>The Lamp</h1><h2>Past</h2><table><tr>{cells}</tr></table><p>It was lit.</p></html>"
    (document,) = import_page(page.encode(), name="page.html", edition=EDITION).corpus.documents
    assert all(line.text for section in document.sections for line in section.lines)


@pytest.mark.parametrize(
    ("data", "key", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "importing.binary_image", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "importing.binary_image", "JPEG"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "importing.binary_image", "WebP"),
        (b"%PDF-1.7\n%\xe2\xe3", "importing.binary_document", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "importing.binary_document", "DOC / HWP"),
        (zipped("[Content_Types].xml", "word/document.xml"), "importing.binary_document", "DOCX"),
        (zipped("a.txt"), "importing.binary_archive", "ZIP"),
        (b"\x1f\x8b\x08\x00", "importing.binary_archive", "GZIP"),
        (b"GGUF\x03\x00\x00\x00", "importing.binary_other", "GGUF"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "importing.web_archive",
            "MHTML",
        ),
    ],
)
def test_formats_that_are_not_text_are_named(data: bytes, key: str, kind: str) -> None:
    error = refusal(data)
    assert (error.key, error.fields["kind"]) == (key, kind)


def test_other_bytes_with_nul_are_binary() -> None:
    assert refusal(b"abc\x00\x01\x02def").key == "importing.binary_unknown"


@pytest.mark.parametrize(
    "data",
    [
        b"\xc3\x28\xa0\xa1\xe2\x28\xa1",
        "Café – “The Lamp” and its naïve keeper".encode("cp1252"),
        "灯台の歴史、この灯台は".encode("shift_jis"),
        b"\xff\xfea",
    ],
)
def test_undecodable_bytes(data: bytes) -> None:
    assert refusal(data).key == "importing.undecodable"


@pytest.mark.parametrize("text", [GERMAN, JAPANESE, "# Маяк\n\n## История\n\nМаяк построен в 1903 году.\n"])
def test_neither_korean_nor_english(text: str) -> None:
    assert refusal(text.encode()).key == "importing.unknown_language"


@pytest.mark.parametrize("text", ["Just one sentence about a lamp.", "등대에 관한 한 문장입니다.", "The Lamp"])
def test_no_headings(text: str) -> None:
    assert refusal(text.encode()).key == "importing.no_headings"


@pytest.mark.parametrize("text", ["Skip to content\nPublished on\n\nAuthors\n", "본문 바로가기\n게시일\n작성자\n"])
def test_nothing_but_navigation(text: str) -> None:
    assert refusal(text.encode()).key == "importing.only_navigation"


def test_html_without_text_is_nothing_but_navigation() -> None:
    page = b"<!DOCTYPE html><html><body><nav><a>Home</a></nav><script>1</script></body></html>"
    assert refusal(page).key == "importing.only_navigation"


@pytest.mark.parametrize("text", ["# The Lamp\n\n## History\n\n## Light\n", "# 등대\n\n## 역사\n\n## 불빛\n"])
def test_headings_without_any_text(text: str) -> None:
    assert refusal(text.encode()).key == "importing.no_content"


def test_two_articles_in_one_language() -> None:
    capture = "The Lamp\n- History\n- Light\nHistory\nIt was lit in 1903.\nLight\nIt is seen from afar.\n"
    assert refusal((capture + capture.replace("Lamp", "Bell").replace("History", "Past")).encode()).key == (
        "importing.two_of_a_language"
    )


@pytest.mark.parametrize("depth", [1_000, 10_000])
def test_deeply_nested_html_is_read_without_running_out_of_stack(depth: int) -> None:
    inner = "<h2>History</h2><p>It was lit in 1903.</p>"
    page = f"<html><body><h1>The Lamp</h1>{'<div><b>' * depth}{inner}{'</b></div>' * depth}</body></html>"
    document = import_page(page.encode(), name="deep.html", edition=EDITION).corpus.documents[0]
    assert [line.text for line in document.sections[0].lines] == ["It was lit in 1903."]


def test_deeply_nested_markdown_lists_are_read() -> None:
    nested = "\n".join(f"{'  ' * depth}- item {depth}" for depth in range(500))
    page = import_page(f"# The Lamp\n\n## History\n\n{nested}\n".encode(), name="deep.md", edition=EDITION)
    assert page.report[0].sections == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_encodings_of_korean_text(encoding: str) -> None:
    assert decode(KOREAN.encode(encoding), name="page.txt") == KOREAN.rstrip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "ascii"])
def test_encodings_of_english_text(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), name="page.txt") == ENGLISH.rstrip()


def test_invisible_and_direction_changing_characters_are_dropped() -> None:
    assert clean("a\u200bb\u202ec\u2066d\x00e\u00adf\ufeffg\u3164h\u00a0i\U000e0041") == "abcdefg h i"


def test_decomposed_hangul_is_composed() -> None:
    assert clean("\u1112\u1162\u1110\u1162") == "해태"


class TestReadUpload:
    def test_returns_the_bytes(self, tmp_path: Path) -> None:
        (tmp_path / "page.txt").write_bytes(b"text")
        assert read_upload(tmp_path / "page.txt") == b"text"

    def test_refuses_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError) as caught:
            read_upload(tmp_path / "none.txt")
        assert caught.value.key == "importing.missing_file"

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError) as caught:
            read_upload(tmp_path)
        assert caught.value.key == "importing.not_a_file"

    def test_refuses_a_large_file_by_its_size_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "large.txt"
        with path.open("wb") as file:
            file.truncate(50 * 1024 * 1024)
        with pytest.raises(CorpusError) as caught:
            read_upload(path)
        assert caught.value.key == "importing.too_large"
        assert "2.0 MB" in str(caught.value)


def test_every_message_reads_in_both_languages() -> None:
    fields = dict.fromkeys(("name", "path", "kind", "limit_mb", "limit", "problem", "date"), "X")
    for name, texts in area("importing").items():
        assert set(texts) == {"en", "ko"}
        for language in Language:
            assert message(f"importing.{name}", language, **fields)
