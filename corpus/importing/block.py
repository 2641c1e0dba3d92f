"""A page as blocks of text in order, before its outline is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """How a block was marked in what was imported."""

    HEADING = "heading"
    BARE = "bare"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a bare line (a heading or a paragraph, which is not known yet) or a bullet.

    `number` is its 1-based line in the file; `level` that of a marked heading (1 to 6), else 0; `indent` the
    columns before a bullet and `ordinal` its number in a numbered list; `strong` a bare line that is bold throughout.
    """

    kind: BlockKind
    text: str
    number: int
    level: int = 0
    indent: int = 0
    strong: bool = False
    ordinal: int | None = None

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind is BlockKind.BULLET


def table_row(names: Sequence[str], cells: Sequence[str]) -> str:
    """A row of a table as one line, each cell with the name of its column where the table names them."""
    if len(names) != len(cells):
        return "; ".join(filter(None, cells))
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True) if cell)
