"""A bot as a process of its own, real but for its answers.

Its arguments are PAUSE_S, GRACE_S, EDIT_INTERVAL_S and STATE_FILE, then any of `reads_content` (with that intent) and
`queues` (one question at a time, as the model answers them), `elsewhere` (the article's home is another server),
`engine` (real updates over a real index beside the state; only the encoder and the words of answers are fakes), with it
`each` (a corpus a server, of which it also says and suggests what is true), and `dies=N` (killed at the Nth change of
a file of the index; see `tests.bot.discord.dying`).
"""

import asyncio
import logging
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.answering.about import About
from bot.answering.answer import Answer, Event, Finished
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from bot.assembly import describe
from bot.discord.per_server import PerServer
from bot.discord.run import run_discord
from bot.gaps.asking_again import Ask
from bot.state.store import open_state
from bot.updating.corpora import Corpora, Derived
from bot.updating.following import following_disk
from config.errors import HaetaeError
from config.settings import load_settings
from corpus.glossary import Glossary
from index.suggestions import Suggestions
from tests.bot.discord.dying import die_at
from tests.bot.discord.moderators.builders import moderation_rooms
from tests.bot.discord.moderators.fakes import FakeUpdates
from tests.bot.discord.rooms import rooms_over
from tests.bot.fakes import FakeAnswerer, about_haetae, events, suggestions_here

FOLLOW_INTERVAL_S = 0.2

_log = logging.getLogger(__name__)


class FakeCorridor:
    """Blocks a while on each question, and logs it."""

    def __init__(self, pause_s: float) -> None:
        self._pause_s = pause_s

    def check(self, question: Question) -> None: ...

    def answer(self, question: Question, emit: Callable[[Event], None], cancelled: Callable[[], bool]) -> Answer:
        _log.info("At work on: %s", question.text)
        *steps, last = events(question)
        for step in steps:
            time.sleep(self._pause_s)
            emit(step)
        assert isinstance(last, Finished)
        return last.answer


@dataclass(frozen=True, slots=True)
class Served:
    """What answers, what changes the article it answers from, and what is said and suggested of that."""

    answerer: Answerer
    corpora: Corpora
    about: PerServer[About] = about_haetae
    suggestions: PerServer[Suggestions] = suggestions_here
    ask_idly: Ask | None = None


@asynccontextmanager
async def open_answerer(pause_s: float, folder: Path) -> AsyncIterator[Served]:
    """What the options ask for."""
    if "each" in sys.argv:
        from tests.bot.updating.fakes import ServersBench  # FAISS takes its time, and most bots need none

        bench = ServersBench(folder)
        corpora = bench.corpora
        about = Derived(corpora, partial(describe, bench.settings))
        suggestions = Derived(corpora, lambda library: Suggestions(library.passages, Glossary.load(None)))
        async with bench.service as service, corpora, following_disk(corpora, FOLLOW_INTERVAL_S):
            yield Served(service, corpora, about, suggestions, service.answer_idly)
    elif "engine" in sys.argv:
        from tests.bot.updating.fakes import Bench

        for option in sys.argv:
            if option.startswith("dies="):
                die_at(int(option.removeprefix("dies=")), folder / "indexes")
        corpora = Corpora(Bench(folder / "indexes").updates)
        async with corpora.home.service as service, corpora, following_disk(corpora, FOLLOW_INTERVAL_S):
            yield Served(service, corpora)
    elif "queues" in sys.argv:
        async with AnsweringService(FakeCorridor(pause_s), load_settings().answering) as service:
            yield Served(service, Corpora(FakeUpdates(pause_s)))
    else:
        yield Served(FakeAnswerer(pause_s), Corpora(FakeUpdates(pause_s)))


async def serve(pause_s: float, grace_s: float, edit_interval_s: float, state_file: Path) -> None:
    chosen = {"stop_grace_s": grace_s, "message_content": "reads_content" in sys.argv}
    # Quicker than the settings allow: the pace of edits is tested where it matters.
    settings = load_settings({"discord": chosen}).discord.model_copy(update={"edit_interval_s": edit_interval_s})
    home_server = "1" if "elsewhere" in sys.argv else ""
    async with (
        open_state(f"sqlite:///{state_file}") as state,
        open_answerer(pause_s, state_file.parent) as served,
    ):
        groups: dict[str, dict[str, Any]] = {
            "servers": {"corpora": "each" if served.corpora.each else "home"},
            "recall": {"edit_interval_s": 1.0},
        }
        await run_discord(
            os.environ["DISCORD_TOKEN"],
            served.answerer,
            state,
            about=served.about,
            suggestions=served.suggestions,
            settings=settings,
            questions=rooms_over(state, served.corpora, served.ask_idly, **groups),
            moderation=moderation_rooms(state, served.corpora, home_server=home_server),
        )


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    try:
        pause_s, grace_s, edit_interval_s = map(float, sys.argv[1:4])
        asyncio.run(serve(pause_s, grace_s, edit_interval_s, Path(sys.argv[4])))
    except HaetaeError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
