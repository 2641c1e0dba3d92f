"""Twins: the check finds what parts two languages, names the line, and lets translation be translation."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.language import Language
from corpus.document import Corpus
from corpus.glossary import Glossary
from corpus.loading import load_corpus
from corpus.markdown import parse_document
from corpus.parity import ParityFinding, ParityKind, check_parity
from tests.languages import EACH_LANGUAGE

GLOSSARY = Glossary.load(None)
HEAD = "---\ntitle: {title}\nlanguage: {language}\nedition: 2026-11-21\nsource: Test\n---\n"
KOREAN_HEAD = HEAD.format(title="차", language="ko")
ENGLISH_HEAD = HEAD.format(title="Tea", language="en")


def findings(korean: str, english: str) -> tuple[ParityFinding, ...]:
    documents = (
        parse_document(KOREAN_HEAD + korean, path="ko.md"),
        parse_document(ENGLISH_HEAD + english, path="en.md"),
    )
    return check_parity(Corpus(documents), GLOSSARY)


def line_findings(korean: str, english: str) -> list[tuple[ParityKind, str, str]]:
    found = findings(f"## 절\n\n{korean}", f"## Section\n\n{english}")
    assert all((finding.line, finding.twin_line) == (9, 9) for finding in found)
    return [(finding.kind, finding.language.value, finding.detail) for finding in found]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("Gemma 3는 8K 토큰입니다.", "Gemma 3 has 8K tokens."),
        ("젬마 3는 라마 4와 같습니다.", "Gemma 3 matches Llama 4."),
        ("GPU 3천 개를 썼습니다.", "It used 3,000 GPUs."),
        ("1443년 세종은 글자 28자를 만들었습니다.", "In 1443, King Sejong of Joseon made 28 letters."),
        ("한라산의 높이는 1,947m입니다.", "Hallasan in Jeju rises to 1947 metres."),
        ("기온은 영하 5도입니다.", "It is minus 5 degrees Celsius."),
        ("매출은 120만 달러로 30퍼센트 늘었습니다.", "Sales grew 30% to $1.2 million."),
        ("두 가지가 있습니다.", "There are 2 kinds."),
        ("시속 24km로 달립니다.", "It runs at 24 km/h."),
        ("시속 약 24킬로미터입니다.", "It does 24 kilometres an hour."),
        ("속도는 시속 15마일, 초속 7 m입니다.", "Its speed is 15 mph, or 7 metres per second."),
        ("바람은 초속 7m입니다.", "The wind blows at 7 m/s."),
        ("12인치, 3헥타르, 60데시벨, 5킬로와트시", "12 inches, 3 ha, 60 dB, 5 kWh"),
        ("3월 5일에 2개를 샀습니다.", "She bought two on March 5."),
        ("미국의 최고경영자", "A CEO in the US"),
        ("제2차 세계대전", "World War II"),
        ("인공지능 산업이 바뀝니다.", "The AI industry is changing."),
        ("Chain-of-thought 추론이 나아졌습니다.", "Improved chain of thought reasoning."),
        ("GUI 기반입니다.", "GUI-based."),
        ("큰 규모의 자원", "Large resources"),
    ],
)
def test_translations_are_twins(korean: str, english: str) -> None:
    assert line_findings(korean, english) == []


@pytest.mark.parametrize(
    ("korean", "english", "expected"),
    [
        ("토큰은 128K입니다.", "It has 8K tokens.", [("figure", "ko", "128K"), ("figure", "en", "8K")]),
        ("시속 24km입니다.", "It is 24 km away.", [("figure", "ko", "24km"), ("figure", "en", "24 km")]),
        ("30%입니다.", "30 miles.", [("figure", "ko", "30%"), ("figure", "en", "30 miles")]),
        ("토큰은 128K입니다.", "It has tokens.", [("figure", "ko", "128K")]),
        ("토큰입니다.", "It has 128K tokens.", [("figure", "en", "128K")]),
        ("Gemma 4와 Llama 4", "Gemma 3 and Llama 4", [("figure", "ko", "4"), ("figure", "en", "3")]),
        ("Gemma와 Mistral Large 3", "Gemma 3 and Mistral Large 3", [("figure", "en", "3")]),
        ("Ollama가 좋습니다.", "It is good.", [("name", "ko", "Ollama")]),
        ("도구가 좋습니다.", "The tool Ollama is good.", [("name", "en", "Ollama")]),
        ("H100을 썼습니다.", "It used H200s.", [("name", "ko", "H100"), ("name", "en", "H200s")]),
    ],
)
def test_another_figure_or_name_is_found_with_its_line(
    korean: str, english: str, expected: list[tuple[str, str, str]]
) -> None:
    assert line_findings(korean, english) == expected


def test_a_name_that_korean_keeps_in_latin_script_is_asked_for_everywhere() -> None:
    found = findings("## 절\n\n- Haetae는 개입니다.\n- 짖습니다.", "## Section\n\n- Haetae is a dog.\n- Haetae barks.")
    assert [(finding.language, finding.line, finding.detail) for finding in found] == [(Language.ENGLISH, 10, "Haetae")]


def test_a_bullet_without_a_twin_is_found() -> None:
    found = findings("## 절\n\n- 하나\n- 둘\n- 셋", "## Section\n\n- a\n- b")
    assert [(finding.kind, finding.language, finding.line) for finding in found] == [
        (ParityKind.LINES, Language.KOREAN, 11)
    ]


def test_a_paragraph_where_a_bullet_should_be_is_found() -> None:
    found = findings("## 절\n\n- 하나\n- 둘", "## Section\n\n- a\n\nb")
    assert [(finding.kind, finding.line, finding.twin_line) for finding in found] == [(ParityKind.LINES, 10, 11)]


def test_a_section_without_a_twin_is_found_and_hides_nothing_else() -> None:
    found = findings("## 절\n\n5개\n\n## 둘\n\n70대", "## Section\n\n6\n\n## Two\n\n70\n\n## Three\n\ntext")
    assert [(finding.kind, finding.language, finding.line) for finding in found] == [
        (ParityKind.SECTION, Language.ENGLISH, 15),
        (ParityKind.FIGURE, Language.KOREAN, 9),
        (ParityKind.FIGURE, Language.ENGLISH, 9),
    ]


def without(language: Language, *numbers: int) -> tuple[ParityFinding, ...]:
    """The findings where `language` lacks some sections of five, of which the fourth is two levels deep."""
    sides = {
        Language.KOREAN: [
            "## 새로운 것\n\n- 보스 2마리\n\n",
            "## 균형\n\n- 활의 피해가 24에서 19로 줄었습니다.\n- 방패가 화살을 막습니다.\n\n",
            "## 고친 것\n\n- 지도가 1,900번 잘리던 문제를 고쳤습니다.\n\n",
            "## 알려진 문제\n\nSteam Deck에서 느립니다.\n\n### 글자\n\n- 글자 31개가 빠져 있습니다.\n\n",
            "## 모드\n\n0.8에서 만든 모드는 다시 빌드해야 합니다.\n\n",
        ],
        Language.ENGLISH: [
            "## New\n\n- 2 bosses\n\n",
            "## Balance\n\n- Bow damage went from 24 to 19.\n- Shields block arrows.\n\n",
            "## Fixed\n\n- Fixed the map being cut off 1,900 times.\n\n",
            "## Known issues\n\nIt is slow on Steam Deck.\n\n### Characters\n\n- 31 characters are missing.\n\n",
            "## Mods\n\nMods made for 0.8 must be built again.\n\n",
        ],
    }
    kept = [section for number, section in enumerate(sides[language], start=1) if number not in numbers]
    korean, english = ("".join(kept if side is language else sides[side]) for side in Language)
    return findings(korean, english)


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ((), []),
        ((1,), [(7, 1)]),
        ((2,), [(11, 7)]),
        ((4,), [(20, 16)]),
        ((5,), [(28, 24)]),
        ((2, 4), [(11, 7), (20, 11)]),
        ((1, 3, 5), [(7, 1), (16, 7), (28, 16)]),
    ],
)
def test_every_missing_section_is_one_finding_and_nothing_follows_from_it(
    language: Language, numbers: tuple[int, ...], lines: list[tuple[int, int]]
) -> None:
    found = without(language, *numbers)
    assert {finding.kind for finding in found} <= {ParityKind.SECTION}
    assert {finding.language for finding in found} <= {language.other}
    assert [(finding.line, finding.twin_line) for finding in found] == lines


@pytest.mark.parametrize(
    ("missing_in", "spoken", "words"),
    [
        (Language.ENGLISH, Language.KOREAN, ("ko.md 11행", "‘균형’", "영어", "en.md에도 7행")),
        (Language.ENGLISH, Language.ENGLISH, ("ko.md line 11", "“균형”", "in English", "en.md after", "line 7")),
        (Language.KOREAN, Language.KOREAN, ("en.md 11행", "‘Balance’", "한국어", "ko.md에도 7행")),
        (Language.KOREAN, Language.ENGLISH, ("en.md line 11", "“Balance”", "in Korean", "ko.md after", "line 7")),
    ],
)
def test_a_missing_section_is_named_with_its_heading_and_the_language_that_lacks_it(
    missing_in: Language, spoken: Language, words: tuple[str, ...]
) -> None:
    (finding,) = without(missing_in, 2)
    sentence = finding.sentence(spoken)
    assert all(word in sentence for word in words)


@EACH_LANGUAGE
def test_the_section_before_a_missing_heading_is_not_asked_for_its_lines(language: Language) -> None:
    sides = {
        Language.KOREAN: "## 절\n\n- 3개\n- 70대\n- 90분\n\n## 둘\n\n- 12,000원\n- 450원",
        Language.ENGLISH: "## Section\n\n- 3 bolts\n- 70 cars\n- 90 minutes\n\n## Two\n\n- 12,000 won\n- 450 won",
    }
    sides[language] = sides[language].replace("## 둘", "둘").replace("## Two", "Two")
    (finding,) = findings(sides[Language.KOREAN], sides[Language.ENGLISH])
    assert (finding.kind, finding.language, finding.line) == (ParityKind.SECTION, language.other, 13)


def test_a_heading_of_another_level_is_found() -> None:
    found = findings("## 절\n\n글\n\n### 둘\n\n글", "## Section\n\ntext\n\n## Two\n\ntext")
    assert [(finding.kind, finding.line, finding.twin_line) for finding in found] == [(ParityKind.LEVEL, 11, 11)]


def test_of_headings_that_are_all_one_level_deeper_the_first_is_found() -> None:
    found = findings(
        "## 절\n\n1\n\n### 둘\n\n22\n\n### 셋\n\n33\n\n## 넷\n\n44",
        "## One\n\n1\n\n## Two\n\n22\n\n## Three\n\n33\n\n## Four\n\n44",
    )
    assert [(finding.kind, finding.line) for finding in found] == [(ParityKind.LEVEL, 11)]


def test_headings_and_titles_are_compared_too() -> None:
    found = findings("## 128K 토큰\n\n글", "## 8K Tokens\n\ntext")
    assert {(finding.line, finding.detail) for finding in found} == {(7, "128K"), (7, "8K")}


def test_a_corpus_of_one_language_has_nothing_to_compare() -> None:
    document = parse_document(KOREAN_HEAD + "## 절\n\n3개", path="ko.md")
    assert check_parity(Corpus((document,)), GLOSSARY) == ()


@pytest.mark.parametrize("kind", list(ParityKind))
def test_every_finding_is_a_sentence_that_names_file_and_line(kind: ParityKind) -> None:
    finding = ParityFinding(kind, Language.KOREAN, 40, 42, "128K")
    for language in Language:
        sentence = finding.sentence(language)
        assert all(part in sentence for part in ("ko.md", "40", "en.md", "42", "128K"))


NAMED = st.sampled_from(["Gemma 3", "128K", "H200", "Ollama", "2026", "$5", "o3-mini"])
SHIPPED = load_corpus(None)
PAIRS = [
    tuple(line.text for line in pair)
    for sections in zip(*(document.sections for document in SHIPPED.documents), strict=True)
    for pair in zip(*(section.lines for section in sections), strict=True)
    if re.search("[0-9]", pair[0].text)
]


@given(st.lists(st.lists(NAMED, min_size=1, max_size=4), min_size=1, max_size=3))
def test_the_same_names_and_figures_are_twins_whatever_stands_around_them(lines: list[list[str]]) -> None:
    korean = "\n".join(f"- {' 그리고 '.join(line)} 있습니다." for line in lines)
    english = "\n".join(f"- there are {' and '.join(reversed(line))}." for line in lines)
    assert findings(f"## 절\n\n{korean}", f"## Section\n\n{english}") == ()


@given(st.sampled_from(PAIRS), st.sampled_from([0, 1]), st.integers(1, 9), st.data())
def test_a_changed_digit_in_the_shipped_edition_is_found(
    pair: tuple[str, str], side: int, shift: int, data: st.DataObject
) -> None:
    text = pair[side]
    index = data.draw(st.sampled_from([match.start() for match in re.finditer("[0-9]", text)]))
    changed = text[:index] + str((int(text[index]) + shift) % 10) + text[index + 1 :]
    korean, english = (changed, pair[1]) if side == 0 else (pair[0], changed)
    assert line_findings(korean, english) != []
