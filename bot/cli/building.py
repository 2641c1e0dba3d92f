"""Building an index version on the command line, and reporting what was done."""

from datetime import UTC, datetime

from bot.cli.terminal import Terminal
from index.building import BuildReport, Recipe, Source, build_index
from index.versions import IndexStore


def build_version(terminal: Terminal, source: Source, recipe: Recipe, store: IndexStore) -> BuildReport:
    """Make `source` the current version, drop the oldest ones beyond those kept, and say what was done.

    Raises IndexStoreError where the index cannot be written.
    """
    with terminal.counting("cli.embedding") as counter:
        report = build_index(source, recipe, store, now=datetime.now(UTC), progress=counter)
    store.prune(terminal.settings.index.kept_versions)
    if report.unchanged:
        terminal.say("cli.index_current", version=report.version)
    else:
        terminal.say(
            "cli.index_built",
            version=report.version,
            passages=report.passages,
            embedded=report.embedded,
            reused=report.reused,
        )
    return report
