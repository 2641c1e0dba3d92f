"""Names in questions and answers, and whether the article knows them."""

import re
from collections.abc import Iterable, Sequence
from functools import partial

from bot.answering.names.capitals import named_on_purpose
from bot.answering.names.initials import Initials
from bot.answering.names.versions import versioned_names
from bot.answering.names.word_index import WordIndex
from bot.lexicon.lexicon import Lexicon
from corpus.figures import is_coined, name_keys
from corpus.glossary import Glossary
from index.passage import Hit, Passage
from index.wordforms import LONG_ABBREVIATION

_PLAIN_NAME = re.compile(r"[A-Z][a-z]{1,14}(?:[ -]?[A-Z]?[a-z]{1,14}){0,2}(?:[ -]?\d{1,2}(?:\.\d)?[A-Za-z]?)?")
_TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
# The key of a name with a size behind it: Corvin 8B.
_SIZED = re.compile(r"(?P<base>\D.*?) (?P<size>\d+(?:\.\d+)? [a-z])")
_PLURAL_OF_FIGURE = re.compile(r"(?<=\d)s\b")


def names_of(text: str, glossary: Glossary) -> tuple[str, ...]:
    """The names in `text`, in its own spelling: of the glossary, with a version, coined, or capitalised.

    Terms that name a kind of thing (GPU, LLM: the glossary's common terms) are no names.
    """
    known = glossary.names_in(text)
    common = {key for term in glossary.common_terms for key in name_keys(term)}
    versioned = tuple(name for name in versioned_names(text, known) if not _first_keys(name) <= common)
    words = tuple(
        word
        for word in named_on_purpose(text)
        if is_coined(word) or (word[0].isupper() and not _is_attribute(word, known, text))
    )
    found: list[str] = []
    for name in (*known, *words, *versioned):
        key = key_of(name)
        if not key or set(key.split()) <= common or any(_contains(key_of(other), key) for other in found):
            continue
        found = [other for other in found if not _contains(key, key_of(other))]
        found.append(name)
    return tuple(found)


def _is_attribute(word: str, known: Sequence[str], text: str) -> bool:
    """Whether `word` only says more of a known abbreviation right behind it: European GDPR, California law CCPA."""
    short = [re.escape(name) for name in known if LONG_ABBREVIATION.fullmatch(name)]
    behind = rf"\b{re.escape(word)}(?:\s[a-z]+)?\s(?:{'|'.join(short)})\b"
    return bool(short) and re.search(behind, text) is not None


def key_of(name: str) -> str:
    """How a name compares: lower case, letters and digits apart, hyphens and plural s dropped (`llama 405 b`)."""
    return " ".join(_TOKEN.findall(_PLURAL_OF_FIGURE.sub("", " ".join(name_keys(name.replace(" ", "-"))))))


def may_be_repeated(name: str, glossary: Glossary) -> bool:
    """Whether a refusal may repeat `name`: it is known or reads as an ordinary name, and carries nobody's message."""
    return bool(glossary.names_in(name)) or _PLAIN_NAME.fullmatch(name) is not None


class NameIndex:
    """The Latin words and figures of some texts, to ask whether a name stands in them, or what it abbreviates."""

    def __init__(self, texts: Iterable[str], glossary: Glossary) -> None:
        self._glossary = glossary
        texts = tuple(texts)
        self._texts = tuple(map(glossary.canonicalise, texts))
        self._keys = " | ".join(map(_keys_of_text, self._texts))
        self._initials = Initials(texts)

    def __contains__(self, name: str) -> bool:
        key = key_of(name)
        return bool(key) and (_contains(self._keys, key) or name in self._initials)

    def has_apart(self, name: str) -> bool:
        """Whether a name and the size behind it (Corvin 8B) stand here apart, the size not as that of another name."""
        sized = _SIZED.fullmatch(key_of(name))
        if sized is None or not all(_contains(self._keys, part) for part in sized.groups()):
            return False
        names = (key_of(known) for text in self._texts for known in names_of(text, self._glossary))
        return all(known.startswith(sized["base"]) for known in names if known.endswith(f" {sized['size']}"))


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
        sized = _SIZED.fullmatch(key_of(name))
        return sized is not None and sized["base"] in self._above[side] and self._whole[side].has_apart(name)


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


def _keys_of_text(text: str) -> str:
    return " ".join(key_of(word) or "|" for word in re.findall(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.'’/-]*|\S", text))


def _contains(keys: str, key: str) -> bool:
    return f" {key} " in f" {keys} "


def _first_keys(name: str) -> set[str]:
    """The keys of the word before a version."""
    return set(name_keys(re.split(r"[\s-]?\d", name, maxsplit=1)[0]))
