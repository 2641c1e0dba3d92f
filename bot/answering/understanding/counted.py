"""What a question asks the number of: how many parameters, 매개변수가 몇 개."""

import re
from itertools import takewhile

from bot.answering.content_words import content_units
from bot.answering.understanding.leaning import says_nothing
from bot.answering.understanding.units_asked import COUNTER_OF_THINGS, units_asked_for

_HOW_MANY = re.compile(r"\bhow many\s+((?:[A-Za-z][\w-]*\s?){1,3})", re.IGNORECASE)
_COUNT_KO = rf"몇\s?{COUNTER_OF_THINGS}"
_BEHIND_COUNT_KO = re.compile(rf"{_COUNT_KO}의?\s([가-힣A-Za-z]{{2,}})[을를이가](?![가-힣])")
_BEFORE_COUNT_KO = re.compile(
    rf"(?<!\S)([가-힣A-Za-z]{{2,}})[이가은는을를도]\s(?:(?:다|대략|모두|전부|총)\s)?{_COUNT_KO}"
)


def counted_in(question: str) -> frozenset[str]:
    """What `question` asks the number of, in comparable units.

    Nothing where it asks for a measure or for people, of whom texts tell in many words.
    """
    if units_asked_for(question):
        return frozenset()
    found = [" ".join(takewhile(_says_something, words[1].split())) for words in _HOW_MANY.finditer(question)]
    found += _BEHIND_COUNT_KO.findall(question) or _BEFORE_COUNT_KO.findall(question)
    return content_units(" ".join(found))


def _says_something(word: str) -> bool:
    return not says_nothing(word)
