"""Questions that the passages can answer, made from their headings and names, to be offered while someone types."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from config.language import Language
from config.messages import message
from corpus.glossary import Glossary
from index.completion import Fit, Target, fit
from index.passage import Passage

# What Discord shows of a choice; a longer question is not offered.
MAX_CHARACTERS = 100
# A name that no heading bears is worth a question where so many passages mention it.
_MENTIONS = 3

_COLON = re.compile(r"\s*[:：]\s+")
# A capitalised word inside a sentence of the text, and in a heading after its first word.
_PROPER = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z'’]*\b")
_CAPITALISED = re.compile(r"(?<=[\w'’,;:–-] )[A-Z][a-z'’]*\b|(?<=\w-)[A-Z][a-z'’]*\b")
# Enough small letters to be read as a word, so that Koreans write it in Hangul: Mistral, but not MoE or H100.
_SPOKEN = re.compile(r"(?:[^a-z]*[a-z]){4}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question in one language, and the ways to write it that typed text is matched with."""

    text: str
    spellings: tuple[Target, ...]

    def fit(self, words: Sequence[str]) -> Fit:
        """How the question fits typed words: as its worst fitting word does."""
        return max((min(fit(word, target) for target in self.spellings) for word in words), default=Fit.AT_WORD)


class Suggestions:
    """The questions of one index. Immutable; safe to share."""

    def __init__(self, passages: Sequence[Passage], glossary: Glossary) -> None:
        self._offered = {
            language: _suggest([one for one in passages if one.language is language], language, glossary)
            for language in Language
        }

    def all(self, language: Language) -> tuple[str, ...]:
        """All questions in `language`, those about names first."""
        return tuple(suggestion.text for suggestion in self._offered[language])

    def matching(self, typed: str, language: Language, limit: int) -> tuple[str, ...]:
        """At most `limit` questions in `language` that have every typed word, those at the start of words first."""
        words = typed.split()
        found = [(suggestion.fit(words), suggestion.text) for suggestion in self._offered[language]]
        ranked = sorted((one for one in found if one[0] is not Fit.NOWHERE), key=lambda one: one[0])
        return tuple(text for _, text in ranked[:limit])


def _suggest(passages: Sequence[Passage], language: Language, glossary: Glossary) -> tuple[Suggestion, ...]:
    questions = dict.fromkeys(
        (*_about_names(passages, language, glossary), *_about_headings(passages, language, glossary))
    )
    return tuple(Suggestion(text, _spellings(text, glossary)) for text in questions if len(text) <= MAX_CHARACTERS)


def _spellings(text: str, glossary: Glossary) -> tuple[Target, ...]:
    """`text` as it is shown, with its names as the article writes them, and with their usual Korean spellings."""
    canonical = spoken = glossary.canonicalise(text)
    for name in glossary.names_in(text):
        for spelling in glossary.names[name][:1]:
            spoken = spoken.replace(name, spelling)
    return tuple(Target.of(spelling) for spelling in dict.fromkeys((text, canonical, spoken)))


def _about_names(passages: Sequence[Passage], language: Language, glossary: Glossary) -> Iterator[str]:
    headings = dict.fromkeys(name for one in passages for name in glossary.names_in(" | ".join(one.heading_path)))
    mentions = Counter(name for one in passages for name in glossary.names_in(" | ".join(one.lines)))
    often = [name for name, count in mentions.items() if count >= _MENTIONS]
    for name in dict.fromkeys((*headings, *often)):
        if name not in glossary.common_terms:
            yield message("suggestions.name", language, name=_spoken(name, language, glossary))


def _about_headings(passages: Sequence[Passage], language: Language, glossary: Glossary) -> Iterator[str]:
    proper = {word for one in passages for line in one.lines for word in _PROPER.findall(line)}
    for passage in passages:
        if not passage.heading_path:
            continue
        heading = _sentence_case(_COLON.split(passage.heading_path[-1], maxsplit=1)[-1], proper, glossary)
        question = message("suggestions.heading", language, heading=heading)
        if subject := _subject(passage, heading, glossary):
            spoken = _spoken(subject, language, glossary)
            whole = message("suggestions.heading_of", language, subject=spoken, heading=heading)
            question = whole if len(whole) <= MAX_CHARACTERS else question
        yield question


def _sentence_case(heading: str, proper: Collection[str], glossary: Glossary) -> str:
    """A heading without the capitals that only headings have: whoever answers takes those for names."""
    kept = {*proper, *(word for name in glossary.names_in(heading) for word in name.split())}
    return _CAPITALISED.sub(lambda word: word[0] if word[0] in kept else word[0].lower(), heading)


def _subject(passage: Passage, heading: str, glossary: Glossary) -> str:
    """The name that the outermost heading announces ("Llama 4: …"), where the passage's own heading has none."""
    announced, *rest = _COLON.split(passage.heading_path[0], maxsplit=1)
    own = len(passage.heading_path) == 1 or glossary.names_in(heading)
    return announced if rest and not own and glossary.names_in(announced) else ""


def _spoken(name: str, language: Language, glossary: Glossary) -> str:
    """A name as a question in `language` writes it."""
    if language is Language.KOREAN and _SPOKEN.match(name) and glossary.names.get(name):
        return glossary.names[name][0]
    return name
