import pytest

from bot.lexicon.english import EnglishLexicon


@pytest.fixture(scope="module")
def english() -> EnglishLexicon:
    return EnglishLexicon()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("how many active parameters does exaone have?", ("exaone",)),
        ("Exaone 활성 파라미터 수는?", ("Exaone",)),
        ("is nemotron better than hyperclova?", ("nemotron", "hyperclova")),
    ],
)
def test_words_that_hardly_anybody_writes_are_found(
    english: EnglishLexicon, text: str, unknown: tuple[str, ...]
) -> None:
    assert english.unfamiliar(text) == unknown


@pytest.mark.parametrize(
    "text",
    [
        "How many params does the codebase need, pls?",
        "waht is the diffrence betwen them?",
        "see https://docs.exaonex.example/exaonex or mail to exaonex@example.org",
        "몇 개예요?",
        "",
    ],
)
def test_jargon_slips_and_addresses_are_not(english: EnglishLexicon, text: str) -> None:
    assert english.unfamiliar(text) == ()


@pytest.mark.timeout(5)
def test_a_long_made_up_word_keeps_nobody_waiting(english: EnglishLexicon) -> None:
    word = "zephyr" * 330
    assert english.unfamiliar(word) == (word,)
