"""Which language a question is in."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from config.language import Language
from index.wordforms import ENGLISH_FUNCTION_WORDS, ENGLISH_REQUESTS, KOREAN_QUESTION_WORDS, without_particle

_HANGUL = "가-힣ㄱ-ㅎㅏ-ㅣ"
_WORD = re.compile(rf"[A-Za-z0-9']*[{_HANGUL}]+|[A-Za-z']+(?:-[A-Za-z']+)*(?![0-9{_HANGUL}])")
_HANGUL_RUN = re.compile(f"[{_HANGUL}]+")
_LATIN_RUN = re.compile("[A-Za-z]+")
# Within an English phrase they may be part of a name or a term: Mixture of Experts, state of the art.
_LINKING = "a about an and as at by for from in into of on or than the to with"
_LINKING_WORDS = frozenset(_LINKING.split())
# A predicate ends a Korean sentence: its ending outweighs English words on the way there.
_FINAL_ENDING = re.compile(
    "(?:요|까|니다|[이거뭐지]야|해|줘|냐|나|[인한된]가|[하되있없]니|죠|[뭐이하]지|돼|[이한된]다|[했있없됐]어|[임됨음함]"
    "|[은는]|이란|란|대)$"
)
_FINAL_WEIGHT = 3
# Roughly what one syllable of Hangul takes in Latin letters.
_LETTERS_PER_SYLLABLE = 2.5


def detect_language(text: str) -> Language:
    """The language of a question, by its function words, particles and last ending; names may be in either script.

    Text without Hangul is English; text with Hangul and no English function word is Korean.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).replace("’", "'"))
    hangul = [word for word in words if _HANGUL_RUN.search(word)]
    if not hangul:
        return Language.ENGLISH
    english = sum(1 for _ in _english_function_words(words))
    if not english:
        return Language.KOREAN
    korean = sum(map(_is_korean_function_word, hangul))
    if hangul[-1] is words[-1] and _FINAL_ENDING.search(words[-1]):
        korean += _FINAL_WEIGHT
    if english != korean:
        return Language.ENGLISH if english > korean else Language.KOREAN
    syllables = sum(len(run) for word in hangul for run in _HANGUL_RUN.findall(word))
    letters = sum(len(run) for word in words for run in _LATIN_RUN.findall(word))
    return Language.KOREAN if syllables * _LETTERS_PER_SYLLABLE >= letters else Language.ENGLISH


def _english_function_words(words: Sequence[str]) -> Iterator[str]:
    """The words that make `words`, some of which are Hangul, an English sentence.

    A word in capitals is an abbreviation (IT, US) unless all are in capitals. Where Hangul comes last, a linking word
    counts if Hangul follows it: "benefits of 젬마", but not "chain of thought 장점".
    """
    latin = [word for word in words if not _HANGUL_RUN.search(word)]
    shouted = len(latin) > 1 and all(word.isupper() for word in latin)
    for word, following in zip(words, (*words[1:], ""), strict=True):
        linking = word.lower() in _LINKING_WORDS and _HANGUL_RUN.search(words[-1])
        abbreviation = word.isupper() and word != "I" and not shouted
        if _is_english_function_word(word) and not abbreviation and (not linking or _HANGUL_RUN.search(following)):
            yield word


def _is_english_function_word(word: str) -> bool:
    stem = word.lower().split("'")[0]
    return stem in ENGLISH_FUNCTION_WORDS or stem in ENGLISH_REQUESTS


def _is_korean_function_word(word: str) -> bool:
    stem = without_particle(word)
    return stem != word or stem in KOREAN_QUESTION_WORDS
