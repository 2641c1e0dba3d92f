"""`haetae servers list|remove`: what single servers have of their own."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.table import Table

from bot.assembly import server_store
from bot.cli.terminal import Terminal
from bot.server_indexes import server_ids
from config.errors import IndexStoreError, SettingsError
from config.messages import message
from config.settings import Settings
from index.candidates import Candidates
from index.files import remove as remove_folder
from index.versions import version_name

if TYPE_CHECKING:
    from bot.state.servers import ServerState

app = typer.Typer(help="See and remove what single servers have of their own.", no_args_is_help=True)

_MEGABYTE = 1_000_000
_COLUMNS = ("server", "versions", "current", "changed", "size", "pins", "gaps", "answers")

Result = TypeVar("Result")


@app.command("list")
def list_servers(context: typer.Context) -> None:
    """List the servers that have versions, pinned answers or gaps of their own, or answers given there."""
    from bot.state.servers import ServerHoldings

    terminal: Terminal = context.obj
    held = _with_state(terminal.settings, lambda state: state.holdings())
    servers = sorted({*held, *server_ids(terminal.settings)})
    if not servers:
        terminal.say("servers.none")
        return
    table = Table(*(message(f"servers.{column}", terminal.language) for column in _COLUMNS))
    for server in servers:
        kept = held.get(server, ServerHoldings())
        table.add_row(
            str(server), *_versions(terminal.settings, server), *map(str, (kept.pins, kept.gaps, kept.answers))
        )
    terminal.out.print(table)


@app.command()
def remove(
    context: typer.Context,
    server: Annotated[int, typer.Argument(help="Id of the server.", min=1)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove all that one server has of its own, for good. A running bot notices."""
    terminal: Terminal = context.obj
    own = server in server_ids(terminal.settings)
    if not own and server not in _with_state(terminal.settings, lambda state: state.holdings()):
        raise SettingsError("servers.nothing_of", server=server)
    if not yes and _typed(terminal, server) != str(server):
        raise SettingsError("servers.unconfirmed")
    versions = _remove_versions(terminal.settings, server) if own else 0
    held = _with_state(terminal.settings, lambda state: state.forget(server))
    counts = {"pins": held.pins, "gaps": held.gaps, "answers": held.answers}
    terminal.say("servers.removed", server=server, versions=versions, **counts)


def _versions(settings: Settings, server: int) -> tuple[str, str, str, str]:
    """How many versions there are, which is current, when that was made, and what all take on disk."""
    store = server_store(settings, server)
    if store.borrows:
        return ("0", "–", "–", "–")
    current = next((info for info in store.list() if info.current), None)
    size_bytes = sum(path.stat().st_size for path in store.directory.rglob("*") if path.is_file())
    made = f"{current.manifest.created:%Y-%m-%d %H:%M}" if current and current.manifest else "–"
    name = version_name(current.version) if current else "–"
    return str(len(store.numbers())), name, made, f"{size_bytes / _MEGABYTE:.1f} MB"


def _remove_versions(settings: Settings, server: int) -> int:
    """Removes the versions of a server, none of which may be part of an update now; returns how many there were."""
    store = server_store(settings, server)
    versions = len(store.numbers())
    with ExitStack() as held:
        try:
            held.enter_context(Candidates(store).claim())
        except IndexStoreError as error:
            if error.key == "index.update_under_way":
                raise IndexStoreError("servers.busy", server=server) from error
            raise
        remove_folder(store.directory.parent)
    return versions


def _typed(terminal: Terminal, server: int) -> str:
    if not terminal.err.is_terminal:
        return ""
    return terminal.err.input(f"{message('servers.confirm', terminal.language, server=server)} ").strip()


def _with_state(settings: Settings, work: Callable[["ServerState"], Awaitable[Result]]) -> Result:
    from bot.state.database import open_database, state_url
    from bot.state.servers import ServerState

    async def run() -> Result:
        async with open_database(state_url(settings)) as engine:
            return await work(ServerState(engine))

    return asyncio.run(run())
