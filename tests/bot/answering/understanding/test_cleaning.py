"""What is taken off a question before anything reads it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.understanding.understood import clean


@given(st.text(st.characters()))
def test_cleaning_is_idempotent_and_leaves_nothing_invisible(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode()
    assert not set(cleaned) & set("\u200b\u200e\u202e\u2066\ufeff\n\t\x00")
