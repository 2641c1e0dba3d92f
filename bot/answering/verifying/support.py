"""A sentence weighed against one hit: which of its figures, its names and its words stand there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from bot.answering.content_words import content_units, content_words, words_beside
from bot.answering.names.names import is_common_term, names_of
from bot.answering.names.subjects import SubjectIndex
from corpus.decades import figures_and_decades
from corpus.figures import Figure, figures
from corpus.glossary import Glossary
from index.lexical import Word, words
from index.passage import Hit, Passage

# What a sentence needs to be one, and says nothing of its own.
_LIGHT = content_units("""
    according article contain feature get gets got include made make makes making model offer provide role state take
    taken takes thing took use used uses using
    가지 가능 경우 글 기사 내용 모델 사용 수행 언급 역할 이용 제공 특징 포함 활용
""")
# So many words on either side of a figure say what it is a figure of.
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class Support:
    """How a sentence stands to one hit.

    `coverage` is the share of its words that the hit has (0 to 1), `missing` the figures and names it lacks, `added`
    other words of weight that it lacks (next to a figure: that its headings and what states that figure lack), `quotes`
    the lines of the passage that carry it. `helpers` are hits about the same names that have a figure it lacks.
    """

    hit: Hit
    coverage: float
    missing: tuple[str, ...]
    added: tuple[str, ...]
    quotes: tuple[str, ...]
    helpers: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says, read once for all hits: each figure with the words next to it."""

    figures: tuple[Figure, ...]
    beside: tuple[tuple[Word, ...], ...]
    names: tuple[str, ...]
    unfamiliar: tuple[str, ...]
    words: tuple[Word, ...]

    @classmethod
    def by(cls, sentence: str, subjects: SubjectIndex, glossary: Glossary) -> Self:
        """What `sentence` says."""
        stated = figures_and_decades(sentence)
        return cls(
            stated,
            tuple(content_words(" ".join(words_beside(figure, sentence, _BESIDE))) for figure in stated),
            names_of(sentence, glossary),
            tuple(word for word in subjects.unfamiliar(sentence) if not is_common_term(word, glossary)),
            content_words(sentence),
        )

    @property
    def units(self) -> frozenset[str]:
        """The terms of its words."""
        return frozenset(term for word in self.words for term in word.terms)


class Source:
    """One hit as the source of sentences, both its sides read once. `subjects` tells of whom it speaks."""

    def __init__(self, hit: Hit, subjects: SubjectIndex) -> None:
        self.hit = hit
        self._subjects = subjects
        self._figures = [figure for side in hit.sides for figure in figures(_whole(side))]
        self._words = {unit for side in hit.sides for unit in content_units(_whole(side))}
        texts = [text for side in hit.sides for text in (*side.heading_path, side.lead, *side.lines)]
        self._figured = [(known, content_units(text)) for text in texts if (known := figures(text))]
        self._headings = content_units(" . ".join(heading for side in hit.sides for heading in side.heading_path))
        sounding = [word for side in hit.sides for word in words(_whole(side)) if word.sound]
        self._sounds = {(word.letters.isascii(), word.sound) for word in sounding}

    def support(self, said: Said) -> Support:
        """How what is `said` stands to the hit, without helpers."""
        missing = [figure.text for figure in said.figures if not self.states([figure])]
        missing += self.lacks(said.names)
        missing += [word for word in said.unfamiliar if not self._subjects.has_word(self.hit, word)]
        sounding = self._known_by_sound(said)
        known = self._words | sounding
        coverage = len(said.units & known) / len(said.units) if said.units else 0.0
        added = [word.letters for word in said.words if is_added(word, known)]
        for figure, beside in zip(said.figures, said.beside, strict=True):
            stated = self._stated_with(figure) | sounding
            added += [word.letters for word in beside if is_added(word, stated)]
        return Support(self.hit, coverage, tuple(missing), tuple(added), self._quotes(said.units))

    def states(self, wanted: Sequence[Figure]) -> bool:
        """Whether every figure stands here."""
        return all(any(figure.matches(known) for known in self._figures) for figure in wanted)

    def lacks(self, names: Sequence[str]) -> list[str]:
        """Of `names`, those this hit does not speak of."""
        return [name for name in names if not self._subjects.speaks_of(self.hit, name)]

    def _stated_with(self, figure: Figure) -> set[str]:
        """The words of the headings, and of what states `figure`."""
        stating = (units for known, units in self._figured if any(map(figure.matches, known)))
        return set(self._headings).union(*stating)

    def _known_by_sound(self, said: Said) -> set[str]:
        """The units of words that stand here in the other script: 파라미터 for parameters."""
        in_other_script = (word for word in said.words if (not word.letters.isascii(), word.sound) in self._sounds)
        return {term for word in in_other_script for term in word.terms}

    def _quotes(self, wanted_words: frozenset[str]) -> tuple[str, ...]:
        """The fewest lines that cover what this passage's lines cover of the words, in their order."""
        lines = self.hit.passage.lines
        units = [content_units(line) for line in lines]
        left = wanted_words - self._headings or wanted_words
        chosen: set[int] = set()
        while True:
            gains = [len(left & line) for line in units]
            best = max(range(len(lines)), key=gains.__getitem__)
            if gains[best] == 0:
                break
            chosen.add(best)
            left = left - units[best]
        return tuple(lines[index] for index in sorted(chosen)) or lines[:1]


def is_added(word: Word, known: Collection[str]) -> bool:
    """Whether `word` weighs something and less than half of its terms are `known`."""
    return not _LIGHT.issuperset(word.terms) and 2 * len(set(word.terms) & set(known)) < len(set(word.terms))


def _whole(passage: Passage) -> str:
    return " . ".join((*passage.heading_path, *passage.lines))
