import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.splitting import FENCE, first_page, split

SENTENCES = st.lists(
    st.sampled_from(
        [
            "Llama 4 has 17B active parameters. [1]",
            "라마 4는 문맥이 1,000만 토큰이에요. [2]",
            "- Scout fits one GPU",
            "1. 먼저 내려받아요",
            "-# [1] Models › Llama 4 · English",
            "```python\nrun(model)\nstop()\n```",
            "",
        ]
    ),
    max_size=40,
).map("\n".join)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.text(), st.integers(min_value=16, max_value=60))
def test_pages_keep_the_limit_and_lose_only_whitespace(text: str, limit: int) -> None:
    pages = split(text, limit)
    assert all(page.strip() and len(page) <= limit for page in pages)
    if FENCE not in text:
        assert letters("".join(pages)) == letters(text)


@given(SENTENCES, st.integers(min_value=60, max_value=400))
def test_pages_of_an_answer_keep_code_blocks_closed_and_sentences_whole(text: str, limit: int) -> None:
    pages = split(text, limit)
    assert all(page.count(FENCE) % 2 == 0 for page in pages)
    assert letters("".join(pages)) == letters(text)
    for page in pages:
        assert re.search(r"(\]|GPU|내려받아요|English|```)$", page)


def test_a_short_text_is_one_page() -> None:
    assert split("One. Two.\n\n- a\n- b", 100) == ("One. Two.\n\n- a\n- b",)


def test_nothing_has_no_pages() -> None:
    assert split(" \n", 100) == ()


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("It has 41B. [1] It has 675B in all. [1]", ("It has 41B. [1]", "It has 675B in all. [1]")),
        ("410억 개예요. [1] 전체는 6,750억 개예요. [1]", ("410억 개예요. [1]", "전체는 6,750억 개예요. [1]")),
    ],
    ids=["en", "ko"],
)
def test_a_paragraph_is_cut_after_a_sentence_and_its_marks(text: str, pages: tuple[str, ...]) -> None:
    assert split(text, 26) == pages


def test_a_list_moves_to_the_next_page_whole() -> None:
    items = "- one thing\n- another thing"
    assert split(f"These are the things:\n{items}", 40) == ("These are the things:", items)


def test_a_list_longer_than_a_page_is_cut_between_items() -> None:
    assert split("- one thing\n- another thing", 16) == ("- one thing", "- another thing")


def test_a_code_block_longer_than_a_page_is_closed_and_opened_again() -> None:
    text = "```sh\nollama pull model\nollama run model\n```"
    assert split(text, 32) == ("```sh\nollama pull model\n```", "```sh\nollama run model\n```")


def test_text_around_a_long_code_block_stays_outside_it() -> None:
    text = "Run this: ```\naaaaaaaaaa\nbbbbbbbbbb\n``` and wait."
    assert split(text, 26) == ("Run this:", "```\naaaaaaaaaa\n```", "```\nbbbbbbbbbb\n```", "and wait.")


@pytest.mark.parametrize(
    ("text", "first"), [("", ""), (" \n", ""), ("one two three", "one two three"), ("1 " * 9, "1 1 1 1 1 1 1 1")]
)
def test_the_first_page_is_there_even_of_nothing(text: str, first: str) -> None:
    assert first_page(text, 16) == first
