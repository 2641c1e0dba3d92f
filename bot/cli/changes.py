"""How changes between two editions read in the terminal."""

from collections.abc import Sequence

from bot.cli.terminal import Terminal
from config.messages import message
from corpus.diff import ChangeKind, SectionChange


def show_changes(terminal: Terminal, changes: Sequence[SectionChange]) -> None:
    """Every changed section with its lines, as `diff` shows them."""
    for change in changes:
        path = " › ".join(change.new_path or change.old_path or ())
        kind = message(f"terms.change_{change.kind}", terminal.language)
        terminal.result(f"[{change.language}] {kind}: {path} (+{change.added_lines} -{change.removed_lines})")
        for line in change.lines:
            terminal.result(f"    {'+' if line.kind is ChangeKind.ADDED else '-'} {line.text}")
