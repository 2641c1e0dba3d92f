"""`haetae models list|pull|verify`."""

from typing import Annotated

import typer
from rich.table import Table

from bot.assembly import open_store
from bot.cli.terminal import Terminal, pull_progress
from config.catalogue import load_catalogue
from config.messages import message

app = typer.Typer(help="Fetch and check the models.", no_args_is_help=True)

Names = Annotated[list[str] | None, typer.Argument(help="Models; the configured ones where none is named.")]


@app.command("list")
def list_models(context: typer.Context) -> None:
    """List the catalogue: what there is, what is present, what is configured."""
    terminal: Terminal = context.obj
    store, configured = open_store(terminal.settings), _configured(terminal)
    table = Table("", *(message(f"cli.models_{column}", terminal.language) for column in ("name", "role", "licence")))
    table.add_column(message("cli.models_state", terminal.language))
    for entry in load_catalogue().models:
        state = message("cli.present" if store.is_present(entry.name) else "cli.absent", terminal.language)
        table.add_row("*" if entry.name in configured else "", entry.name, entry.role, entry.licence, state)
    terminal.out.print(table)


@app.command()
def pull(context: typer.Context, names: Names = None) -> None:
    """Fetch models that are missing or damaged; what is whole stays as it is."""
    terminal: Terminal = context.obj
    store = open_store(terminal.settings)
    for name in names or _configured(terminal):
        with pull_progress(terminal) as progress:
            path = store.ensure(name, progress) if names is None else store.pull(name, progress)
        terminal.say("cli.model_ready", name=name, path=path)


@app.command()
def verify(context: typer.Context, names: Names = None) -> None:
    """Read models whole and compare them with their checksums."""
    terminal: Terminal = context.obj
    store = open_store(terminal.settings)
    sound = True
    for name in names or _configured(terminal):
        with pull_progress(terminal) as progress:
            findings = store.verify(name, progress)
        for finding in findings:
            terminal.result(finding.sentence(terminal.language))
        if not findings:
            terminal.result(message("cli.model_sound", terminal.language, name=name))
        sound = sound and not findings
    if not sound:
        raise typer.Exit(1)


def _configured(terminal: Terminal) -> list[str]:
    return [terminal.settings.encoder.model, terminal.settings.generator.model]
