"""`haetae index build|status|list|activate|rollback|verify`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from bot.assembly import index_recipe, open_encoder, open_index_store
from bot.cli.building import build_version
from bot.cli.index_sources import asked_source, due_source, local_provenance
from bot.cli.rehearsing import Decision, build_after_rehearsal
from bot.cli.terminal import Terminal
from bot.cli.watching import watch_folder
from config.language import Language
from config.messages import message
from index.pointer import Move
from index.provenance import Provenance
from index.versions import VersionInfo

app = typer.Typer(help="Build the index, and go back and forth between its versions.", no_args_is_help=True)

Server = Annotated[
    int | None, typer.Option("--server", help="Id of a server, for its own versions (`servers.corpora`).", min=1)
]
Version = Annotated[int, typer.Argument(help="The number of a version.", min=1)]
Reason = Annotated[str, typer.Option("--reason", help="Why, for those who look at the list later.")]


@app.command()
def build(
    context: typer.Context,
    *,
    server: Server = None,
    corpus: Annotated[
        Path | None, typer.Option("--corpus", help="Folder of the edition; the configured one by default.")
    ] = None,
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="Only where there is no index, or the corpus it was built from changed.")
    ] = False,
    reason: Reason = "",
    rehearse: Annotated[
        bool,
        typer.Option("--rehearse", help="Ask golden questions of the new version, then ask for approval."),
    ] = False,
    approve: Annotated[bool, typer.Option("--approve", help="Approve without asking where no answer is lost.")] = False,
    override: Annotated[str, typer.Option("--override", help="Why to approve although golden answers are lost.")] = "",
) -> None:
    """Build an index version from an edition and make it current."""
    terminal: Terminal = context.obj
    settings, store = terminal.settings, open_index_store(terminal.settings, server)
    provenance = local_provenance(reason)
    source = due_source(settings, store, provenance) if if_needed else asked_source(settings, corpus, provenance)
    if source is None:
        terminal.say("cli.index_current", version=store.current())
        return
    if rehearse:
        build_after_rehearsal(terminal, source, Decision(approve=approve, override=override), server)
        return
    terminal.say("cli.loading")
    report = build_version(terminal, source, index_recipe(settings, open_encoder(settings)), store)
    if report.unpaired and not report.unchanged and len(source.corpus.languages) > 1:
        terminal.say("cli.index_unpaired", unpaired=report.unpaired)


@app.command()
def status(context: typer.Context, server: Server = None) -> None:
    """Show the current version."""
    terminal: Terminal = context.obj
    store = open_index_store(terminal.settings, server)
    loaded = store.open_current(open_encoder(terminal.settings).digest)
    manifest = loaded.manifest
    named = {"author": _author(manifest.provenance, terminal.language), "reason": manifest.provenance.reason or "–"}
    for name in ("version", "created", "author", "reason", "corpus", "languages", "encoder", "passages", "vectors"):
        value = named.get(name) or getattr(manifest, name)
        shown = ", ".join(value) if isinstance(value, tuple) else str(value)
        terminal.result(f"{message(f'cli.index_{name}', terminal.language)}: {shown}")


@app.command("list")
def list_versions(context: typer.Context, server: Server = None) -> None:
    """List all versions; * marks the current one."""
    terminal: Terminal = context.obj
    columns = ("version", "created", "author", "reason", "corpus", "languages", "passages")
    table = Table("", *(message(f"cli.index_{column}", terminal.language) for column in columns))
    for info in open_index_store(terminal.settings, server).list():
        manifest = info.manifest
        cells = (
            (
                f"{manifest.created:%Y-%m-%d %H:%M}",
                _author(manifest.provenance, terminal.language),
                manifest.provenance.reason,
                manifest.corpus,
                ", ".join(manifest.languages),
                str(manifest.passages),
            )
            if manifest
            else (message("cli.index_unreadable", terminal.language), *[""] * (len(columns) - 2))
        )
        table.add_row("*" if info.current else "", str(info.version), *map(escape, cells))
    terminal.out.print(table)


@app.command()
def activate(context: typer.Context, version: Version, reason: Reason = "", server: Server = None) -> None:
    """Make a version current. A running bot takes it up, and records who did it and why."""
    terminal: Terminal = context.obj
    store = open_index_store(terminal.settings, server)
    store.activate(version, _move(reason))
    _say_activated(terminal, store.info(version))


@app.command()
def rollback(context: typer.Context, reason: Reason = "", server: Server = None) -> None:
    """Go back to the version that was current before. A running bot takes it up, and records who did it and why."""
    terminal: Terminal = context.obj
    store = open_index_store(terminal.settings, server)
    _say_activated(terminal, store.info(store.rollback(_move(reason))))


@app.command()
def watch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Folder of the edition: ko.md, en.md.")],
    server: Server = None,
) -> None:
    """Index the edition in a folder whenever it changes, until interrupted."""
    watch_folder(context.obj, folder, server)


@app.command()
def verify(
    context: typer.Context,
    version: Annotated[int | None, typer.Argument(help="A version; the current one by default.", min=1)] = None,
    server: Server = None,
) -> None:
    """Read a version whole and say what is wrong with it."""
    terminal: Terminal = context.obj
    store = open_index_store(terminal.settings, server)
    number = version or store.open_current(open_encoder(terminal.settings).digest).version
    findings = store.verify(number)
    for finding in findings:
        terminal.result(message(finding.key, terminal.language, **finding.fields))
    if findings:
        raise typer.Exit(1)
    terminal.say("cli.index_sound", version=number)


def _move(reason: str) -> Move:
    return Move(local_provenance(reason), datetime.now(UTC))


def _say_activated(terminal: Terminal, info: VersionInfo) -> None:
    terminal.say("cli.index_activated", version=info.version)
    if info.manifest is not None:
        terminal.say(
            "cli.index_made",
            author=_author(info.manifest.provenance, terminal.language),
            created=f"{info.manifest.created:%Y-%m-%d %H:%M}",
            reason=info.manifest.provenance.reason or "–",
        )


def _author(provenance: Provenance, language: Language) -> str:
    return f"{provenance.author or '?'} ({message(f'terms.door_{provenance.door}', language)})"
