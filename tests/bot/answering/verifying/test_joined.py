"""Sentences that put together what several lines say."""

import pytest

from bot.answering.verifying.joined import joins_sentences

KEEPERS = ("Ada Thorn, a painter from the bay, cleans the lamps.", "Ben Hale, once a diver, repairs the bell.")
KEEPERS_KO = ("화가였던 정하늘이 등불을 닦습니다.", "잠수부였던 고바다가 종을 고칩니다.")


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Ada Thorn repairs the bell.", KEEPERS),
        ("Ben Hale was a painter from the bay.", KEEPERS),
        ("정하늘이 종을 고칩니다.", KEEPERS_KO),
        ("고바다는 화가였습니다.", KEEPERS_KO),
    ],
)
def test_the_deed_of_another_line_is_found(sentence: str, lines: tuple[str, ...]) -> None:
    assert joins_sentences(sentence, (), lines)


@pytest.mark.parametrize(
    ("sentence", "headings", "lines"),
    [
        ("Ada Thorn cleans the lamps.", (), KEEPERS),
        ("Ada Thorn cleans the lamps, and Ben Hale repairs the bell.", (), KEEPERS),
        ("The keepers repair the bell.", ("The Keepers",), KEEPERS),
        ("Ada Thorn is as far as the bell.", (), ("Ada Thorn", "The bell")),
        ("정하늘이 등불을 닦습니다.", (), KEEPERS_KO),
        ("정하늘이 등불을 닦고, 고바다가 종을 고칩니다.", (), KEEPERS_KO),
        ("등대지기가 종을 고칩니다.", ("등대지기",), KEEPERS_KO),
        ("정하늘이 종을 고칩니다.", (), ("정하늘", "종을 고침")),
    ],
)
def test_what_each_line_says_itself_is_not(sentence: str, headings: tuple[str, ...], lines: tuple[str, ...]) -> None:
    assert not joins_sentences(sentence, headings, lines)
