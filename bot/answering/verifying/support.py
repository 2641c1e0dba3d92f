"""How far lines of the article carry a sentence: its figures, its names, and its words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.answering.content_words import content_units, content_words, words_beside
from bot.answering.names.names import NameIndex, SubjectIndex, names_of
from bot.answering.understanding.understood import Understood
from corpus.figures import Figure, figures
from corpus.glossary import Glossary
from index.lexical import Word, words
from index.passage import Hit, Passage

# What a sentence needs to be one, and says nothing of its own.
_LIGHT_LISTED = """
    according article contain feature get gets got include made make makes making model offer provide role state take
    taken takes thing took use used uses using
    가지 가능 경우 글 기사 내용 모델 사용 수행 언급 역할 이용 제공 특징 포함 활용
"""
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
class _Said:
    """What a sentence says, read once for all hits: each figure with the words next to it."""

    figures: tuple[Figure, ...]
    beside: tuple[tuple[Word, ...], ...]
    names: tuple[str, ...]
    unfamiliar: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def units(self) -> frozenset[str]:
        return frozenset(term for word in self.words for term in word.terms)


class SupportFinder:
    """Weighs sentences against hits, both sides of each. Made once an answer; figures and words are read once."""

    def __init__(self, hits: Sequence[Hit], subjects: SubjectIndex, glossary: Glossary) -> None:
        self._subjects = subjects
        self._glossary = glossary
        self._sources = tuple(_Source(hit, subjects) for hit in hits)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits it was made for."""
        return tuple(source.hit for source in self._sources)

    def supports(self, sentence: str) -> tuple[Support, ...]:
        """The sentence against every hit, the best first: nothing missing before much covered."""
        stated = figures(sentence)
        said = _Said(
            stated,
            tuple(content_words(" ".join(words_beside(figure, sentence, _BESIDE))) for figure in stated),
            names_of(sentence, self._glossary),
            self._subjects.unfamiliar(sentence),
            content_words(sentence),
        )
        found = [source.support(said) for source in self._sources]
        found.sort(key=lambda support: (len(support.missing), -support.coverage))
        return tuple(self._helped(support, said) for support in found)

    def _helped(self, support: Support, said: _Said) -> Support:
        """`support` with another hit for the figures it lacks, where that hit speaks of all the sentence's names."""
        lacking = [figure for figure in said.figures if figure.text in support.missing]
        if not lacking or len(lacking) < len(support.missing) or not said.names:
            return support
        for source in self._sources:
            if source.hit is not support.hit and source.states(lacking) and not source.lacks(said.names):
                added = set(source.support(said).added)
                both = tuple(word for word in support.added if word in added)
                return replace(support, missing=(), added=both, helpers=(source.hit,))
        return support

    def of(self, hit: Hit, text: str) -> Support:
        """`text` against one hit, which need not be among those it was made for."""
        return SupportFinder((hit,), self._subjects, self._glossary).supports(text)[0]

    def states(self, hit: Hit, wanted: Sequence[Figure]) -> bool:
        """Whether every figure of `wanted` stands in `hit`, one of those it was made for."""
        return next(source for source in self._sources if source.hit is hit).states(wanted)

    def joins_lines(self, sentence: str, hit: Hit) -> bool:
        """Whether `sentence` has several names, beside those of the heading and the lead, that no line has together.

        What one line says of the one, the sentence may then say of the other.
        """
        above = NameIndex((text for side in hit.sides for text in (*side.heading_path, side.lead)), self._glossary)
        names = [name for name in self.names_in(sentence) if name not in above]
        lines = (NameIndex([line], self._glossary) for side in hit.sides for line in side.lines)
        return len(names) > 1 and not any(all(name in line for name in names) for line in lines)

    def in_passing(self, hit: Hit, names: Sequence[str]) -> tuple[str, ...]:
        """Those of `names` that `hit` only mentions, nothing where it is about another of them."""
        if any(self._subjects.heads(hit, name) for name in names):
            return ()
        return tuple(name for name in names if self._subjects.mentions_in_passing(hit, name))

    def lines_with(self, names: Sequence[str], side: Passage) -> tuple[str, ...]:
        """The lines of `side` that have one of `names`."""
        indexed = ((line, NameIndex([line], self._glossary)) for line in side.lines)
        return tuple(line for line, known in indexed if any(name in known for name in names))

    def lines_that_may_tell_of(self, asked: Understood, side: Passage, lines: Sequence[str]) -> Sequence[str]:
        """Of `lines` of `side`, those with a name that `asked` has, or without any.

        All of them where a heading has one of its names, or no line has. Beside the line on one person, that on
        another tells nothing of the first.
        """
        names = (*asked.names, *self._subjects.unfamiliar(asked.text))
        above = " . ".join((*side.heading_path, side.lead))
        if not names or self._has_one_of(names, above) or not any(self._has_one_of(names, line) for line in lines):
            return lines
        return [
            line
            for line in lines
            if self._has_one_of(names, line) or not (self.names_in(line) or self._subjects.unfamiliar(line))
        ]

    def _has_one_of(self, names: Sequence[str], text: str) -> bool:
        known = NameIndex([text], self._glossary)
        return any(name in known or name.casefold() in text.casefold() for name in names)

    def says_of_another(self, sentence: str, hit: Hit, asked: Sequence[str]) -> bool:
        """Whether `sentence` says of a name that `hit` only mentions what the lines that mention it do not.

        Without a name it speaks of those `asked` about.
        """
        passing = self.in_passing(hit, self.names_in(sentence) or asked)
        if not passing:
            return False
        told = " . ".join(line for side in hit.sides for line in self.lines_with(passing, side))
        known = content_units(told)
        missing = set(figures(sentence)) - set(figures(" . ".join((told, *passing))))
        return bool(missing) or any(_is_added(word, known) for word in content_words(sentence))

    def names_in(self, text: str) -> tuple[str, ...]:
        """The names in `text`."""
        return names_of(text, self._glossary)

    def unmentioned(self, names: Sequence[str], hits: Sequence[Hit]) -> tuple[str, ...]:
        """Of `names`, those that none of `hits` is about."""
        return tuple(name for name in names if not any(self._subjects.is_about(hit, name) for hit in hits))


