"""The figures and names a text states, and those it adds of its own. Pure functions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.answer import HEADING_MARK
from bot.judging.matching import HANGUL, without_marks
from config.language import Language
from corpus.figures import Figure, figures, is_coined, latin_names, latin_words, name_keys

_LIST_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)
# Counts that are words in one text and digits in another. Few on purpose: each is a figure nobody need state.
_COUNTS = {
    1: r"\b(?:one|single)\b|하나|단일|한 [개장대]",
    2: r"\b(?:two|both)\b|둘|두 (?:가지|개|종|모델|변형)",
    3: r"\bthree\b|셋|세 (?:가지|개|종|모델)",
    4: r"\bfour\b|넷|네 (?:가지|개)",
    5: r"\bfive\b|다섯",
}
_BULLET = f" \t-*•>#{HEADING_MARK}"
_KOREAN_SHARE = 0.5
_LETTERS_PER_SYLLABLE = 2.5


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states: its figures, and the keys of its Latin words (`corpus.figures.name_keys`)."""

    figures: frozenset[Figure]
    names: frozenset[tuple[str, ...]]

    def __or__(self, other: "Facts") -> "Facts":
        return Facts(self.figures | other.figures, self.names | other.names)

    def state_figure(self, figure: Figure) -> bool:
        """Whether the text states `figure`, in whatever writing."""
        return any(figure.matches(known) for known in self.figures)

    def state_name(self, name: str) -> bool:
        """Whether the text has `name`, as it is, written together, or each of its parts."""
        keys = name_keys(name)
        return keys in self.names or ("".join(keys),) in self.names or all((key,) in self.names for key in keys)


def facts_of(texts: Iterable[str]) -> Facts:
    """Every figure and every Latin word of `texts`."""
    stated: set[Figure] = set()
    names: set[tuple[str, ...]] = set()
    for text in texts:
        stated.update(figures(text))
        stated.update(
            Figure(Decimal(count), "", "") for count, words in _COUNTS.items() if re.search(words, text, re.IGNORECASE)
        )
        for word in latin_words(text):
            keys = name_keys(word)
            names |= {keys, ("".join(keys),), *((key,) for key in keys)}
    return Facts(frozenset(stated), frozenset(names))


def invented(answer: str, known: Facts) -> tuple[str, ...]:
    """Figures and Latin names of `answer` that `known` lacks.

    In Korean every Latin word counts as a name (`corpus.figures.latin_names`). Names in Hangul are not looked at.
    """
    text = _LIST_NUMBER.sub("", without_marks(answer))
    added = [figure.text for figure in figures(text) if not known.state_figure(figure)]
    return tuple(dict.fromkeys([*added, *(name for name in _names(text) if not known.state_name(name))]))


def reply_language(text: str, known: Facts) -> Language | None:
    """The language of a reply, names the article states left out; None where only names and figures are left.

    A Hangul syllable weighs as much as 2.5 Latin letters, about what each takes of the same sentence.
    """
    bare = without_marks(text)
    hangul = len(re.findall(f"[{HANGUL}]", bare)) * _LETTERS_PER_SYLLABLE
    latin = sum(len(word) for word in latin_words(bare) if not (_is_capitalised(word) and known.state_name(word)))
    if hangul + latin == 0:
        return None
    return Language.KOREAN if hangul / (hangul + latin) >= _KOREAN_SHARE else Language.ENGLISH


def _names(text: str) -> list[str]:
    """The names of each line; a line is looked at alone, since each begins with a capital."""
    return [name for line in text.splitlines() for name in latin_names(line.lstrip(_BULLET))]


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or is_coined(word)
