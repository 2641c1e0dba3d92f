"""Decades, told from other figures."""

import pytest

from corpus.decades import Decade, figures_and_decades, without_decades
from corpus.figures import figures


@pytest.mark.parametrize(
    "text",
    ["the 1980s", "the '80s", "80s", "the 1980's", "80년대", "1980년대", "80~90년대", "70·80년대", "the 1980-1990s"],
)
def test_decades_are_known_and_their_years_match(text: str) -> None:
    assert not figures(without_decades(text))
    found = figures_and_decades(text)
    assert [figure.text for figure in found] == [figure.text for figure in figures(text)]
    assert any(figure.matches(year) for figure in found for year in figures("In 1986"))
    assert any(figure.matches(year) for figure in found for year in figures("1986년에"))
    assert not any(
        figure.matches(year) for figure in found for year in figures("In 1931, 86 lamps burned for 3486 days")
    )


@pytest.mark.parametrize(
    "text",
    ["80 steps", "in 1980", "1980년", "100s of lamps", "Zeta-80s", "1,980s", "in their 80s", "80년 대신", "H80s"],
)
def test_other_figures_are_no_decades(text: str) -> None:
    assert without_decades(text) == text
    assert figures_and_decades(text) == figures(text)
    assert not any(isinstance(figure, Decade) for figure in figures_and_decades(text))
