"""The replies to the questions of one message, told as one answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering.answer import Citation, Reason
from bot.answering.understanding.understood import Understood
from bot.answering.writing.composing import Composed
from bot.answering.writing.quotable import MAX_QUOTED_LINES, closest_lines
from bot.answering.writing.wording import Quoted, Refusal, quote, refuse
from config.language import Language
from config.messages import message

_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Reply:
    """One question of a message, and what is said to it."""

    question: Understood
    said: Composed


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that `reply`, the one at `place`, quotes; `block` is None where it is told in words."""

    place: int
    reply: Reply
    block: Quoted | None


def merged(replies: Sequence[Reply], language: Language) -> Composed:
    """All of `replies` in one, in their order: what is answered, and what of it the article leaves open.

    At least one of them tells something. Where none answers, a correction is what it amounts to.
    """
    numbered = _MergedCitations()
    told: list[str | Quoted] = []
    for piece in _within_limit(list(_each_line_once(_pieces(replies)))):
        said = piece.reply.said
        if piece.block is not None:
            told.append(numbered.block(piece.block, said))
        elif said.refusal is not None and said.leaves_open:
            told.append(_left_open(said.refusal, piece.place, language))
        else:
            told.append(numbered.words(said))
    findings = [finding for reply in replies for finding in (f"asked: {reply.question.text}", *reply.said.findings)]
    text = "\n".join(_paragraphs(tuple(dict.fromkeys(told)), language))
    answers = any(reply.said.refusal is None for reply in replies)
    reason = Reason.ANSWERED if answers else next(one.said.reason for one in replies if not one.said.leaves_open)
    return Composed(text, reason, numbered.citations(), tuple(findings))


class _MergedCitations:
    """The citations of several replies, numbered through: a passage has one number in all of them."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Citation, list[str]]] = {}

    def words(self, said: Composed) -> str:
        """The text of `said` with the numbers that its citations have here."""
        numbers = {citation.number: self._number(citation, citation.quotes) for citation in said.citations}
        return _MARK.sub(lambda mark: f"[{numbers.get(int(mark[1]), mark[1])}]", said.text)

    def block(self, block: Quoted, said: Composed) -> Quoted:
        """`block`, which `said` quotes, with the numbers that its citations have here."""
        citations = {citation.number: citation for citation in said.citations}

        def line_here(line: str, number: int) -> tuple[str, int]:
            return line, self._number(citations[number], (line,))

        lead = block.lead and line_here(*block.lead)
        return Quoted(block.heading_path, tuple(line_here(*line) for line in block.lines), lead)

    def citations(self) -> tuple[Citation, ...]:
        """A citation for each number."""
        return tuple(
            replace(citation, number=number, quotes=tuple(dict.fromkeys(quotes)))
            for number, (citation, quotes) in enumerate(self._found.values(), start=1)
        )

    def _number(self, citation: Citation, quotes: Sequence[str]) -> int:
        key = citation.passage.passage_id
        self._found.setdefault(key, (citation, []))[1].extend(quotes)
        return list(self._found).index(key) + 1


def _pieces(replies: Sequence[Reply]) -> Iterator[_Piece]:
    for place, reply in enumerate(replies, start=1):
        for block in reply.said.quoted or (None,):
            yield _Piece(place, reply, block)


def _each_line_once(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """`pieces` without lines that one before them quotes."""
    told: set[tuple[str, ...]] = set()
    for piece in pieces:
        if piece.block is None:
            yield piece
            continue
        heading = piece.block.heading_path
        lines = tuple(line for line in piece.block.lines if (*heading, line[0]) not in told)
        told.update((*heading, line) for line, _ in lines)
        if lines:
            yield replace(piece, block=replace(piece.block, lines=lines))


def _within_limit(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """`pieces` with no more lines than may be quoted in all: where there are more, the closest of each."""
    blocks = [piece.block for piece in pieces if piece.block is not None]
    too_many = sum(len(block.lines) for block in blocks) > MAX_QUOTED_LINES
    for piece in pieces:
        if piece.block is None or not too_many:
            yield piece
            continue
        lines = [line for line, _ in piece.block.lines]
        most = max(1, MAX_QUOTED_LINES // len(blocks))
        closest = closest_lines(piece.reply.question, piece.block.heading_path[-1], lines, most)
        kept = tuple(line for line in piece.block.lines if line[0] in closest)
        yield replace(piece, block=replace(piece.block, lines=kept))


def _left_open(refusal: Refusal, place: int, language: Language) -> str:
    """That the article does not state what the question at `place` asks, or what it names."""
    if refusal.unknown:
        return refuse(replace(refusal, nearest=None), language)
    return message(f"answering.not_stated_{place}", language)


def _paragraphs(told: Sequence[str | Quoted], language: Language) -> Iterator[str]:
    """Blocks that follow one another are quoted together."""
    blocks: list[Quoted] = []
    for part in told:
        if isinstance(part, Quoted):
            blocks.append(part)
            continue
        if blocks:
            yield quote(blocks, language)
            blocks = []
        yield part
    if blocks:
        yield quote(blocks, language)
