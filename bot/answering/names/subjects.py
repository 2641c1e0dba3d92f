"""What the passages of an article speak of: about which names each is, and which it only mentions."""

from collections.abc import Sequence
from functools import partial

from bot.answering.names.names import NameIndex, base_and_size
from bot.answering.names.word_index import WordIndex
from bot.lexicon.lexicon import Lexicon
from corpus.glossary import Glossary
from index.passage import Hit, Passage


class SubjectIndex:
    """Whom the passages speak of. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], glossary: Glossary, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = WordIndex(text for passage in passages for text in _texts(passage))
        self._words_of = {passage.passage_id: WordIndex(_texts(passage)) for passage in passages}
        self._article = NameIndex((text for passage in passages for text in _texts(passage)), glossary)
        self._whole = {passage.passage_id: NameIndex(_texts(passage), glossary) for passage in passages}
        self._subject = {passage.passage_id: NameIndex(_subject_texts(passage), glossary) for passage in passages}
        self._leads = {passage.passage_id: NameIndex([passage.lead], glossary) for passage in passages}
        self._above = {
            passage.passage_id: NameIndex((*passage.heading_path, passage.lead), glossary) for passage in passages
        }
        self._headings = NameIndex((heading for passage in passages for heading in passage.heading_path), glossary)
        self._siblings = {
            passage.passage_id: NameIndex(_sibling_headings(passage, passages), glossary) for passage in passages
        }

    def __contains__(self, name: str) -> bool:
        """Whether the article mentions `name` anywhere, or a passage its parts apart."""
        return name in self._article or any(map(partial(self._has_apart, name), self._whole))

    def unfamiliar(self, text: str) -> tuple[str, ...]:
        """The names and unknown words of `text`, also where nothing but a dictionary tells that they are."""
        return self._lexicon.unfamiliar(text)

    def has_anywhere(self, word: str) -> bool:
        """Whether the article has `word` in any spelling."""
        return word in self._words

    def has_word(self, hit: Hit, word: str) -> bool:
        """Whether either side of `hit` has `word` in any spelling."""
        return any(word in self._words_of[side.passage_id] for side in hit.sides)

    def speaks_of(self, hit: Hit, name: str) -> bool:
        """Whether either side of `hit` speaks of `name`.

        A name that only the heading right above mentions ("Scout and Maverick") does not count where a sibling's own
        heading bears it: that sibling speaks of it, this passage does not.
        """
        return any(self.passage_speaks_of(side, name) for side in hit.sides)

    def is_about(self, hit: Hit, name: str) -> bool:
        """Whether either side of `hit` speaks of `name`, or stands below a line that does and announces it."""
        return self.speaks_of(hit, name) or any(name in self._leads[side.passage_id] for side in hit.sides)

    def heads(self, hit: Hit, name: str) -> bool:
        """Whether a heading of `hit`, or what announces it, has `name`."""
        return any(name in self._above[side.passage_id] for side in hit.sides)

    def mentions_in_passing(self, hit: Hit, name: str) -> bool:
        """Whether `hit`, which is about something else, has `name` in a line: the article tells of it elsewhere."""
        return name in self._headings and not self.heads(hit, name) and self.speaks_of(hit, name)

    def passage_speaks_of(self, passage: Passage, name: str) -> bool:
        """`speaks_of` for one side alone."""
        side = passage.passage_id
        if name in self._subject[side] or self._has_apart(name, side):
            return True
        return name in self._whole[side] and name not in self._siblings[side]

    def _has_apart(self, name: str, side: str) -> bool:
        """Whether the passage is about what `name` begins with, and has its size apart from it."""
        parts = base_and_size(name)
        return parts is not None and parts[0] in self._above[side] and self._whole[side].has_apart(name)


def _texts(passage: Passage) -> tuple[str, ...]:
    return (*passage.heading_path, *passage.lines)


def _subject_texts(passage: Passage) -> tuple[str, ...]:
    """All but the heading right above the passage's own."""
    return (*passage.heading_path[:-2], *passage.heading_path[-1:], *passage.lines)


def _sibling_headings(passage: Passage, passages: Sequence[Passage]) -> set[str]:
    """The last headings of the passages that stand beside `passage` under the same heading."""
    return {
        other.heading_path[-1]
        for other in passages
        if other.heading_path[:-1] == passage.heading_path[:-1] and other.heading_path != passage.heading_path
    }
