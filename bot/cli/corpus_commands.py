"""`haetae corpus import|check|diff`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.terminal import Terminal
from config.messages import message
from corpus.diff import ChangeKind, diff_corpora
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
            language=message(f"cli.language_{report.language}", terminal.language),
            sections=report.sections,
            groups=report.groups,
            left_out=", ".join(report.left_out) or "–",
        )
    if (missing := page.missing_language) is not None:
        terminal.say("cli.one_language", missing=message(f"cli.language_{missing}", terminal.language))
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
            language=message(f"cli.language_{document.language}", terminal.language),
            headings=len(document.sections),
            groups=sum(1 for _ in document.groups()),
        )
    if findings:
        raise typer.Exit(1)
    terminal.say("cli.parity_holds" if len(corpus.documents) > 1 else "cli.parity_single")


@app.command()
def diff(
    context: typer.Context,
    old: Annotated[Path, typer.Argument(help="Folder of the old edition.")],
    new: Annotated[Path, typer.Argument(help="Folder of the new edition.")],
) -> None:
    """Show what changed between two editions."""
    terminal: Terminal = context.obj
    changes = diff_corpora(load_corpus(old), load_corpus(new))
    for change in changes:
        path = " › ".join(change.new_path or change.old_path or ())
        kind = message(f"cli.change_{change.kind}", terminal.language)
        terminal.result(f"[{change.language}] {kind}: {path} (+{change.added_lines} -{change.removed_lines})")
        for line in change.lines:
            terminal.result(f"    {'+' if line.kind is ChangeKind.ADDED else '-'} {line.text}")
    if not changes:
        terminal.say("cli.no_changes")
