"""Cutting an article into passages: one per group, with its headings; twins are cut at the same places."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from config.errors import CorpusError
from config.language import Language
from corpus.alignment import group_twins
from corpus.document import Corpus, Document, Group
from index.passage import Passage

# Raise it whenever passages or their embedded texts come out otherwise than before: old vectors are then not reused.
CHUNKER_VERSION = 2

CountTokens = Callable[[str], int]
Row = tuple[str, ...]
"""One line, or one piece of a line, in every language that is cut together."""
_Position = tuple[int, ...]

_SENTENCE_END = re.compile(r"""[.!?。？！…]["'”’)\]]*\s+""")
_SPACE = re.compile(r"\s+")
# Of a passage's tokens, what its headings and lead must leave to its text.
_MIN_TEXT_SHARE = 0.25


def embedded_text(passage: Passage) -> str:
    """What the encoder reads of a passage: its heading path, the lead of that part of the article, its lines."""
    return "\n".join((_context(passage.heading_path, passage.lead), *passage.lines)).strip()


def embedded_lines(passage: Passage) -> tuple[str, ...]:
    """What the encoder reads of each line by itself: its outermost and its own heading, and the line."""
    headings = " > ".join(dict.fromkeys((*passage.heading_path[:1], *passage.heading_path[-1:])))
    return tuple(f"{headings}: {line}" if headings else line for line in passage.lines)


def chunk_corpus(corpus: Corpus, count_tokens: CountTokens, max_tokens: int) -> tuple[Passage, ...]:
    """The passages of each document in turn; none embeds more than `max_tokens` tokens.

    A group that is too long is cut between lines. A line too long by itself (a bullet too, but only then) is cut
    between sentences, a sentence between words, a word between characters. Twin groups (`corpus.alignment`) are cut
    at the same places; where they cannot be, because one has other lines than the other, each is cut by itself and
    has no twin. Raises CorpusError where headings leave no room for text.
    """
    cutter = _Cutter(count_tokens, max_tokens)
    sides = {document.language: _sides(document, cutter) for document in corpus.documents}
    cut: dict[tuple[Language, _Position], list[Passage]] = {}
    for twins in group_twins(corpus):
        pair = {language: sides[language][group.position] for language, group in twins.items()}
        for language, passages in _cut_twins(pair, cutter).items():
            cut[language, twins[language].position] = passages
    return tuple(passage for language, own in sides.items() for position in own for passage in cut[language, position])


@dataclass(frozen=True, slots=True)
class _Side:
    """A group in one language, with what is embedded above its lines."""

    title: str
    group: Group
    lead: str

    @property
    def context(self) -> str:
        return _context(self.group.heading_path, self.lead)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.group.lines)

    def ordinals(self, lines: Sequence[str]) -> tuple[int | None, ...]:
        numbers = {line.text: line.ordinal for line in self.group.lines if line.ordinal is not None}
        return tuple(map(numbers.get, lines)) if any(line in numbers for line in lines) else ()


def _context(heading_path: Sequence[str], lead: str) -> str:
    return "\n".join(part for part in (" > ".join(heading_path), lead) if part)


def _sides(document: Document, cutter: "_Cutter") -> dict[_Position, _Side]:
    """The groups of `document` by their positions, in order."""
    leads = {section.outline: section.lines[-1].text for section in document.sections if section.lines}
    sides = {}
    for group in document.groups():
        outline = group.position[:-1]
        lead = cutter.affordable_lead(group.heading_path, leads.get(outline[:-1], ""))
        sides[group.position] = _Side(document.title, group, lead)
    return sides


def _cut_twins(sides: Mapping[Language, _Side], cutter: "_Cutter") -> dict[Language, list[Passage]]:
    """The passages of twin groups, or of a group that has no twin."""
    whole = all(cutter.fits([side.context], [(line,) for line in side.lines]) for side in sides.values())
    if whole:
        parts = {language: [side.lines] for language, side in sides.items()}
    elif together := cutter.cut(list(sides.values())):
        parts = {language: [lines[n] for lines in together] for n, language in enumerate(sides)}
    else:
        alone = {language: [lines for (lines,) in cutter.cut([side])] for language, side in sides.items()}
        return {language: _passages(language, sides[language], own, None) for language, own in alone.items()}
    return {
        language: _passages(language, sides[language], own, sides.get(language.other))
        for language, own in parts.items()
    }


