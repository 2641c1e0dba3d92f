"""Which lines are prose in Korean or in English, and not names, code, labels or headings."""

import re

from config.language import Language
from corpus.importing.plaintext import can_be_heading
from corpus.importing.scripts import hangul_share, line_language

_BRACKETED = re.compile(r"[(\[（][^()\[\]（）]*[)\]）]")
_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")
_ENGLISH_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s*\[\d{1,3}\])*$")
_AROUND_WORDS = ".,;:!?()[]\"'“”‘’"
_MAX_QUOTED_HANGUL = 0.3
_FEWEST_SMALL_WORDS = 3
_FEWEST_WORDS = {Language.KOREAN: 3, Language.ENGLISH: 4}
_OPEN_ENDS = (":", "：", ";", ",", "、")


def text_language(text: str) -> Language | None:
    """The language of a line, by its grammar where English quotes Hangul; None where it has neither's letters."""
    if "://" in text or "@" in text:
        text = " ".join(word for word in text.split() if "://" not in word and "@" not in word)
    if line_language(text) is Language.KOREAN:
        return Language.ENGLISH if _quotes_hangul(text) else Language.KOREAN
    return Language.ENGLISH if re.search(r"[A-Za-z]", text) else None


def prose_language(text: str) -> Language | None:
    """The language of a line that is a sentence or more; None for whatever else a line can be."""
    language = text_language(text)
    if language is None or can_be_heading(text) or text.endswith(_OPEN_ENDS):
        return None
    words = text.split()
    if language is Language.ENGLISH:
        words = [word for word in words if word.strip(_AROUND_WORDS).isalpha()]
        if not _ENGLISH_END.search(text):
            return None
    return language if len(words) >= _FEWEST_WORDS[language] else None


def _quotes_hangul(text: str) -> bool:
    """Whether a line with Hangul is English: mostly small Latin words, and not ending in Hangul as Korean does."""
    if hangul_share(text) >= _MAX_QUOTED_HANGUL or len(_SMALL_WORD.findall(text)) < _FEWEST_SMALL_WORDS:
        return False
    letters = [character for character in _BRACKETED.sub("", text) if character.isalpha()]
    return bool(letters) and line_language(letters[-1]) is Language.ENGLISH
