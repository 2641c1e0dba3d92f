"""What changed between two corpora, section by section."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from config.language import Language
from corpus.document import Corpus, Document, Line, Section

_MIN_LIKENESS = 0.5


class ChangeKind(StrEnum):
    """What happened to a section or a line."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LineChange:
    """One line that is only in the new section (added) or only in the old one (removed)."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What happened to one section, whose own lines changed as `lines` says.

    `old_path` and `new_path` are its heading paths, None where it is not in that corpus. A renamed or moved section
    may have changed lines too. Level 1 is the title of the document.
    """

    language: Language
    kind: ChangeKind
    level: int
    old_path: tuple[str, ...] | None
    new_path: tuple[str, ...] | None
    lines: tuple[LineChange, ...] = ()

    @property
    def added_lines(self) -> int:
        """How many lines are new."""
        return sum(1 for line in self.lines if line.kind is ChangeKind.ADDED)

    @property
    def removed_lines(self) -> int:
        """How many lines are gone."""
        return sum(1 for line in self.lines if line.kind is ChangeKind.REMOVED)


def diff_corpora(old: Corpus, new: Corpus) -> tuple[SectionChange, ...]:
    """Every change from `old` to `new`, Korean first, in the new documents' order; none where both say the same."""
    return tuple(
        change for language in Language for change in _changes(language, old.document(language), new.document(language))
    )


_Pair = tuple[Section | None, Section | None]


@dataclass(frozen=True, slots=True)
class _Tree:
    """A document's sections by the outline position of their parent, () for the sections of level 2."""

    children: Mapping[tuple[int, ...], Sequence[Section]]

    def below(self, section: Section | None) -> Sequence[Section]:
        return self.children.get(section.outline, ()) if section else ()

    def texts(self, section: Section) -> Counter[str]:
        """All lines and headings under a section, however deep."""
        texts = Counter(line.text for line in section.lines)
        for child in self.below(section):
            texts[child.heading] += 1
            texts += self.texts(child)
        return texts


def _tree(document: Document | None) -> _Tree:
    children: dict[tuple[int, ...], list[Section]] = defaultdict(list)
    for section in document.sections if document else ():
        children[section.outline[:-1]].append(section)
    return _Tree(children)


def _changes(language: Language, old: Document | None, new: Document | None) -> Iterator[SectionChange]:
    if old and new and old.title != new.title:
        yield SectionChange(language, ChangeKind.RENAMED, 1, (old.title,), (new.title,))
    trees = _tree(old), _tree(new)
    yield from _between(language, trees, trees[0].children.get((), ()), trees[1].children.get((), ()))


def _between(
    language: Language, trees: tuple[_Tree, _Tree], old: Sequence[Section], new: Sequence[Section]
) -> Iterator[SectionChange]:
    """The changes between two lists of siblings, and below them."""
    pairs = _pairs(trees, old, new)
    moved = _moved(pairs)
    for before, after in _in_reading_order(pairs, old, new):
        is_moved = before is not None and before.outline in moved
        if (change := _change(language, before, after, is_moved=is_moved)) is not None:
            yield change
        yield from _between(language, trees, trees[0].below(before), trees[1].below(after))


def _pairs(
    trees: tuple[_Tree, _Tree], old: Sequence[Section], new: Sequence[Section]
) -> tuple[tuple[Section, Section], ...]:
    """The siblings that stand for each other, in their new order: by their heading, else by what is under it."""
    waiting: dict[str, list[Section]] = defaultdict(list)
    for section in reversed(old):
        waiting[section.heading].append(section)
    paired = {after.outline: (waiting[after.heading].pop(), after) for after in new if waiting.get(after.heading)}
    left_old = [section for rest in waiting.values() for section in rest]
    left_new = [section for section in new if section.outline not in paired]
    likely = sorted(
        ((_likeness(trees, before, after), before, after) for before in left_old for after in left_new),
        key=lambda candidate: (-candidate[0], candidate[1].outline, candidate[2].outline),
    )
    taken: set[tuple[int, ...]] = set()
    for likeness, before, after in likely:
        if likeness >= _MIN_LIKENESS and before.outline not in taken and after.outline not in paired:
            taken.add(before.outline)
            paired[after.outline] = (before, after)
    return tuple(paired[section.outline] for section in new if section.outline in paired)


def _likeness(trees: tuple[_Tree, _Tree], before: Section, after: Section) -> float:
    """0.0 to 1.0: the share of common text (Dice), or how alike the headings are written if that is more."""
    old_texts, new_texts = trees[0].texts(before), trees[1].texts(after)
    total = old_texts.total() + new_texts.total()
    common = 2 * (old_texts & new_texts).total() / total if total else 0.0
    return max(common, SequenceMatcher(None, before.heading, after.heading, autojunk=False).ratio())


def _moved(pairs: Sequence[tuple[Section, Section]]) -> set[tuple[int, ...]]:
    """The old outline positions of siblings that no longer stand in their old order among the others."""
    now = [before.outline for before, _ in pairs]
    blocks = SequenceMatcher(None, sorted(now), now, autojunk=False).get_matching_blocks()
    kept = {position for block in blocks for position in now[block.b : block.b + block.size]}
    return set(now) - kept


def _in_reading_order(
    pairs: Sequence[tuple[Section, Section]], old: Sequence[Section], new: Sequence[Section]
) -> Iterator[_Pair]:
    """New siblings in their order, each removed one behind the sibling it stood behind."""
    before_of = {after.outline: before for before, after in pairs}
    staying = {before.outline for before, _ in pairs}
    removed_behind: dict[tuple[int, ...] | None, list[Section]] = defaultdict(list)
    anchor: tuple[int, ...] | None = None
    for section in old:
        if section.outline in staying:
            anchor = section.outline
        else:
            removed_behind[anchor].append(section)
    yield from ((section, None) for section in removed_behind[None])
    for after in new:
        before = before_of.get(after.outline)
        yield before, after
        if before is not None:
            yield from ((section, None) for section in removed_behind[before.outline])


def _change(
    language: Language, before: Section | None, after: Section | None, *, is_moved: bool
) -> SectionChange | None:
    section = after or before
    assert section is not None
    lines = tuple(_line_changes(before.lines if before else (), after.lines if after else ()))
    if before is None or after is None:
        kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED
    elif before.heading != after.heading:
        kind = ChangeKind.RENAMED
    elif is_moved:
        kind = ChangeKind.MOVED
    elif lines:
        kind = ChangeKind.CHANGED
    else:
        return None
    old_path = before.heading_path if before else None
    new_path = after.heading_path if after else None
    return SectionChange(language, kind, section.level, old_path, new_path, lines)


def _line_changes(old: Sequence[Line], new: Sequence[Line]) -> Iterator[LineChange]:
    before = [(line.kind, line.text) for line in old]
    after = [(line.kind, line.text) for line in new]
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield from (LineChange(ChangeKind.REMOVED, text) for _, text in before[old_start:old_end])
            yield from (LineChange(ChangeKind.ADDED, text) for _, text in after[new_start:new_end])
