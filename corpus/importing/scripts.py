"""Which language a stretch of text is in, by its script and its smallest words."""

import re
from collections.abc import Iterable

from config.language import Language

_LATIN_END = "\u024f"
_MIN_KOREAN_SHARE = 0.15
_MIN_LATIN_SHARE = 0.85
_MAX_ACCENTED_SHARE = 0.03
_MIN_WORDS = 40
_MIN_ENGLISH_SHARE = 0.02
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|for|with|that|are|by|it|from|this|at|or|was|has|have|not|its|will|than|when|which|their|you|how)\b"
)
_OTHERS = re.compile(
    r"\b(?:der|die|und|das|ist|nicht|mit|ein|eine|auf|den|von|zu|le|la|les|des|et|est|une|dans|pour|que|sur|du|el|los"
    r"|las|por|con|para|del|una|il|che|di|per|della|sono|nel|os|dos|uma|em|com|het|een|van|niet|voor|yang|dan|untuk"
    r"|dengan|ini|och|att|som|jest|nie|na|se)\b"
)


def hangul_share(text: str) -> float:
    """The share of Hangul among the letters of `text`, 0.0 where it has none."""
    letters = [character for character in text if character.isalpha()]
    return sum(map(_is_hangul, letters)) / len(letters) if letters else 0.0


def language_of(lines: Iterable[str]) -> Language | None:
    """The language of `lines` taken together, or None where it is neither Korean nor English."""
    text = "\n".join(lines)
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return None
    latin = sum(1 for character in letters if character <= _LATIN_END)
    hangul = sum(map(_is_hangul, letters))
    if hangul + latin < _MIN_LATIN_SHARE * len(letters):
        return None
    if hangul >= _MIN_KOREAN_SHARE * len(letters):
        return Language.KOREAN
    accented = sum(1 for character in letters if "\x7f" < character <= _LATIN_END)
    is_english = accented <= _MAX_ACCENTED_SHARE * len(letters) and _reads_as_english(text)
    return Language.ENGLISH if is_english else None


def line_language(text: str) -> Language | None:
    """Korean where a single line holds Hangul, English where it holds Latin letters alone, None without letters."""
    if any(map(_is_hangul, text)):
        return Language.KOREAN
    return Language.ENGLISH if any(character.isalpha() for character in text) else None


def _reads_as_english(text: str) -> bool:
    text = text.lower()
    words = len(re.findall(r"[a-z]+", text))
    english = len(_ENGLISH.findall(text))
    return words < _MIN_WORDS or (english >= _MIN_ENGLISH_SHARE * words and english > len(_OTHERS.findall(text)))


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣" or "ㄱ" <= character <= "ㆎ" or "\u1100" <= character <= "\u11ff"
