"""Korean names and unknown words, by the morphemes of Kiwi."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from index.wordforms import LONG_ABBREVIATION

_NAME = "NNP"
_NOUNS = frozenset({_NAME, "NNG", "NR", "XSN", "XPN"})
_HANGUL = re.compile("[가-힣]{2,}")
# 한국어로, 엑셀로: by what means, which is not whom a question is about.
_BY_MEANS_OF = frozenset({"로", "으로"})
_NUMERAL = "NR"
# 뭐야, 왜 이렇게 and the like as chat spells them, and its praise and blame: no dictionary has them, or only as names.
_CHAT_LISTED = """
    모야 모임 모지 모에요 머야 머임 왤케 왜케 웰케 어케 우케 얼케 글케 졸라 존나 개꿀 개빠름 갓성비 꿀팁 노답
    레전드 존맛 창렬 혜자 집컴 회사컴
"""
_CHAT_WORDS = frozenset(_CHAT_LISTED.split())


class KoreanLexicon:
    """Names, and nouns that Kiwi's dictionary lacks: compounds whole, without particles."""

    def __init__(self) -> None:
        from kiwipiepy import Kiwi

        # The other dictionaries are long names of works and mistypings, for four times the time to load.
        self._kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_typo_dict=False)

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        """See `bot.lexicon.lexicon.Lexicon`."""
        tokens = self._kiwi.tokenize(text)
        found = []
        for start, end in _nouns(tokens):
            written = text[tokens[start].start : tokens[end - 1].end]
            ordinary = written in _CHAT_WORDS or _is_means(tokens, end)
            if not ordinary and _HANGUL.fullmatch(written) and self._names(tokens, start, end):
                found.append(written)
        return tuple(dict.fromkeys(found))

    def _names(self, tokens: Sequence[Any], start: int, end: int) -> bool:
        """Whether the noun from `start` to `end` is a name or unknown, beside a known attribute (유럽 GDPR)."""
        noun = tokens[start:end]
        if any(map(self._is_unknown, noun)):
            return True
        attribute = end < len(tokens) and LONG_ABBREVIATION.fullmatch(tokens[end].form) is not None
        return not attribute and any(token.tag == _NAME for token in noun)

    def _is_unknown(self, token: Any) -> bool:
        return token.tag in _NOUNS and not self._kiwi.morpheme(token.id).form


def _nouns(tokens: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Where each compound noun begins and ends: noun after noun with nothing between."""
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and tokens[end].tag in _NOUNS and (end == start or _touch(tokens[end - 1 : end + 1])):
            end += 1
        if end > start:
            yield start, end
        start = max(end, start + 1)


def _is_means(tokens: Sequence[Any], end: int) -> bool:
    """Whether the noun that ends at `end` is by what means: 엑셀로, 글카 하나로."""
    end += end < len(tokens) and tokens[end].tag == _NUMERAL
    return end < len(tokens) and tokens[end].tag == "JKB" and tokens[end].form in _BY_MEANS_OF


def _touch(pair: Sequence[Any]) -> bool:
    first, second = pair
    return bool(first.end == second.start)
