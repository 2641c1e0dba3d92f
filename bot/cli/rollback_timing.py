"""How long a rollback takes, timed on copies of the current version, so that nothing live is touched."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.answering.service import AnsweringService
from bot.assembly import index_recipe, library_of, open_corridor, open_glossary, open_index_store
from bot.evaluation.benchmark import time_rollbacks
from bot.generation.llama import LlamaGenerator
from bot.updating.going_live import GoingLive
from bot.updating.switching import LiveLibrary
from bot.updating.workshop import Workshop
from config.settings import Settings
from index.encoder import Encoder
from index.files import replace_file
from index.manifest import MANIFEST_FILE, manifest_bytes
from index.versions import IndexStore


def time_rollbacks_on_copies(
    settings: Settings, encoder: Encoder, generator: LlamaGenerator, times: int
) -> tuple[float, ...]:
    """Seconds of each of `times` rollbacks, each to a version that was not open yet. Raises IndexStoreError."""
    with TemporaryDirectory() as folder:
        store = IndexStore(Path(folder))
        _copy(open_index_store(settings), store, times + 1)
        library = library_of(store.open_current(encoder.digest), encoder, settings)
        corridor = open_corridor(settings, library, generator)
        workshop = Workshop(
            store=store,
            recipe=index_recipe(settings, encoder),
            glossary=open_glossary(settings),
            golden=(),
            kept_versions=times,
            open_library=lambda index, name: library_of(index, encoder, settings, name),
            open_corridor=lambda opened: open_corridor(settings, opened, generator),
            now=lambda: datetime.now(UTC),
        )
        service = AnsweringService(corridor, settings.answering)
        going_live = GoingLive(workshop, LiveLibrary(library), corridor, service)
        earlier: Iterator[int] = iter(range(times, 0, -1))
        return time_rollbacks(lambda: asyncio.run(going_live.return_to(next(earlier))), times)


def _copy(source: IndexStore, target: IndexStore, versions: int) -> None:
    """The current version of `source` as versions 1 to `versions` of `target`, the last one current."""
    current = source.current()
    assert current is not None, "an index is open"
    manifest = source.load(current).manifest
    for number in range(1, versions + 1):
        shutil.copytree(source.folder(current), target.folder(number))
        copied = manifest.model_copy(update={"version": number})
        replace_file(target.folder(number) / MANIFEST_FILE, manifest_bytes(copied))
    target.activate(versions)
