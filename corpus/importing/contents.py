"""Contents lists: the lists at the top of a page whose items come again below as headings."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.importing.block import Block, BlockKind
from corpus.importing.conventions import heading_key
from corpus.importing.plaintext import can_be_heading

_MAX_ENTRIES = 300
_MAX_TARGETS = 16
_MIN_BARE_ENTRIES = 3
_MIN_SURE_MATCHES = 3


@dataclass(frozen=True, slots=True)
class ContentsList:
    """Blocks `start` to `end` (exclusive) are the list; `levels` gives the level of each heading block it names."""

    start: int
    end: int
    levels: Mapping[int, int]


def contents_lists(blocks: Sequence[Block]) -> Iterator[ContentsList]:
    """Every contents list, in order; a list that names only what one above it named is ordinary text."""
    headings: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if not block.is_bullet:
            headings[heading_key(block.text)].append(index)
    claimed: set[int] = set()
    for start, end in _candidate_runs(blocks, headings):
        depths = _depths(blocks[start:end])
        targets = [_first_from(headings.get(heading_key(block.text), []), end) for block in blocks[start:end]]
        named = _in_order(targets)
        fresh = {entry: target for entry, target in named.items() if target not in claimed}
        is_sure = end in fresh.values() or (blocks[start].is_bullet and len(fresh) >= _MIN_SURE_MATCHES)
        if is_sure and 2 * len(fresh) >= end - start:
            claimed.update(fresh.values())
            yield ContentsList(start, end, {target: 2 + depths[entry] for entry, target in fresh.items()})


def _candidate_runs(blocks: Sequence[Block], headings: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Runs of bullets, and runs of three or more bare lines that all come again."""
    is_raw = all(block.kind is not BlockKind.HEADING for block in blocks)
    start = 0
    while start < len(blocks):
        end = start
        if blocks[start].is_bullet:
            while end < len(blocks) and blocks[end].is_bullet:
                end += 1
        elif is_raw:
            while end < len(blocks) and _comes_again(blocks[end], end, headings):
                end += 1
        least = 1 if blocks[start].is_bullet else _MIN_BARE_ENTRIES
        if least <= end - start <= _MAX_ENTRIES:
            yield start, end
        start = max(end, start + 1)


def _comes_again(block: Block, index: int, headings: Mapping[str, list[int]]) -> bool:
    return not block.is_bullet and can_be_heading(block.text) and headings[heading_key(block.text)][-1] > index


def _first_from(places: Sequence[int], start: int) -> Sequence[int]:
    first = bisect_left(places, start)
    return places[first : first + _MAX_TARGETS]


def _depths(entries: Sequence[Block]) -> tuple[int, ...]:
    """How deep each entry is indented below the shallowest: 0, 1 or 2."""
    indents = sorted({entry.indent for entry in entries})
    return tuple(min(indents.index(entry.indent), 2) for entry in entries)


def _in_order(targets: Sequence[Sequence[int]]) -> dict[int, int]:
    """The longest choice of one target an entry with targets rising: entry -> target (Hunt and Szymanski, 1977)."""
    tails: list[int] = []
    chains: list[tuple[int, int, int | None]] = []  # entry, target, the chain's previous link
    ends: list[int] = []
    for entry, candidates in enumerate(targets):
        for target in reversed(candidates):
            length = bisect_left(tails, target)
            chains.append((entry, target, ends[length - 1] if length else None))
            tails[length : length + 1] = [target]
            ends[length : length + 1] = [len(chains) - 1]
    chosen: dict[int, int] = {}
    link = ends[-1] if ends else None
    while link is not None:
        entry, target, link = chains[link]
        chosen[entry] = target
    return chosen
