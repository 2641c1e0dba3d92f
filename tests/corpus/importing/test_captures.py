"""Pages as people capture, paste and save them, whole."""

from datetime import date
from itertools import pairwise

import pytest

from config.language import Language
from corpus.document import Document, LineKind
from corpus.importing.importer import ImportedPage, import_page
from tests.places import CAPTURES

EDITION = date(2026, 11, 21)


def imported(name: str) -> ImportedPage:
    return import_page((CAPTURES / name).read_bytes(), name=name, edition=EDITION)


def headings(document: Document) -> list[str]:
    return [f"{'.'.join(map(str, section.outline))} {section.heading}" for section in document.sections]


def document(page: ImportedPage, language: Language) -> Document:
    found = page.corpus.document(language)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def lighthouse() -> ImportedPage:
    return imported("lighthouse-bilingual.txt")


class TestBilingualCapture:
    def test_holds_both_languages_korean_first(self, lighthouse: ImportedPage) -> None:
        assert lighthouse.corpus.languages == (Language.KOREAN, Language.ENGLISH)
        assert lighthouse.missing_language is None

    def test_titles_come_from_the_line_above_each_contents_list(self, lighthouse: ImportedPage) -> None:
        assert [one.title for one in lighthouse.corpus.documents] == [
            "갈매기곶 등대 박물관: 1903년의 불빛이 오늘의 바다를 비추다",
            "The Gull Point Lighthouse Museum: A Light of 1903 over Today's Sea",
        ]

    def test_english_outline(self, lighthouse: ImportedPage) -> None:
        assert headings(document(lighthouse, Language.ENGLISH)) == [
            "1 Introduction: The White Tower at the Point",
            "2 History of the Lighthouse",
            "2.1 Building and First Lighting",
            "2.1.1 Design",
            "2.1.2 Cost",
            "2.2 War and Blackout",
            "3 The Fresnel Lens: Glass That Gathers Light",
            "3.1 A First-Order Lens",
            "3.1.1 Glass",
            "3.1.2 Turning Gear",
            "3.2 Conservation",
            "4 A Day in the Keeper's Life",
            "5 How Do You Get There?",
            "5.1 By Boat",
            "5.2 On Foot",
            "6 Visiting the Museum",
            "7 How the Granite Tower Came Through the Great Storm of 1911 Without Losing a Single Pane of Its Lantern",
            "7.1 Interlocking Stones",
            "7.2 A Tower That Bends",
            "8 Conclusion",
        ]

    def test_korean_outline(self, lighthouse: ImportedPage) -> None:
        assert headings(document(lighthouse, Language.KOREAN))[:6] == [
            "1 서론: 곶 끝의 흰 탑",
            "2 등대의 역사",
            "2.1 건설과 첫 점등",
            "2.1.1 설계",
            "2.1.2 비용",
            "2.2 전쟁과 정전",
        ]

    def test_both_languages_align_line_by_line(self, lighthouse: ImportedPage) -> None:
        korean, english = lighthouse.corpus.documents
        assert [(one.outline, one.level, [line.kind for line in one.lines]) for one in korean.sections] == [
            (one.outline, one.level, [line.kind for line in one.lines]) for one in english.sections
        ]
        assert [group.position for group in korean.groups()] == [group.position for group in english.groups()]

    def test_numbered_lists_become_bullets(self, lighthouse: ImportedPage) -> None:
        section = document(lighthouse, Language.ENGLISH).sections[5]
        assert [line.kind for line in section.lines] == [LineKind.PARAGRAPH] * 2 + [LineKind.BULLET] * 3 + [
            LineKind.PARAGRAPH
        ]
        assert section.lines[3].text == "The north window was bricked up in 1943."

    def test_lines_carry_their_place_in_the_capture(self, lighthouse: ImportedPage) -> None:
        lines = (CAPTURES / "lighthouse-bilingual.txt").read_text(encoding="utf-8").splitlines()
        for one in lighthouse.corpus.documents:
            for section in one.sections:
                assert lines[section.number - 1] == section.heading
                assert all(lines[line.number - 1].endswith(line.text) for line in section.lines)

    def test_report_names_what_was_left_out(self, lighthouse: ImportedPage) -> None:
        korean, english = lighthouse.report
        assert (korean.sections, korean.headings, korean.groups) == (8, 20, 17)
        assert (english.sections, english.headings, english.groups) == (8, 20, 17)
        assert korean.left_out == ("참고자료", "썸네일 이미지 프롬프트")
        assert english.left_out == ("References", "Thumbnail Image Prompt")

    def test_nothing_left_out_remains(self, lighthouse: ImportedPage) -> None:
        texts = "\n".join(
            line.text for one in lighthouse.corpus.documents for group in one.groups() for line in group.lines
        )
        for unwanted in ("Annual Report", "Split View", "dusk", "해 질 녘"):
            assert unwanted not in texts

    def test_source_and_edition_say_where_it_comes_from(self, lighthouse: ImportedPage) -> None:
        korean, english = lighthouse.corpus.documents
        assert english.source == "Imported from lighthouse-bilingual.txt on 2026-11-21."
        assert korean.source == "2026-11-21에 lighthouse-bilingual.txt 파일에서 가져왔어요."
        assert korean.edition == english.edition == "2026-11-21"


