"""Words in capitals that are names, told from those that have their capitals for another reason."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.names.loose_figures import is_loose_figure
from bot.answering.names.versions import begins_request
from corpus.figures import latin_names, latin_words
from index.wordforms import ENGLISH_CHAT_WORDS, ENGLISH_DIGIT_SPELLINGS, ENGLISH_FUNCTION_WORDS

# Fewer words in capitals may be names alone: GPU, LLM.
_SHOUTED_WORDS = 4
# Of a sentence as a headline writes it (What Is The Price Of Corvin?), where even its small words have a capital.
_TITLED_SHARE = 0.7
_TITLED_SMALL_WORDS = 2
_NEGATED = re.compile(r"n['’]t$", re.IGNORECASE)
_SHORT_FORM = re.compile(r"['’](?:d|ll|m|re|s|ve)$", re.IGNORECASE)
_UNIT_ASKED_FOR = re.compile(r"(?<=몇)\s?[A-Za-z]{1,3}(?![A-Za-z\d])")
# So short a spelling is a name where it alone has capitals: B4 paper, an M8 bolt.
_SHORT_SPELLING = 2
_DAY_OF_THE_WEEK = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")


def named_on_purpose(text: str) -> Iterator[str]:
    """The Latin names of `text` without what has its capitals for another reason.

    Figures in small letters, units asked for (몇 B), days of the week, what chat spells so (OK, b4), small words and
    their short forms (Which, I'd), and words without a digit where all is shouted or titled.
    """
    text = _UNIT_ASKED_FOR.sub(" ", text)
    all_words = latin_words(text)
    shouted = sum(word.isupper() for word in all_words) >= max(_SHOUTED_WORDS, len(all_words) / 2)
    titled = _is_titled(all_words)
    for word in latin_names(text):
        if is_loose_figure(word) or _DAY_OF_THE_WEEK.fullmatch(word):
            continue
        plain = word.isalpha() and ((shouted and word.isupper()) or (titled and word.istitle()))
        if not (plain or _is_chat(word, shouted=shouted) or _is_small(word) or begins_request(word)):
            yield word


def _is_titled(words: Sequence[str]) -> bool:
    capitals = [word for word in words if word[0].isupper()]
    small = [word for word in capitals[1:] if word.istitle() and word.casefold() in ENGLISH_FUNCTION_WORDS]
    return len(small) >= _TITLED_SMALL_WORDS and len(capitals) >= _TITLED_SHARE * len(words)


def _is_chat(word: str, *, shouted: bool) -> bool:
    """Whether chat spells a word so that names nothing, where all is `shouted` or not: OK, gr8."""
    spelling = word.casefold()
    if spelling in ENGLISH_DIGIT_SPELLINGS:
        return word.islower() or shouted or len(word) > _SHORT_SPELLING
    return spelling in ENGLISH_CHAT_WORDS


def _is_small(word: str) -> bool:
    """Whether `word` is a capitalised small word, with what may hang on it: Which, I'd, They're, Don't."""
    base = _SHORT_FORM.sub("", word)
    small = base.istitle() and base.casefold() in ENGLISH_FUNCTION_WORDS
    return small or (base == "I" and base != word) or _NEGATED.search(word) is not None
