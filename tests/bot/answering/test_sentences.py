"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.sentences import sentences


@given(st.lists(st.from_regex(r"[가-힣a-z]{1,8}( [가-힣a-z0-9]{1,8}){0,4}\.", fullmatch=True), min_size=1, max_size=5))
def test_sentences_are_taken_apart_and_nothing_is_lost(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == tuple(parts)


@pytest.mark.parametrize("text", ["버전 2.5는 빠릅니다.", "Version 2.5 is fast."])
def test_a_point_in_a_number_ends_no_sentence(text: str) -> None:
    assert sentences(text) == (text,)
