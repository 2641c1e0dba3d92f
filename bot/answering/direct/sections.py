"""Questions about all of one section, answered from what announces its parts, without the model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from bot.answering.announcements import Announcements
from bot.answering.answer import Reason
from bot.answering.content_words import content_units
from bot.answering.sentences import ends_in_colon, is_sentence
from bot.answering.understanding.topics import topic_of
from bot.answering.understanding.understood import Understood
from bot.answering.writing.citing import CitationList
from bot.answering.writing.composing import Composed, in_lines
from bot.answering.writing.wording import Quoted
from config.language import Language
from config.messages import message
from index.lexical import is_figure
from index.passage import Hit, Passage

_MAX_LINES = 5
_MAX_ITEMS = 3

# More of a heading's name than this has to be what is asked about; less will do for a name.
_LEAST_SHARE = 0.5
_LEAST_SHARE_OF_NAME = 0.3

HeadingPath: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and a hit for each passage under it, in the order of the article."""

    heading_path: HeadingPath
    hits: tuple[Hit, ...]

    @property
    def is_undivided(self) -> bool:
        """Whether there is no heading below its own."""
        return all(hit.passage.heading_path == self.heading_path for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Quote:
    """A line or a heading, and the hit to cite for it."""

    text: str
    hit: Hit


class Sections:
    """The sections of an article by what they are about. Made once an index; safe to share."""

    def __init__(self, passages: Sequence[Passage], announcements: Announcements) -> None:
        self._passages = passages
        self._announcements = announcements

    def asked_about(self, question: Understood) -> Section | None:
        """The section that `question` asks to be told about as a whole, None where it asks for something else.

        That is the outermost of that name, where no other heading bears it as closely.
        """
        topic = content_units(topic_of(question.text))
        if not topic:
            return None
        passages = [passage for passage in self._passages if passage.language is question.spoken] or self._passages
        named = [path for path in heading_paths(passages) if topic <= content_units(_head(path))]
        outermost = [path for path in named if len(path) == min(map(len, named))]
        if len(outermost) != 1:
            return None
        (path,) = outermost
        least = _LEAST_SHARE_OF_NAME if question.names else _LEAST_SHARE
        others = (other for other in named if other != path)
        if _share(topic, path) <= least or any(_is_as_close(topic, other, path) for other in others):
            return None
        section = section_below(path, passages, question.language, self._announcements)
        return None if section.is_undivided else section

    def told(self, section: Section, language: Language) -> Composed:
        """What `section` is about in `language`, part by part; of one without parts its first lines."""
        if section.is_undivided:
            return _first_lines(section, language)
        cited = CitationList(language)
        lines = []
        for quotes in self._parts(section)[:_MAX_LINES]:
            numbers = dict.fromkeys(cited.number(quote.hit, quote.text) for quote in _without_own_heading(quotes))
            lines.append(f"• {_in_one(quotes)} {''.join(f'[{number}]' for number in numbers)}")
        text = (
            message("answering.section", language, heading=section.heading_path[-1]),
            *lines,
            message("answering.section_more", language),
        )
        return Composed("\n".join(text), Reason.ANSWERED, cited.citations(), ("section",))

    def _parts(self, section: Section) -> Sequence[tuple[Quote, ...]]:
        """What each part of `section` is about: the line that announces it, and what it announces.

        Where there is but one part, what it announces are the others.
        """
        depth = len(section.heading_path)
        announced: set[str] = set()
        parts = []
        for path, hits in groupby(section.hits, key=lambda hit: hit.passage.heading_path[: depth + 1]):
            if path[-1] not in announced:
                quotes = self._quotes(next(hits), path)
                announced.update(quote.text for quote in quotes[1:])
                parts.append(quotes)
        (first, *others), *rest = parts
        if rest or any(quote.hit.passage is first.hit.passage for quote in others):
            return parts
        return [(first,), *(self._quotes(quote.hit, quote.hit.passage.heading_path) for quote in others)]

    def _quotes(self, hit: Hit, path: HeadingPath) -> tuple[Quote, ...]:
        """The first line of `hit`, the first under `path`, and what it announces; the heading where it is of a list."""
        own = hit.passage
        first, *others = self._announcements.hit_with_headings_below(hit).passage.lines
        if len(own.heading_path) > len(path) or not (ends_in_colon(first) or is_sentence(first)):
            return (Quote(path[-1], hit), *(Quote(line, hit) for line in own.lines[:_MAX_ITEMS]))
        if len(own.lines) > 1 and not ends_in_colon(first):
            return (Quote(first, hit),)
        listed = self._announcements.hits_to_cite(hit, others[:_MAX_ITEMS], own.language)
        return (Quote(first, hit), *(Quote(line, source) for source, line in listed))


def heading_paths(passages: Iterable[Passage]) -> Iterable[HeadingPath]:
    """Every heading with those above it, in the order of the article."""
    paths = (passage.heading_path for passage in passages)
    return dict.fromkeys(path[:depth] for path in paths for depth in range(1, len(path) + 1))


def section_below(
    path: HeadingPath, passages: Iterable[Passage], language: Language, announcements: Announcements
) -> Section:
    """Those of `passages` that stand under `path`, in `language` where the article has that side."""
    below = (passage for passage in passages if passage.heading_path[: len(path)] == path)
    sides = (announcements.hit(passage).side(language) for passage in below)
    hits = tuple(map(announcements.hit, sides))
    return Section(hits[0].passage.heading_path[: len(path)], hits)


def _first_lines(section: Section, language: Language) -> Composed:
    cited = CitationList(language)
    lines = [(line, hit) for hit in section.hits for line in hit.passage.lines][:_MAX_LINES]
    numbered = tuple((line, cited.number(hit, line)) for line, hit in lines)
    return in_lines((Quoted(section.heading_path, numbered),), cited.citations(), language, ("section",))


def _without_own_heading(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """`quotes` without the heading of those lines that stand right behind it."""
    heads = (
        len(quotes) > 1 and quotes[0].hit is quotes[1].hit and quotes[0].text == quotes[1].hit.passage.heading_path[-1]
    )
    return quotes[1:] if heads else quotes


def _in_one(quotes: Sequence[Quote]) -> str:
    """`quotes` in one line: what the first announces stands behind it, in brackets where that is a whole sentence."""
    about, *items = (quote.text.strip() for quote in quotes)
    listed = " · ".join(items)
    if not listed:
        return about.rstrip(":：")
    return f"{about} ({listed})" if is_sentence(about) else f"{about.rstrip(':：')}: {listed}"


def _head(path: HeadingPath) -> str:
    """The name of a heading: "Corvin 4: how it was built" is about Corvin 4."""
    return path[-1].partition(":")[0]


def _share(topic: frozenset[str], path: HeadingPath) -> float:
    """How much of the name of a heading `topic` is (0 to 1)."""
    return len(topic) / len(content_units(_head(path)))


def _is_as_close(topic: frozenset[str], other: HeadingPath, path: HeadingPath) -> bool:
    """Whether `other` is as close a name of `topic` as `path`, and gives no figure of it."""
    figures = filter(is_figure, content_units(other[-1]) - content_units(path[-1]))
    return _share(topic, other) >= _share(topic, path) and not any(figures)
