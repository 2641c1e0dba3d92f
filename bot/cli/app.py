"""The command `haetae`: its root, and how every fault ends in one sentence."""

import io
import os
import sys
from typing import Annotated, Any

import typer

from bot.cli import (
    answering,
    corpus_commands,
    doctor,
    evaluating,
    index_commands,
    model_commands,
    running,
    server_commands,
)
from bot.cli.terminal import open_terminal
from config.errors import HaetaeError, SettingsError
from config.language import Language
from config.settings import load_settings, locale_language

INTERRUPTED = 130

app = typer.Typer(
    name="haetae",
    help="Answers questions about an article, in Korean and English, offline, and never states what it does not.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.add_typer(corpus_commands.app, name="corpus")
app.add_typer(index_commands.app, name="index")
app.add_typer(model_commands.app, name="models")
app.add_typer(server_commands.app, name="servers")
for command in (
    running.start,
    running.run,
    answering.ask,
    answering.chat,
    answering.search,
    evaluating.evaluate,
    evaluating.bench,
    doctor.doctor,
):
    app.command(name=command.__name__.removesuffix("uate"))(command)


@app.callback()
def root(
    context: typer.Context,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="GROUP.NAME=VALUE", help="Override a setting, for example generator.threads=4."),
    ] = None,
) -> None:
    """Read the settings once for whichever command follows."""
    context.obj = open_terminal(load_settings(_overrides(settings or [])))


def main() -> None:
    """Run the command line; any fault is one sentence on stderr and an exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # what the locale has no character for
    try:
        app()
    except HaetaeError as error:
        print(error.sentence(_language()), file=sys.stderr)  # noqa: T201  the last word, whatever else failed
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _overrides(pairs: list[str]) -> dict[str, Any]:
    groups: dict[str, dict[str, str]] = {}
    single: dict[str, str] = {}
    for pair in pairs:
        name, found, value = pair.partition("=")
        group, dotted, setting = name.partition(".")
        if not found:
            raise SettingsError("settings.malformed_override", text=pair)
        if dotted:
            groups.setdefault(group, {})[setting] = value
        else:
            single[name] = value
    return {**groups, **single}


def _language() -> Language:
    """The terminal's language as far as it can be told when the settings may be what is at fault."""
    try:
        return load_settings().terminal_language
    except SettingsError:
        return locale_language()
