"""Names with a version (Corvin 4), told from words that only stand before a number."""

import re
from collections.abc import Sequence

from corpus.figures import Figure, is_coined, latin_names, name_keys, named_figures
from index.wordforms import ENGLISH_FUNCTION_WORDS, ENGLISH_REQUESTS

# What begins a sentence before a number without naming anything, beside requests and function words.
_LISTED = """
    also almost another around early exactly first give just last late least nearly next only other over roughly since
    top under until within write
"""
_NO_NAMES = ENGLISH_FUNCTION_WORDS | ENGLISH_REQUESTS | frozenset(_LISTED.split())
# A number that ranks or counts: 1등, 3개. What only begins so is a word behind a particle's place: 대비, 배포.
_COUNTER = r"(?:등(?![장록])|위(?![해한])|개(?![발인])|명(?!령)|번(?!역)|가지|점(?!에)|줄|살|권|장(?!점))"
# "Is Corvin 4 me?": the digit is a word.
_FOR_SOMEBODY = r"\s(?:me|u|us)\b(?!-)"
_BARE_VERSION = re.compile(r"\d{1,2}(?:\.\d+)?")
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?!(?:is|has|does|was|vs|as)\b)[a-z]+s\b")


def versioned_names(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names in `text` with the figure right behind them: of `known` ones, and others that can only be names."""
    by_themselves = {key for name in (*known, *filter(_may_name, latin_names(text))) for key in name_keys(name)}
    found = (_written(word, figure, text) for word, figure in named_figures(text) if _may_bear(word, figure))
    return tuple(
        match[0]
        for match in found
        if match is not None and (set(name_keys(match["word"])) <= by_themselves or _is_bare(match))
    )


def begins_request(word: str) -> bool:
    """Whether `word` has its capital because a request or a count begins with it: Explain, Top."""
    return word.istitle() and word.casefold() in _NO_NAMES


def _may_name(word: str) -> bool:
    return is_coined(word) or (word[0].isupper() and not begins_request(word))


def _may_bear(word: str, figure: Figure) -> bool:
    return not figure.unit and word.casefold() not in _NO_NAMES


def _written(word: str, figure: Figure, text: str) -> re.Match[str] | None:
    no_version = rf"{_COUNTER}|{_FOR_SOMEBODY}"
    found = re.search(rf"(?P<word>{re.escape(word)})[\s-]?(?P<version>{re.escape(figure.text)})(?!{no_version})", text)
    return None if found is None or _is_mark(found) else found


def _is_mark(match: re.Match[str]) -> bool:
    """Whether the number is the mark of a list, "2)"."""
    return match.string.startswith(")", match.end()) and "(" not in match.string[: match.start()]


def _is_bare(match: re.Match[str]) -> bool:
    """Whether a first word and its number can be a name: Zephyr 5, but neither "Around 2026" nor "Buy 3 lamps"."""
    version = _BARE_VERSION.fullmatch(match["version"])
    return version is not None and _COUNTED.match(match.string, match.end()) is None
