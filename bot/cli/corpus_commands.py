"""`haetae corpus import|check|diff`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.assembly import open_index_store
from bot.cli.changes import show_changes
from bot.cli.terminal import Terminal
from config.errors import IndexStoreError
from config.messages import message
from corpus.diff import diff_corpora
from corpus.document import Corpus
from corpus.glossary import Glossary
from corpus.importing.decoding import read_upload
from corpus.importing.importer import import_page
from corpus.importing.writing import write_corpus
from corpus.loading import load_corpus
from corpus.parity import check_parity

app = typer.Typer(help="Import, check and compare articles.", no_args_is_help=True)


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A page as it was copied or saved: text, Markdown or HTML.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for ko.md and en.md.")],
) -> None:
    """Turn a page into an edition that can be indexed."""
    terminal: Terminal = context.obj
    page = import_page(read_upload(file), name=file.name, edition=datetime.now(UTC).date())
    for path in write_corpus(page.corpus, out):
        terminal.result(str(path))
    for report in page.report:
        terminal.say(
            "cli.imported",
            language=message(f"terms.language_{report.language}", terminal.language),
            sections=report.sections,
            groups=report.groups,
            left_out=", ".join(report.left_out) or "–",
        )
        if report.foreign_lines:
            terminal.say(
                "cli.mixed_languages",
                language=message(f"terms.language_{report.language}", terminal.language),
                other=message(f"terms.language_{report.language.other}", terminal.language),
                count=report.foreign_lines,
            )
    if (missing := page.missing_language) is not None and not page.report[0].foreign_lines:
        terminal.say("cli.one_language", missing=message(f"terms.language_{missing}", terminal.language))
    terminal.say("cli.next_build", directory=out)


@app.command()
def check(
    context: typer.Context,
    directory: Annotated[
        Path | None, typer.Argument(help="Folder of the edition; the configured one by default.")
    ] = None,
) -> None:
    """Check that both languages say the same, section by section and line by line."""
    terminal: Terminal = context.obj
    corpus = load_corpus(directory or terminal.settings.corpus.directory)
    findings = check_parity(corpus, Glossary.load(terminal.settings.corpus.extra_glossary))
    for finding in findings:
        terminal.result(finding.sentence(terminal.language))
    for document in corpus.documents:
        terminal.say(
            "cli.document",
            language=message(f"terms.language_{document.language}", terminal.language),
            headings=len(document.sections),
            groups=sum(1 for _ in document.groups()),
        )
    if findings:
        raise typer.Exit(1)
    terminal.say("cli.parity_holds" if len(corpus.documents) > 1 else "cli.parity_single")


@app.command()
def diff(
    context: typer.Context,
    first: Annotated[Path, typer.Argument(metavar="[OLD]", help="Folder of the old edition; the live one by default.")],
    second: Annotated[Path | None, typer.Argument(metavar="NEW", help="Folder of the new edition.")] = None,
    server: Annotated[
        int | None, typer.Option("--server", help="Id of a server, to compare with its own live edition.", min=1)
    ] = None,
) -> None:
    """Show what changed between two editions, or from the live edition to another."""
    terminal: Terminal = context.obj
    old = _live_edition(terminal, server) if second is None else load_corpus(first)
    changes = diff_corpora(old, load_corpus(second or first))
    show_changes(terminal, changes)
    if not changes:
        terminal.say("cli.no_changes")


def _live_edition(terminal: Terminal, server_id: int | None) -> Corpus:
    store = open_index_store(terminal.settings, server_id)
    version = store.current()
    if version is None:
        raise IndexStoreError("index.missing", path=store.directory)
    return store.edition(version)
