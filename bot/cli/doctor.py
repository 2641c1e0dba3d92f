"""`haetae doctor`: whether everything is there, and what to do where it is not."""

import asyncio
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Annotated

import typer

from bot.assembly import open_encoder, open_glossary, open_index_store, open_store
from bot.cli.terminal import Terminal
from config.errors import HaetaeError, SettingsError
from config.language import Language
from config.messages import message
from config.settings import Settings
from corpus.loading import load_corpus
from index.models.store import ModelStore
from index.versions import version_name


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is well, and in one sentence what it is or how to mend it."""

    name: str
    well: bool
    detail: str


def doctor(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False
) -> None:
    """Check settings, corpus, models, index, state and token. Changes nothing, shows no secret."""
    terminal: Terminal = context.obj
    checks = tuple(examine(terminal.settings, terminal.language))
    if as_json:
        terminal.result_json([asdict(check) for check in checks])
    else:
        for check in checks:
            terminal.result(f"{'✓' if check.well else '✗'} {check.name}: {check.detail}")
    if not all(check.well for check in checks):
        raise typer.Exit(1)


def examine(settings: Settings, language: Language) -> Iterator[Check]:
    """Every check, in the order in which things are needed."""
    yield Check("python", well=True, detail=f"{platform.python_version()} · {platform.machine()}")
    yield _check("corpus", language, lambda: _corpus(settings))
    yield _check("glossary", language, lambda: f"{len(open_glossary(settings).names)}")
    store = open_store(settings)
    for role, name in (("encoder", settings.encoder.model), ("generator", settings.generator.model)):
        yield _check(role, language, partial(_model, store, name))
    yield _check("index", language, lambda: _index(settings))
    yield Check("disk", well=True, detail=f"{_free_gb(settings):.1f} GB")
    yield _check("state", language, lambda: _state(settings, language))
    yield _check("discord", language, lambda: _token(settings, language))


def _check(name: str, language: Language, look: Callable[[], str]) -> Check:
    try:
        return Check(name, well=True, detail=look())
    except HaetaeError as error:
        return Check(name, well=False, detail=error.sentence(language))


def _corpus(settings: Settings) -> str:
    corpus = load_corpus(settings.corpus.directory)
    return ", ".join(f"{document.language}: {document.title}" for document in corpus.documents)


def _index(settings: Settings) -> str:
    index = open_index_store(settings).open_current(open_encoder(settings).digest)
    return f"{version_name(index.version)} · {index.manifest.corpus}"


def _model(store: ModelStore, name: str) -> str:
    return str(store.path(name))


def _state(settings: Settings, language: Language) -> str:
    from bot.state.database import state_url
    from bot.state.examining import examine_database
    from bot.state.failures import place

    url = state_url(settings)
    schema = asyncio.run(examine_database(url))
    if schema is None:
        return message("state.absent", language, place=place(url))
    if schema.revision is None:
        return message("state.empty", language, place=place(url))
    key = "state.ready" if schema.revision == schema.newest else "state.older_schema"
    return message(key, language, place=place(url), revision=schema.revision, newest=schema.newest)


def _token(settings: Settings, language: Language) -> str:
    if settings.token() is None:
        raise SettingsError("cli.no_token")
    return message("cli.token_set", language)


def _free_gb(settings: Settings) -> float:
    folder = settings.paths.data_dir.absolute()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free / 1e9
