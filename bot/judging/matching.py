"""Whether a text states something, whatever its spacing, case, hyphens and way of writing numbers.

Pure functions. The rules, for those who write question sets:

- numbers are compared by value: `3,000`, `3000`, `3천` and `3K` are one number, `41B` is `410억`;
- English words match whole words, a plural or possessive `s` allowed; a `*` at the end makes a stem: `democrati*`;
- Hangul matches anywhere, since particles follow and compounds precede it;
- spaces, hyphens, slashes and the like between words may be there or not.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from corpus.figures import Figure, figures

Requirements = tuple[tuple[str, ...], ...]
"""All of the outer, any of the inner: `(("41B",), ("active", "used"))`."""

HANGUL = "\uac00-\ud7a3\u3131-\u318e"
_MARK = re.compile(r"\[\d+(?:\s*,\s*\d+)*\]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_TOKEN = re.compile(rf"[{HANGUL}]+|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?|[^\W_]")
_JOINT = r"[\s\-_/·,.()\"'“”‘’*]*"


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """`text` in one form: NFKC, lower case, plain dashes and quotes, nothing invisible, every figure in digits."""
    text = _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))).replace("\u2019", "'")
    parts: list[str] = []
    position = 0
    for figure in figures(text):
        if (start := text.find(figure.text, position)) >= 0:
            parts += [text[position:start], _digits(figure)]
            position = start + len(figure.text)
    return "".join([*parts, text[position:]]).casefold()


def without_marks(text: str) -> str:
    """`text` without its citation marks `[1]`, which are no figures."""
    return _MARK.sub("", text)


def states(text: str, alternative: str) -> bool:
    """Whether `text` states `alternative`."""
    return _pattern(alternative).search(normalise(text)) is not None


def unmet(text: str, requirements: Requirements) -> Requirements:
    """The requirements of which `text` states no alternative."""
    return tuple(
        alternatives
        for alternatives in requirements
        if not any(states(text, alternative) for alternative in alternatives)
    )


@lru_cache(maxsize=4096)
def _pattern(alternative: str) -> re.Pattern[str]:
    stem = alternative.endswith("*")
    tokens = _TOKEN.findall(normalise(alternative.rstrip("*")))
    if not tokens:
        raise ValueError(f"no word in {alternative!r}")
    body = _JOINT.join(_token_pattern(token) for token in tokens)
    return re.compile(_before(tokens[0]) + body + ("" if stem else _after(tokens)))


def _token_pattern(token: str) -> str:
    return r"\s*".join(token) if re.match(f"[{HANGUL}]", token) else re.escape(token)


def _before(token: str) -> str:
    if token[0].isdigit():
        return r"(?<![a-z\d])(?<!\d\.)"
    return "(?<![a-z])" if token[0].isascii() else ""


def _after(tokens: Sequence[str]) -> str:
    if tokens[-1][-1].isdigit():
        return r"(?!\.?\d)"
    return "(?:'?s)?(?![a-z])" if tokens[-1][-1].isascii() else ""


def _digits(figure: Figure) -> str:
    return f"{figure.value.normalize():f}{figure.unit}"
