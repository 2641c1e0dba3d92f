"""Numbers at the beginning of headings."""

import pytest

from corpus.heading_numbers import heading_number


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("제3조 (제재)", "3"),
        ("제 3 장 제재", "3"),
        ("3장 제재", "3"),
        ("3. 제재", "3"),
        ("2.1 요금", "2.1"),
        ("Article 3 (Sanctions)", "3"),
        ("Rule 3: Be kind", "3"),
        ("3) Sanctions", "3"),
        ("2.1. Prices", "2.1"),
        ("제재", ""),
        ("제3회 대회", ""),
        ("3일 동안", ""),
        ("Prices", ""),
        ("3 Prices", ""),
        ("128K tokens", ""),
        ("Particles 3", ""),
    ],
)
def test_the_number_of_a_heading(heading: str, number: str) -> None:
    assert heading_number(heading) == number
