"""Pages that change between Korean and English all along: dealt out into one sequence of blocks for each language."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise

from config.language import Language
from corpus.importing.block import Block
from corpus.importing.pieces import Piece, split_pieces
from corpus.importing.scripts import language_of

_FEWEST_SENTENCES = 3
_MIN_SHARE = 1 / 3
_FEWEST_CHANGES = 3
_FEWEST_TWINS = 2
_FIGURE = re.compile(r"\d+")

Dealt = tuple[tuple[Block, ...], tuple[Block, ...]]
"""The Korean and the English blocks of a page, each in the page's order."""


def deal(blocks: Sequence[Block]) -> Dealt | None:
    """The blocks of either language, where the page says all in both and changes between them; else None.

    A heading in one language over text in both, and lines without words, go to either side.
    """
    pieces = list(split_pieces(blocks))
    if not _alternates(pieces) or not _are_translations(pieces):
        return None
    pieces = _with_even_lists(pieces)
    twins = _twin_headings(pieces)
    sides: dict[Language, list[Block]] = {language: [] for language in Language}
    for index, piece in enumerate(pieces):
        level = min(pieces[place].block.level for place in (index, twins.get(index, index)))
        for language in _languages(pieces, index, twins):
            sides[language].append(replace(piece.block, level=level))
    if any(language_of(block.text for block in side) is not language for language, side in sides.items()):
        return None
    return tuple(sides[Language.KOREAN]), tuple(sides[Language.ENGLISH])


def _alternates(pieces: Sequence[Piece]) -> bool:
    """Whether sentences in both languages are many, and change to and fro."""
    spoken = [language for piece in pieces if (language := piece.prose) is not None]
    changes = sum(1 for language, below in pairwise(spoken) if language is not below)
    fewest = min(map(spoken.count, Language))
    return fewest >= max(_FEWEST_SENTENCES, _MIN_SHARE * len(spoken)) and changes >= _FEWEST_CHANGES


def _are_translations(pieces: Sequence[Piece]) -> bool:
    """Whether the languages say the same: stretches of one shape with headings, or with figures in common."""
    spoken = (piece for piece in pieces if piece.language)
    runs = [list(run) for _, run in groupby(spoken, lambda piece: piece.language)]
    shapes = [[piece.shape for piece in run] for run in runs]
    alike = _twins(len(runs), lambda place: shapes[place] == shapes[place + 1] and "heading" in shapes[place])
    if alike >= _FEWEST_TWINS:
        return True
    figures = [{figure for piece in run for figure in _FIGURE.findall(piece.block.text)} for run in runs]
    alike = _twins(len(runs), lambda place: not figures[place].isdisjoint(figures[place + 1]))
    return alike >= _FEWEST_TWINS and 2 * alike >= sum(map(bool, figures)) / 2


def _twins(count: int, are_twins: Callable[[int], bool]) -> int:
    """How many neighbours among `count` are twins, each in one pair at most."""
    place = found = 0
    while place + 1 < count:
        is_pair = are_twins(place)
        found += is_pair
        place += 2 if is_pair else 1
    return found


def _with_even_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where names in Latin letters among Korean items belong to them if that makes a list's sides even."""
    even: list[Piece] = []
    for is_list, run in groupby(pieces, lambda piece: piece.block.is_bullet):
        group = list(run)
        if is_list and not _is_even(group):
            belonging = [_belonging(group, place) for place in range(len(group))]
            group = belonging if _is_even(belonging) else group
        even.extend(group)
    return even


def _is_even(pieces: Sequence[Piece]) -> bool:
    korean, english = (sum(1 for piece in pieces if piece.language is language) for language in Language)
    return korean == english


def _belonging(pieces: Sequence[Piece], place: int) -> Piece:
    """The item at `place`, as Korean where it is a name between two Korean ones."""
    around = {piece.language for piece in (*pieces[max(place - 1, 0) : place], *pieces[place + 1 : place + 2])}
    is_name = pieces[place].language is Language.ENGLISH and pieces[place].prose is None
    return (
        replace(pieces[place], language=Language.KOREAN) if is_name and around == {Language.KOREAN} else pieces[place]
    )


def _twin_headings(pieces: Sequence[Piece]) -> Mapping[int, int]:
    """The headings right beside each other in two languages, those of one level first."""
    twins: dict[int, int] = {}
    for index in range(len(pieces) - 1):
        if index not in twins and _are_twin_headings(pieces, index):
            is_nearer = _are_twin_headings(pieces, index + 1) and _level_steps(pieces, index + 1) == 0
            if not (is_nearer and _level_steps(pieces, index)):
                twins |= {index: index + 1, index + 1: index}
    return twins


def _are_twin_headings(pieces: Sequence[Piece], index: int) -> bool:
    pair = pieces[index : index + 2]
    is_heading = all(piece.is_heading for piece in pair) and len({piece.block.kind for piece in pair}) == 1
    return is_heading and {piece.language for piece in pair} == set(Language)


def _level_steps(pieces: Sequence[Piece], index: int) -> int:
    return abs(pieces[index].block.level - pieces[index + 1].block.level)


def _languages(pieces: Sequence[Piece], index: int, twins: Collection[int]) -> Collection[Language]:
    """The sides a piece goes to."""
    piece = pieces[index]
    if piece.language is None:
        return tuple(Language)
    if index in twins or not piece.is_heading:
        return (piece.language,)
    if piece.is_title:
        return tuple(Language)
    below = _languages_below(pieces, index)
    if piece.is_marked:
        return below or (piece.language,)
    return below if below[:1] == (piece.language,) else (piece.language,)


def _languages_below(pieces: Sequence[Piece], index: int) -> tuple[Language, ...]:
    """The languages of the text right under a heading, or else of that under the headings below it, in order."""
    spoken: dict[Language, None] = {}
    for piece in islice(pieces, index + 1, None):
        if piece.is_heading and (spoken or not piece.is_marked or piece.block.level <= pieces[index].block.level):
            break
        if not piece.is_heading and piece.language:
            spoken[piece.language] = None
    return tuple(spoken)
