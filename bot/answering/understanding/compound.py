"""A message that asks several questions at once, and each of them on its own."""

import re
from collections.abc import Callable
from itertools import takewhile

from bot.answering.understanding.leaning import says_nothing
from bot.answering.understanding.patterns import (
    AFTER_PREPOSITION,
    AUXILIARY,
    QUESTION_WORD,
    QUESTION_WORD_KO,
    any_of,
)
from bot.answering.understanding.yes_or_no import asks_yes_or_no
from index.hangul import syllables_ending_in

_MAX_QUESTIONS = 3
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = frozenset("?？")
_TYPED_LETTERS = "".join(map(chr, range(ord("ㄱ"), ord("ㅣ") + 1)))
_HANGUL = re.compile("[가-힣]")

_SUBJECT = r"(?:an?|any|he|i|its?|my|our|she|that|their|there|the|these|they|this|those|we|your?|(?-i:[A-Z])\S*)"
_ASKING_WORD = AFTER_PREPOSITION + QUESTION_WORD
_THEN = r"(?:(?:also|and|but|plus|so|then)\b[,\s]*)*"
_BOUNDARY = any_of(
    rf"(?<=[?？])\s+{_THEN}(?!or\b)",
    rf"[,;]?\s+(?:and|but|plus)\s{_THEN}(?={_ASKING_WORD}|{AUXILIARY}\s{_SUBJECT}\b)",
    # Not "Gemma 3, which is small, …" nor "in 2025, when it came out, …".
    rf"[,;]\s(?:(?:also|then)\s)?(?=(?:how|what|why)\b|{AUXILIARY}\s{_SUBJECT}\b)",
)
_ASKS = any_of(r"\b(?:how|what|wh(?:ich|om?|ose|y))\b", rf"\bwh(?:en|ere)\s{AUXILIARY}\b", rf"^{AUXILIARY}\s\w")
_SETS_IN_PAIRS = any_of(r"\b(?:between|both|compared?|differ\w*|versus|vs)\b")
# "Right?" and "is that true?" ask nothing new, "why?" alone nothing without the rest.
_MERE_TAG = any_of(
    rf"(?:{AUXILIARY}\s)?(?:it|that|this|they)?\s?(?:correct|huh|no|ok|right|so|true|yes)?",
    r"(?:맞|그렇|그래|진짜|정말|아니)\S*",
    r"(?:how|what|wh\w+|왜|뭐|언제|어디|누가|어떻게)(?:요|죠)?(?:\s(?:so|not|exactly))?",
)

_ASKING_WORD_KO = re.compile(QUESTION_WORD_KO)
# "쓰고 있어요", "보고 싶어요" and "라고 …" are no "and".
_GOES_ON = r"(?!있|싶|나서|나면|계시|말|하[나는니]|해|보[니면]|볼|본)"
_THEN_KO = r"(?:(?:그리고|또|글고|글구|그럼|아)\s)*(?!아님|아니면|혹은|또는)"
_BOUNDARY_KO = any_of(
    rf"(?<=[?？])\s+{_THEN_KO}",
    rf"(?<=[가-힣][고며])(?<![라다냐자]고)요?,?\s+{_THEN_KO}{_GOES_ON}",
    rf"(?<=[{syllables_ending_in('ㄴ')}]지)(?:이?랑|하고|와|,)\s+{_THEN_KO}{_GOES_ON}",
    r"(?<=[가-힣])[,.]?\s+(?:그리고|글고|글구)\s",
)
_WHAT_IS_IT = re.compile(r"(?P<what>(?:뭐|머|무엇|누구|언제|어디|얼마|몇(?:\s?[가-힣]{1,3}?)?)(?P<open>이?))[고며]$")
_DOES = re.compile(rf"(?<=[{syllables_ending_in('ㅆ')}가내되들보쓰오주하])[고며]$")
_HOW_MANY_KO = re.compile(r"(?:각각\s)?몇\s?[가-힣]{1,3}?(?:이?[에예]요|이?야|인가요?|이?죠|임)?\W*")
_LEFT_OUT_KO = re.compile(r"[은는]요?$")
_ASKS_AT_THE_END_KO = re.compile(r"(?:까|[는은]지|[나가]요|[는은]요?)$")