class TestSingleLanguageCapture:
    def test_english_page_without_contents_list(self) -> None:
        page = imported("railway-english.txt")
        assert page.missing_language is Language.KOREAN
        assert page.corpus.documents[0].title == (
            "The Sorrel Pass Railway at 100: Rack, Snow, and a New Generation of Trains"
        )
        assert headings(page.corpus.documents[0]) == [
            "1 Introduction: A Century on the Rack",
            "2 The Line: From Valley to Pass",
            "2.1 Lower Section",
            "2.1.1 Stations",
            "2.1.2 Structures",
            "2.2 Upper Section",
            "2.2.1 Gradients",
            "2.2.2 Winter Operation",
            "3 Rolling Stock: Four Generations",
            "3.1 Steam Years",
            "3.2 Electric Units",
            "3.2.1 Class Be 2/4",
            "3.2.2 Class Be 4/8",
            "4 What Does a Ticket Cost?",
            "4.1 Fares in 2026",
            "4.1.1 Single Tickets",
            "4.1.2 Season Tickets",
            "5 Conclusion",
        ]
        assert page.report[0].left_out == ("References", "Thumbnail Image Prompt")

    def test_korean_page_without_contents_list(self) -> None:
        page = imported("railway-korean.txt")
        assert page.missing_language is Language.ENGLISH
        assert page.corpus.documents[0].title == "소렐 고개 철도 100년: 톱니 레일과 눈, 그리고 새 열차"
        assert headings(page.corpus.documents[0]) == [
            "1 서론: 톱니 레일 위의 한 세기",
            "2 노선: 골짜기에서 고개까지",
            "2.1 아래 구간",
            "2.1.1 역",
            "2.1.2 구조물",
            "2.2 위 구간",
            "2.2.1 기울기",
            "2.2.2 겨울 운행",
            "3 차량: 네 세대",
            "3.1 증기 시대",
            "3.2 전동차",
            "3.2.1 Be 2/4형",
            "3.2.2 Be 4/8형",
            "4 결론",
        ]
        assert page.report[0].left_out == ("참고자료", "썸네일 이미지 프롬프트")

    @pytest.mark.parametrize(("language", "first", "last"), [(0, 1, 74), (1, 74, None)])
    def test_half_of_a_bilingual_page_has_the_outline_of_the_whole(
        self, language: int, first: int, last: int | None
    ) -> None:
        lines = (CAPTURES / "lighthouse-bilingual.txt").read_text(encoding="utf-8").splitlines()
        half = import_page("\n".join(lines[first:last]).encode(), name="half.txt", edition=EDITION)
        whole = imported("lighthouse-bilingual.txt").corpus.documents[language]
        assert headings(half.corpus.documents[0]) == headings(whole)
        assert half.missing_language is whole.language.other

    def test_blank_lines_and_other_bullets_change_nothing(self) -> None:
        text = (CAPTURES / "lighthouse-bilingual.txt").read_text(encoding="utf-8")
        spaced = text.replace("\n", "\r\n\r\n").replace("\n- ", "\n  • ")
        page = import_page(spaced.encode(), name="spaced.txt", edition=EDITION)
        for one, other in zip(
            page.corpus.documents, imported("lighthouse-bilingual.txt").corpus.documents, strict=True
        ):
            assert headings(one) == headings(other)
            assert [group.position for group in one.groups()] == [group.position for group in other.groups()]


class TestMarkedPages:
    def test_html_saved_from_a_browser(self) -> None:
        page = imported("bakery-saved.html")
        assert page.missing_language is Language.KOREAN
        document = page.corpus.documents[0]
        assert document.title == "The Night Bakery of Quill Street"
        assert headings(document) == [
            "1 Introduction",
            "2 The Oven",
            "2.1 Stone and Fire",
            "2.1.1 Construction",
            "2.2 Temperatures",
            "3 The Bread",
        ]
        assert [[line.text for line in group.lines] for group in document.groups()] == [
            [
                (
                    "The bakery on Quill Street has baked through the night since 1874, "
                    "and its rye loaf is known along the whole coast."
                )
            ],
            ["The oven is the oldest part of the house:"],
            ["Built of 2,300 bricks", "Lined with soapstone from Varde", "Renewed in 1951"],
            ["Loaf: Rye; Heat: 240 °C", "Loaf: Wheat; Heat: 220 °C"],
            ["Every night 640 loaves leave the oven.", "The last is ready at 5:40."],
        ]
        assert page.report[0].left_out == ("References",)

    def test_markdown_in_both_languages(self) -> None:
        korean, english = imported("bakery-bilingual.md").corpus.documents
        assert (korean.title, english.title) == ("깃펜 거리의 밤 빵집", "The Night Bakery of Quill Street")
        assert headings(korean) == ["1 서론", "2 화덕", "2.1 돌과 불", "2.1.1 구조"]
        assert headings(english) == ["1 Introduction", "2 The Oven", "2.1 Stone and Fire", "2.1.1 Construction"]
        assert [line.text for line in english.sections[0].lines] == [
            "The bakery on Quill Street has baked through the night since 1874."
        ]
        assert [line.text for line in korean.sections[3].lines] == ["벽돌 2,300장", "Varde에서 온 동석"]

    def test_every_level_follows_its_parent(self) -> None:
        for path in CAPTURES.iterdir():
            for one in imported(path.name).corpus.documents:
                levels = [1, *(section.level for section in one.sections)]
                assert all(after <= before + 1 for before, after in pairwise(levels))
