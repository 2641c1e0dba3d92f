"""What an update would change, before it does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.language import Language
from corpus.diff import ChangeKind, SectionChange, diff_corpora
from corpus.document import Corpus
from corpus.glossary import Glossary
from corpus.importing.importer import DocumentReport
from corpus.parity import ParityFinding, check_parity


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """How many sections of one language were added, removed, changed, renamed and moved, and lines likewise."""

    added: int
    removed: int
    changed: int
    renamed: int
    moved: int
    added_lines: int
    removed_lines: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change from the live edition to the new one.

    `counts` has an entry a language of either edition. `parity` are warnings about the new edition; `new_parity`
    those of them that the live edition did not have. `embedded` and `reused` count the texts (passages and lines) whose
    vectors were made anew or taken from earlier versions; `report` says what was read of each language of an upload and
    what was left out of it; `kept` are languages it did not hold.
    """

    changes: tuple[SectionChange, ...]
    counts: Mapping[Language, ChangeCounts]
    parity: tuple[ParityFinding, ...]
    new_parity: tuple[ParityFinding, ...]
    passages: int = 0
    embedded: int = 0
    reused: int = 0
    report: tuple[DocumentReport, ...] = ()
    kept: tuple[Language, ...] = ()


def _count(changes: Sequence[SectionChange]) -> ChangeCounts:
    """How many of each kind there are."""
    kinds = Counter(change.kind for change in changes)
    return ChangeCounts(
        added=kinds[ChangeKind.ADDED],
        removed=kinds[ChangeKind.REMOVED],
        changed=kinds[ChangeKind.CHANGED],
        renamed=kinds[ChangeKind.RENAMED],
        moved=kinds[ChangeKind.MOVED],
        added_lines=sum(change.added_lines for change in changes),
        removed_lines=sum(change.removed_lines for change in changes),
    )


def compare(live: Corpus, new: Corpus, glossary: Glossary) -> Preview:
    """What changes from `live` to `new`, and where the languages of `new` part; nothing of an index yet."""
    changes = diff_corpora(live, new)
    languages = [language for language in Language if {language} & {*live.languages, *new.languages}]
    counts = {one: _count([change for change in changes if change.language is one]) for one in languages}
    parity = check_parity(new, glossary)
    known = {(one.kind, one.language, one.detail) for one in check_parity(live, glossary)}
    new_parity = tuple(one for one in parity if (one.kind, one.language, one.detail) not in known)
    return Preview(changes, counts, parity, new_parity)