def questions_in(text: str) -> tuple[str, ...]:
    """The questions that `text` asks, each worded as one, where it asks two or three; else none.

    What a later one leaves out because an earlier one says it stays left out.
    """
    found = _korean(text) if _HANGUL.search(text) else _english(text)
    return found if 1 < len(found) <= _MAX_QUESTIONS and all(map(_says_something, found)) else ()


def _english(text: str) -> tuple[str, ...]:
    def parts(left: str, right: str) -> bool:
        if _ends_in_mark(left):
            return _ends_in_mark(right) or _ASKS.search(right) is not None
        if _SETS_IN_PAIRS.search(left) or not _ASKS.search(left):
            return False
        return bool(_ASKS.search(right) or asks_yes_or_no(right))

    *earlier, last = _split(text, _BOUNDARY, parts)
    return (*map(_as_question, earlier), last)


def _korean(text: str) -> tuple[str, ...]:
    def parts(left: str, right: str) -> bool:
        asks_too = _ASKING_WORD_KO.search(right)
        if _ends_in_mark(left):
            return bool(asks_too or _ends_in_mark(right) or _ASKS_AT_THE_END_KO.search(_without_tail(right)))
        if not _ASKING_WORD_KO.search(left):
            return False
        is_what = _WHAT_IS_IT.search(left) and asks_yes_or_no(right)
        return bool(asks_too or is_what or _LEFT_OUT_KO.search(_without_tail(right)))

    *earlier, last = _split(text, _BOUNDARY_KO, parts)
    return (*map(_as_question_ko, earlier), last)


def _split(text: str, boundary: re.Pattern[str], parts: Callable[[str, str], bool]) -> list[str]:
    """`text` at each `boundary` that `parts` what is before it, from the last one on, and all that is behind it."""
    found, start = [], 0
    for between in boundary.finditer(text):
        left, right = text[start : between.start()].strip(), text[between.end() :].strip()
        if _WORD.search(left) and len(left.split()) > 1 and not _is_mere_tag(right) and parts(left, right):
            found.append(left)
            start = between.end()
    return [*found, text[start:].strip()]


def _says_something(question: str) -> bool:
    """Whether `question` asks more than "how many?" or 몇 개야?, which the one before it has to say of what."""
    if _HANGUL.search(question):
        return _HOW_MANY_KO.fullmatch(question) is None
    return not all(map(says_nothing, _WORD.findall(question)))


def _is_mere_tag(text: str) -> bool:
    """Whether `text` only asks to confirm what was asked ("right?"), or laughs."""
    return _MERE_TAG.fullmatch(_without_tail(text).rstrip(_TYPED_LETTERS)) is not None


def _ends_in_mark(text: str) -> bool:
    return not _MARKS.isdisjoint(text[len(_without_tail(text)) :])


def _without_tail(text: str) -> str:
    """`text` up to its last letter or digit. A pattern would try every place of a long tail."""
    tail = sum(1 for _ in takewhile(lambda character: not character.isalnum(), reversed(text)))
    return text[: len(text) - tail]


def _as_question(part: str) -> str:
    return part if _ends_in_mark(part) else f"{part.rstrip(' ,;.!')}?"


def _as_question_ko(part: str) -> str:
    """`part` as it is asked on its own: "몇 개예요?" for 몇 개고, "썼나요?" for 썼고; else as it is."""
    part = part.rstrip(" ,")
    if is_what := _WHAT_IS_IT.search(part):
        return f"{part[: is_what.end('what')]}{'에요' if is_what['open'] else '예요'}?"
    return f"{part[:-1]}나요?" if _DOES.search(part) else _as_question(part)
