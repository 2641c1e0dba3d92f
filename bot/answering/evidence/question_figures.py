"""The figures a question takes for granted, and which of its names it gives them to."""

import re
from collections.abc import Sequence

from bot.answering.names.loose_figures import with_capital_units, without_digits_for_words
from bot.answering.understanding.about_the_asker import said_of_the_article
from bot.answering.understanding.understood import Understood
from corpus.clock import HOUR
from corpus.decades import without_decades
from corpus.figures import Figure, figures, located_figures

# What a question may count without doubting it: what it compares, or means to hand over.
_MOST_COUNTED = 12
_SMALLEST_LARGE = 100
_HANDED_OVER = re.compile(
    r"\d[\d,]*(?:[\s-](?:pages?|books?|chapters?|lines?|words?)\b|\s?(?:권|줄|페이지|쪽|글자|단어|챕터))", re.IGNORECASE
)
_HOUR = re.compile(
    r"(?<![\d:.,])\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m(?![A-Za-z])|(?<![\d:.,])\d{1,2}:[0-5]\d(?![\d:])"
    rf"|\d{{1,2}}\s?{HOUR}(?:\s?\d{{1,2}}분)?",
    re.IGNORECASE,
)
# 1도 모르다: not in the least, which is no temperature.
_NOT_IN_THE_LEAST = re.compile(r"(?<![\d.])1도(?=\s?(?:안|않|못|모[르를름]|몰|없|관심|이해))")
# 100% free, 100% 무료: wholly.
_WHOLLY = re.compile(r"(?<![\d.,])100\s?(?:%|percent\b|퍼센트|프로(?![가-힣]))", re.IGNORECASE)
_OFFERED = re.compile(
    r"\bor\b|\bbetween\b|\bwhich (?:one )?of\b|아니면|또는|혹은|중(?:에서?|엔)?(?![가-힣])"
    r"|(?:야|예요|이에요|인가요?|임|일까)\s[^?]*(?:야|예요|이에요|인가요?|임|일까)\s*\??$",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"[.,;:?!]|\b(?:and|or|than|like|unlike|as|but|while|whereas)\b|인데|지만|반면|보다|처럼|말고|랑 |하고 |[와과] ",
    re.IGNORECASE,
)
# "Corvin's context of 128K" is of Corvin; further apart, word order tells nothing.
_MOST_WORDS_BETWEEN = 1


def presumed_figures(question: str) -> tuple[Figure, ...]:
    """The figures a question speaks of: no wish for length, nothing of the asker, no bare one ("1 GPU")."""
    presumed = figures(with_capital_units(said_of_the_article(_NOT_IN_THE_LEAST.sub(" ", question))))
    return tuple(figure for figure in presumed if figure.value != 1 or figure.unit)


def doubtful_figures(question: Understood) -> tuple[Figure, ...]:
    """Of the presumed figures, those that are wrong unless the article gives them.

    Not a version, which belongs to its name, nor a decade, of which the article may give a year. Where it asks for no
    reasons, neither a small count, nor what it means to hand over (a book of 300 pages), nor when it means to come, nor
    100%, which mostly is "wholly".
    """
    text = without_digits_for_words(without_decades(question.text))
    for name in question.names:
        text = re.sub(rf"(?<![A-Za-z\d-]){re.escape(name)}(?![A-Za-z\d-])", " ", text)
    if question.wanted.presumes:
        return presumed_figures(text)
    presumed = presumed_figures(_WHOLLY.sub(" ", _HOUR.sub(" ", _HANDED_OVER.sub(" ", text))))
    return tuple(figure for figure in presumed if not is_small_count(figure))


def is_small_count(figure: Figure) -> bool:
    """Whether `figure` is a few of something: 2 tools, 등불 8개."""
    return not figure.unit and figure.text.isdecimal() and figure.value <= _MOST_COUNTED


def is_large_number(figure: Figure) -> bool:
    """Whether `figure` is one that words spell without doubt."""
    return figure.value >= _SMALLEST_LARGE


def offers(question: str) -> bool:
    """Whether `question` offers things to choose among."""
    return _OFFERED.search(question) is not None


def attached_name(figure: Figure, question: str, names: Sequence[str]) -> str:
    """The one name `question` gives `figure` to, empty where it gives it to none or to several alike."""
    between = {name: words for name in names if (words := _words_between(figure, name, question)) is not None}
    nearest = [name for name, words in between.items() if words == min(between.values())]
    return nearest[0] if len(nearest) == 1 and between[nearest[0]] <= _MOST_WORDS_BETWEEN else ""


def nearest_name(figure: Figure, question: str, names: Sequence[str]) -> str:
    """The name that stands closest to `figure`, empty where there is none."""
    place, _ = _place(figure, question)
    found = [(abs(question.find(name) - place), name) for name in names if name in question]
    return min(found, default=(0, ""))[1]


def _words_between(figure: Figure, name: str, text: str) -> int | None:
    """How many words part `figure` from `name`, None where a pause or a comparison does."""
    start, end = _place(figure, text)
    named = text.find(name)
    if min(start, named) < 0:
        return None
    gap = text[named + len(name) : start] if named < start else text[end:named]
    glued = re.sub(r"^(?:['’]?s|[가-힣]{1,3})(?=\s)", "", gap)
    return None if _PARTED.search(gap) else len(glued.split())


def _place(figure: Figure, text: str) -> tuple[int, int]:
    """Where `figure` begins and ends in `text`, -1 where it does not stand there."""
    places = ((start, end) for known, start, end in located_figures(text) if known == figure)
    return next(places, (-1, -1))
