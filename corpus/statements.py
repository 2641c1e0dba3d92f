"""What a line says that its twin in the other language must say, too: figures, names, versions."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from config.language import Language
from corpus.figures import Figure, figures, latin_words, name_keys, named_figures
from corpus.glossary import Glossary
from corpus.numerals import spelled_numbers

# A word that begins a run of Latin words: LM of "LM Studio", not Studio.
_RUN_START = re.compile(r"(?<![A-Za-z0-9] )(?<![A-Za-z0-9-])[A-Z][A-Za-z]*")


class Statement:
    """One line. Spellings of the glossary count as the names they stand for."""

    def __init__(self, text: str, language: Language, number: int, glossary: Glossary) -> None:
        self.text = text
        self.language = language
        self.number = number
        self.names = glossary.names_in(text)
        self._canonical = glossary.canonicalise(text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, in order."""
        return figures(self._canonical)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in Latin script, in order."""
        return latin_words(self._canonical)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The parts of its Latin words, as they compare."""
        return frozenset(key for word in self.words for key in name_keys(word))

    @cached_property
    def versions(self) -> tuple[tuple[str, Figure], ...]:
        """The figures right after a name, with its key: Gemma 3."""
        named = named_figures(self._canonical)
        return tuple((key, figure) for name, figure in named for key in name_keys(name))

    def has(self, figure: Figure) -> bool:
        """Whether it says `figure`, in digits or in words."""
        return figure.value in self._spelled or any(figure.matches(other) for other in self.figures)

    def contradicts(self, name: str, figure: Figure) -> bool:
        """Whether it names `name` but with another figure after it, or with none while `figure` is another name's."""
        own = [other for key, other in self.versions if key == name]
        if own:
            return not any(figure.matches(other) for other in own)
        taken = sum(figure.matches(other) for _, other in self.versions)
        return name in self.keys and 0 < taken == sum(figure.matches(other) for other in self.figures)

    @cached_property
    def _spelled(self) -> frozenset[Decimal]:
        return spelled_numbers(self.text)


def run_starts(texts: Iterable[str]) -> frozenset[str]:
    """The keys of capitalised words that begin a run of Latin words: the names a Korean text keeps in Latin script."""
    return frozenset(key for text in texts for word in _RUN_START.findall(text) for key in name_keys(word))
