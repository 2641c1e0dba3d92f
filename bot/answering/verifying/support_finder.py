"""Which passages of the article carry a sentence, and of whom their lines tell."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.content_words import content_units, content_words
from bot.answering.names.names import NameIndex, names_of
from bot.answering.names.subjects import SubjectIndex
from bot.answering.understanding.understood import Understood
from bot.answering.verifying.support import Said, Source, Support, is_added
from corpus.figures import Figure, figures
from corpus.glossary import Glossary
from index.passage import Hit, Passage


class SupportFinder:
    """Weighs sentences against hits, both sides of each. Made once an answer; figures and words are read once."""

    def __init__(self, hits: Sequence[Hit], subjects: SubjectIndex, glossary: Glossary) -> None:
        self._subjects = subjects
        self._glossary = glossary
        self._sources = tuple(Source(hit, subjects) for hit in hits)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits it was made for."""
        return tuple(source.hit for source in self._sources)

    def supports(self, sentence: str) -> tuple[Support, ...]:
        """The sentence against every hit, the best first: nothing missing before much covered."""
        said = Said.by(sentence, self._subjects, self._glossary)
        found = [source.support(said) for source in self._sources]
        found.sort(key=lambda support: (len(support.missing), -support.coverage))
        return tuple(self._helped(support, said) for support in found)

    def _helped(self, support: Support, said: Said) -> Support:
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

    def is_about(self, hit: Hit, name: str) -> bool:
        """Whether `hit` speaks of `name`, or stands below a line that does and announces it."""
        return self._subjects.is_about(hit, name)

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
        return bool(missing) or any(is_added(word, known) for word in content_words(sentence))

    def names_in(self, text: str) -> tuple[str, ...]:
        """The names in `text`."""
        return names_of(text, self._glossary)

    def unmentioned(self, names: Sequence[str], hits: Sequence[Hit]) -> tuple[str, ...]:
        """Of `names`, those that none of `hits` is about."""
        return tuple(name for name in names if not any(self._subjects.is_about(hit, name) for hit in hits))
