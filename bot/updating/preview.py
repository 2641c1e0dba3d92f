"""What an update would change, before it does."""

from collections.abc import Mapping
from dataclasses import dataclass

from config.language import Language
from corpus.diff import SectionChange
from corpus.importing.importer import DocumentReport
from corpus.parity import ParityFinding


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
    vectors were made anew or taken from earlier versions; `kept` are languages the upload did not hold.
    """

    changes: tuple[SectionChange, ...]
    counts: Mapping[Language, ChangeCounts]
    parity: tuple[ParityFinding, ...]
    new_parity: tuple[ParityFinding, ...]
    passages: int
    embedded: int
    reused: int
    report: tuple[DocumentReport, ...] = ()
    kept: tuple[Language, ...] = ()