class _Source:
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

    def support(self, said: _Said) -> Support:
        missing = [figure.text for figure in said.figures if not self.states([figure])]
        missing += self.lacks(said.names)
        missing += [word for word in said.unfamiliar if not self._subjects.has_word(self.hit, word)]
        sounding = self._known_by_sound(said)
        known = self._words | sounding
        coverage = len(said.units & known) / len(said.units) if said.units else 0.0
        added = [word.letters for word in said.words if _is_added(word, known)]
        for figure, beside in zip(said.figures, said.beside, strict=True):
            stated = self._stated_with(figure) | sounding
            added += [word.letters for word in beside if _is_added(word, stated)]
        return Support(self.hit, coverage, tuple(missing), tuple(added), self._quotes(said.units))

    def _stated_with(self, figure: Figure) -> set[str]:
        """The words of the headings, and of what states `figure`."""
        stating = (units for known, units in self._figured if any(map(figure.matches, known)))
        return set(self._headings).union(*stating)

    def _known_by_sound(self, said: _Said) -> set[str]:
        """The units of words that stand here in the other script: 파라미터 for parameters."""
        in_other_script = (word for word in said.words if (not word.letters.isascii(), word.sound) in self._sounds)
        return {term for word in in_other_script for term in word.terms}

    def states(self, wanted: Sequence[Figure]) -> bool:
        """Whether every figure stands here."""
        return all(any(figure.matches(known) for known in self._figures) for figure in wanted)

    def lacks(self, names: Sequence[str]) -> list[str]:
        """Of `names`, those this hit does not speak of."""
        return [name for name in names if not self._subjects.speaks_of(self.hit, name)]

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


def _is_added(word: Word, known: Collection[str]) -> bool:
    """Whether `word` weighs something and less than half of its terms are `known`."""
    return not _LIGHT.issuperset(word.terms) and 2 * len(set(word.terms) & set(known)) < len(set(word.terms))


def _whole(passage: Passage) -> str:
    return " . ".join((*passage.heading_path, *passage.lines))


_LIGHT = content_units(_LIGHT_LISTED)
