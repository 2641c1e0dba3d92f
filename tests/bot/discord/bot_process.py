"""A bot as a process of its own, real but for its answers.

Its arguments are PAUSE_S, GRACE_S, EDIT_INTERVAL_S and STATE_FILE, then any of `reads_content` (with that intent) and
`queues` (one question at a time, as the model answers them), `elsewhere` (the article's home is another server),
`engine` (real updates over a real index beside the state; only the encoder and the words of answers are fakes), with it
`each` (a corpus a server), and `dies=N` (killed at the Nth change of a file of the index; see
`tests.bot.discord.dying`).
"""

import asyncio
import logging
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.answering.answer import Answer, Event, Finished
from bot.answering.answerer import Answerer
from bot.answering.question import Question
from bot.answering.service import AnsweringService
from bot.discord.run import run_discord
from bot.state.store import open_state
from bot.updating.corpora import Corpora
from bot.updating.following import following_disk
from config.errors import HaetaeError
from config.settings import load_settings
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


@asynccontextmanager
async def open_answerer(pause_s: float, folder: Path) -> AsyncIterator[tuple[Answerer, Corpora]]:
    """What answers, and what changes the article it answers from."""
    if "engine" in sys.argv:
        from tests.bot.updating.fakes import Bench, ServersBench  # FAISS takes its time, and most bots need none

        for option in sys.argv:
            if option.startswith("dies="):
                die_at(int(option.removeprefix("dies=")), folder / "indexes")
        corpora = ServersBench(folder).corpora if "each" in sys.argv else Corpora(Bench(folder / "indexes").updates)
        async with corpora.home.service as service, corpora, following_disk(corpora, FOLLOW_INTERVAL_S):
            yield service, corpora
    elif "queues" in sys.argv:
        async with AnsweringService(FakeCorridor(pause_s), load_settings().answering) as service:
            yield service, Corpora(FakeUpdates(pause_s))
    else:
        yield FakeAnswerer(pause_s), Corpora(FakeUpdates(pause_s))


async def serve(pause_s: float, grace_s: float, edit_interval_s: float, state_file: Path) -> None:
    chosen = {"stop_grace_s": grace_s, "message_content": "reads_content" in sys.argv}
    # Quicker than the settings allow: the pace of edits is tested where it matters.
    settings = load_settings({"discord": chosen}).discord.model_copy(update={"edit_interval_s": edit_interval_s})
    home_server = "1" if "elsewhere" in sys.argv else ""
    async with (
        open_state(f"sqlite:///{state_file}") as state,
        open_answerer(pause_s, state_file.parent) as (answerer, corpora),
    ):
        await run_discord(
            os.environ["DISCORD_TOKEN"],
            answerer,
            state,
            about=about_haetae,
            suggestions=suggestions_here,
            settings=settings,
            questions=rooms_over(state, corpora),
            moderation=moderation_rooms(state, corpora, home_server=home_server),
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