def _passages(language: Language, side: _Side, parts: list[tuple[str, ...]], twin: _Side | None) -> list[Passage]:
    """`parts` of `side` as passages; part n is the twin of part n of `twin`."""
    return [
        Passage(
            passage_id=_passage_id(language, side, part),
            language=language,
            title=side.title,
            heading_path=side.group.heading_path,
            lines=lines,
            twin_id=None if twin is None else _passage_id(language.other, twin, part),
            lead=side.lead,
            ordinals=side.ordinals(lines),
        )
        for part, lines in enumerate(parts, start=1)
    ]


def _passage_id(language: Language, side: _Side, part: int) -> str:
    position = ".".join(map(str, side.group.position))
    return f"{language.value}:{position}" if part == 1 else f"{language.value}:{position}/{part}"


class _Cutter:
    """Cuts the lines of one side, or of twin sides together, into parts that fit."""

    def __init__(self, count_tokens: CountTokens, max_tokens: int) -> None:
        self._count_tokens = count_tokens
        self._max_tokens = max_tokens

    def affordable_lead(self, heading_path: tuple[str, ...], lead: str) -> str:
        """`lead`, or nothing where it would take the room of the text. Raises CorpusError where headings do."""
        limit = self._max_tokens * (1 - _MIN_TEXT_SHARE)
        if lead and self._count_tokens(_context(heading_path, lead)) <= limit:
            return lead
        tokens = self._count_tokens(_context(heading_path, ""))
        if tokens > limit:
            heading = " > ".join(heading_path)
            raise CorpusError("index.headings_too_long", heading=heading, tokens=tokens, limit=self._max_tokens)
        return ""

    def fits(self, contexts: Sequence[str], rows: Sequence[Row]) -> bool:
        """Whether `rows` under each of `contexts` are one passage."""
        return all(
            self._count_tokens("\n".join((context, *(row[side] for row in rows))).strip()) <= self._max_tokens
            for side, context in enumerate(contexts)
        )

    def cut(self, sides: Sequence[_Side]) -> list[tuple[tuple[str, ...], ...]]:
        """Parts in order, each the lines of every side; none where the sides cannot be cut at the same places."""
        if len({len(side.lines) for side in sides}) > 1:
            return []
        contexts = [side.context for side in sides]
        parts: list[list[Row]] = []
        for line in zip(*(side.lines for side in sides), strict=True):
            pieces = self._pieces(contexts, line)
            if not pieces:
                return []
            for piece in pieces:
                if parts and self.fits(contexts, [*parts[-1], piece]):
                    parts[-1].append(piece)
                else:
                    parts.append([piece])
        return [tuple(zip(*part, strict=True)) for part in parts]

    def _pieces(self, contexts: Sequence[str], row: Row) -> list[Row]:
        if self.fits(contexts, [row]):
            return [row]
        halves = _halve(row)
        if halves is None:
            return [row] if len(row) == 1 else []
        first, second = (self._pieces(contexts, half) for half in halves)
        return [*first, *second] if first and second else []


def _halve(row: Row) -> tuple[Row, Row] | None:
    """`row` cut in two near the middle, after the same sentence in each language if they have as many."""
    ends = [_ends(text) for text in row]
    if not all(ends):
        return None
    if len({len(side) for side in ends}) == 1:
        columns = list(zip(*ends, strict=True))
        cuts = min(columns, key=lambda column: sum(map(_imbalance, row, column)))
    else:
        cuts = tuple(_nearest_middle(text, side) for text, side in zip(row, ends, strict=True))
    first = tuple(text[:cut].strip() for text, cut in zip(row, cuts, strict=True))
    second = tuple(text[cut:].strip() for text, cut in zip(row, cuts, strict=True))
    return first, second


def _ends(text: str) -> list[int]:
    """Where `text` can be cut: after its sentences if it has several, else its words, else its characters."""
    for pattern in (_SENTENCE_END, _SPACE):
        if ends := [match.end() for match in pattern.finditer(text) if match.start() and match.end() < len(text)]:
            return ends
    return list(range(1, len(text)))


def _nearest_middle(text: str, ends: Sequence[int]) -> int:
    return min(ends, key=lambda end: _imbalance(text, end))


def _imbalance(text: str, cut: int) -> float:
    return abs(2 * cut / len(text) - 1)
