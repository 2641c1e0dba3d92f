"""Figures and Latin names in text of any subject."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.figures import around, figures, is_coined, latin_names, latin_words, name_keys, named_figures
from corpus.numerals import in_digits, spelled_numbers


def values(text: str) -> list[tuple[str, str]]:
    return [(format(figure.value.normalize(), "f"), figure.unit) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("128K 토큰", [("128000", "")]),
        ("a 128K-token window", [("128000", "")]),
        ("41B개", [("41000000000", "")]),
        ("6,750억 개", [("675000000000", "")]),
        ("675 billion parameters", [("675000000000", "")]),
        ("3,000 GPUs", [("3000", "")]),
        ("GPU 3천 개", [("3000", "")]),
        ("GPU 3만 개", [("30000", "")]),
        ("1억 2천만 명", [("120000000", "")]),
        ("3만 5000명", [("35000", "")]),
        ("3천5백만 원, 500원은", [("35000000", "KRW"), ("500", "KRW")]),
        ("5 원칙", [("5", "")]),
        ("1천 원입니다. 5백 원이고, 3만 원까지", [("1000", "KRW"), ("500", "KRW"), ("30000", "KRW")]),
        ("2026년 11월 21일", [("2026", "year"), ("11", ""), ("21", "day")]),
        ("November 21, 2026", [("11", ""), ("21", ""), ("2026", "")]),
        ("2026-11-21, 2026.11.21", [("2026", ""), ("11", ""), ("21", "")] * 2),
        ("in March; it may march", [("3", "")]),
        ("from November to May", [("11", ""), ("5", "")]),
        ("30%와 30퍼센트", [("30", "%"), ("30", "%")]),
        ("30 per cent", [("30", "%")]),
        ("$5 million", [("5000000", "USD")]),
        ("5백만 달러", [("5000000", "USD")]),
        ("₩3,000", [("3000", "KRW")]),
        ("3.5km and 3.5 kilometres", [("3.5", "km"), ("3.5", "km")]),
        ("섭씨 영하 5도", [("-5", "°C")]),
        ("32도로, 30도까지는, 5도입니다", [("32", "°"), ("30", "°"), ("5", "°")]),
        ("70프로예요, 30프로가", [("70", "%"), ("30", "%")]),
        ("코빈 2.5 프로는, 50 프로", [("2.5", ""), ("50", "%")]),
        ("10도시, 3도구, 2프로그램, 4프로젝트", [("10", ""), ("3", ""), ("2", ""), ("4", "")]),
        ("-5°C, −5℃", [("-5", "°C"), ("-5", "°C")]),
        ("5 degrees Celsius below zero", [("-5", "°C")]),
        ("10~20%, 10-20", [("10", ""), ("20", "%"), ("10", ""), ("20", "")]),
        ("the 1990s and the 21st", [("1990", ""), ("21", "")]),
        ("15:30", [("15", ""), ("30", "")]),
        ("제3조", [("3", "")]),
        ("Gemma 3만 쓴다", [("3", "")]),
        ("Gemma 3 초기", [("3", "")]),
        ("Llama-405B", [("405000000000", "")]),
        ("H200, o3-mini, GSM8K, GPT-4o, 5G", []),
        ("128K", [("128000", "")]),
        ("없음", []),
        ("none", []),
    ],
)
def test_figures_are_read_with_their_units(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("3천 개", "3,000"),
        ("2026년", "2026"),
        ("영하 5도", "-5°C"),
        ("70퍼센트", "70 percent"),
        ("120만 명", "1.2 million people"),
        ("5킬로미터", "5 km"),
        ("8기가바이트", "8GB"),
        ("3시간", "3 hours"),
    ],
)
def test_the_same_figure_matches_in_both_languages(korean: str, english: str) -> None:
    assert figures(korean)[0].matches(figures(english)[0])


@pytest.mark.parametrize(("first", "second"), [("5 km", "5 miles"), ("30%", "30달러"), ("5°C", "5°F"), ("128K", "128")])
def test_other_units_and_other_sizes_do_not_match(first: str, second: str) -> None:
    assert not figures(first)[0].matches(figures(second)[0])


def test_a_figure_keeps_how_it_was_written() -> None:
    assert [figure.text for figure in figures("1억 2천만 명이 $5 million을")] == ["1억 2천만", "$5 million"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("twenty-five dogs", {25}),
        ("two hundred thousand", {200_000}),
        ("three million", {3_000_000}),
        ("World War II", {2}),
        ("two thirds", {2, 3}),
        ("두 가지", {2}),
        ("다섯 명", {5}),
        ("열두 곳", {12}),
        ("여든네 살", {84}),
        ("삼천 명", {3000}),
        ("이천이십육 년", {2026}),
    ],
)
def test_numbers_in_words_are_known(text: str, numbers: set[int]) -> None:
    assert {Decimal(number) for number in numbers} <= spelled_numbers(text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Three thousand lamps and a million steps", "3,000 lamps and 1,000,000 steps"),
        ("one hundred and twenty-eight thousand tokens", "128,000 tokens"),
        ("등불 삼천 개와 계단 만 개", "등불 3,000 개와 계단 10,000 개"),
        ("입장료 오천원, 백만 토큰", "입장료 5,000원, 1,000,000 토큰"),
        *(
            (text, text)
            for text in (
                "a few hundred lamps", "thousands of lamps", "a thousand times better", "twelve lamps",
                "half a million", "몇 천 개", "수백만 명", "만일 그러면", "이만 가 볼게요", "그것만 해도", "천만에요",
                "열두 명", "3천 개", "1조 원", "조건은", "천장 높이", "만원 버스", "일조권이",
            )
        ),
    ],
)  # fmt: skip
def test_large_numbers_in_words_are_put_in_digits(text: str, digits: str) -> None:
    assert in_digits(text) == digits


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("128 steps to 8 lamps", "128 steps to ", " lamps"),
        ("80 steps to 8 lamps", "80 steps to ", " lamps"),
        ("계단 128개와 등불 8개", "계단 128개와 등불 ", "개"),
        ("계단 8만 개와 등불 8개", "계단 8만 개와 등불 ", "개"),
    ],
)
def test_a_figure_is_not_found_within_a_longer_one(text: str, before: str, behind: str) -> None:
    assert around(figures("8")[0], text) == (before, behind)
    assert around(figures("12")[0], text) is None


@pytest.mark.parametrize("text", ["다음 세대는 사용자 오픈소스", "서늘한 곳 한밤", "for this too"])
def test_parts_of_other_words_are_no_numbers(text: str) -> None:
    assert spelled_numbers(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ollama는 LLM을 실행합니다.", ("Ollama", "LLM")),
        ("NVIDIA H200 GPU 3000개", ("NVIDIA", "H200", "GPU")),
        ("OpenAI의 o3-mini와 DeepSeek-V3", ("OpenAI", "o3-mini", "DeepSeek-V3")),
        ("그는 open source를 씁니다.", ("open", "source")),
        ("The model from Google's lab beats Llama-405B.", ("Google", "Llama")),
        ("Models run on GPUs with MoE. Tools help.", ("GPUs", "MoE")),
        ("He uses C++ and 5G.", ("C++", "5G")),
        ("In November 2026 I saw 3 models.", ()),
        ("한글뿐입니다.", ()),
    ],
)
def test_names_are_told_from_words_by_their_look(text: str, names: tuple[str, ...]) -> None:
    assert latin_names(text) == names


def test_figures_are_no_words() -> None:
    assert latin_words("128K tokens at 30 km/h") == ("tokens", "at")


@pytest.mark.parametrize(
    ("word", "coined"), [("H200", True), ("GPUs", True), ("MoE", True), ("Open-Source", False), ("II", False)]
)
def test_coined_words_have_digits_or_two_capitals(word: str, *, coined: bool) -> None:
    assert is_coined(word) is coined


def test_names_compare_without_case_plural_and_hyphens() -> None:
    assert name_keys("GPUs") == name_keys("GPU")
    assert name_keys("Chain-of-Thought") == ("chain", "of", "thought")


def test_a_version_is_known_by_the_name_before_it() -> None:
    assert [(name, figure.text) for name, figure in named_figures("Gemma 3와 Llama-405B, about 3000 GPUs")] == [
        ("Gemma", "3"),
        ("Llama", "405B"),
    ]


@given(st.integers(0, 10**15))
def test_a_number_is_read_however_its_digits_are_grouped(number: int) -> None:
    assert {figure.value for figure in figures(f"{number} / {number:,}개")} == {Decimal(number)}


@given(st.integers(1, 9999), st.sampled_from(["만", "억", "조"]))
def test_korean_multipliers_count_in_ten_thousands(number: int, multiplier: str) -> None:
    power = {"만": 4, "억": 8, "조": 12}[multiplier]
    assert [figure.value for figure in figures(f"약 {number}{multiplier} 명")] == [Decimal(number) * 10**power]


@given(st.text())
def test_any_text_has_figures_and_names(text: str) -> None:
    assert all(figure.value.is_finite() for figure in figures(text))
    assert set(latin_names(text)) <= set(latin_words(text))
