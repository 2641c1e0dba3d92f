"""The whole bot process, killed again and again while an update goes from upload to approval, on one data folder."""

import asyncio
import os
import random
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.versions import IndexStore, version_name
from tests.bot.discord.conftest import StartBot, cord
from tests.bot.discord.moderators.conftest import Kept, kept, moderators
from tests.bot.discord.moderators.corpus.test_process_updates import ENGLISH, press, says
from tests.bot.discord.process_steps import shows
from tests.bot.updating.fakes import edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.process import BotProcess

__all__ = ["cord", "kept", "moderators"]

# Each costs a start of the bot, some four seconds; HAETAE_KILLS=50 is for when updates change, with a seed of its own.
KILLS = int(os.environ.get("HAETAE_KILLS", "6"))
SEED = int(os.environ.get("HAETAE_SEED", "383944"))
# An update that is not killed changes about that many files, and takes less long than that.
FILE_CHANGES = 18
UPDATE_S = 4.0
SWITCHES = {"corpus_approved", "activated_on_command_line", "activated_unrecorded"}
QUESTION = "What focal length has the fourth order?"

pytestmark = [pytest.mark.usefixtures("moderators"), pytest.mark.timeout(900 + 60 * KILLS)]


@dataclass(slots=True)
class Story:
    """What has happened so far: the focal length of each version that may be live, and how often what was seen."""

    cord: FakeDiscord
    store: IndexStore
    kept: Kept
    seen: Counter[str] = field(default_factory=Counter)
    number: int = 0

    async def update(self) -> None:
        """Another focal length, from upload to approval."""
        self.number += 1
        first, second = uploads(edited("250 mm", f"{1000 + self.number} mm"))
        options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
        called = await self.cord.slash(ENGLISH.upload, options, user=ENGLISH.user)
        message = await shows(self.cord, called, ENGLISH.rehearse)
        await press(self.cord, ENGLISH, ENGLISH.rehearse, message)
        await self.cord.journal.wait_for(lambda: message.component(label=ENGLISH.approve))
        await press(self.cord, ENGLISH, ENGLISH.approve, message)
        await says(self.cord, message, "answers now")

    def left_behind(self) -> list[str]:
        """What an interruption left in the folder, as it lies there."""
        hidden = [path.name for path in self.store.directory.iterdir() if path.name.startswith((".cand", ".stag"))]
        return [*hidden, *map(version_name, self.store.never_current())]

    async def leftovers_told(self) -> int:
        """How often the record says that leftovers were removed."""
        page = await self.kept.log.page(int(self.cord.world.guild_id), 1, 1000, and_outside=True)
        return sum(entry.action.startswith("leftover_") for entry in page.entries)

    async def served(self) -> str:
        """The bot answers from the version that is current, and its answer."""
        current = self.store.current()
        assert current is not None
        english = self.store.edition_files(current)["en.md"].decode()
        asked = await self.cord.slash("ask", {"question": QUESTION}, user="carol")

        def finished() -> Message | None:
            message = asked.original
            return message if message is not None and message.component(label="Ask again") else None

        content = (await self.cord.journal.wait_for(finished, what="a finished answer")).content
        length = next(line for line in content.splitlines() if "mm" in line).split(" mm")[0].split()[-1]
        assert f"{length} mm" in english
        assert length != "920"
        return length


async def test_killed_at_random_moments_of_an_update_it_restarts_serves_and_has_no_half_version(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, kept: Kept
) -> None:
    print(f"HAETAE_SEED={SEED} HAETAE_KILLS={KILLS}")  # noqa: T201  shown where the test fails
    moments = random.Random(SEED)
    story = Story(cord, IndexStore(tmp_path / "indexes"), kept)
    left_behind: list[str] = []
    told = 0
    kills = 0
    while True:
        by_file = moments.randrange(3) > 0
        option = (f"dies={moments.randrange(1, FILE_CHANGES)}",) if by_file and kills < KILLS else ()
        try:
            bot = await start_bot("engine", *option)
        except RuntimeError:
            assert option, "it starts unless it is killed"
            kills += 1
            story.seen["while starting"] += 1
            left_behind = story.left_behind()
            continue
        length = await restarted(story, bot, left_behind=left_behind, told=told)
        told = await story.leftovers_told()
        if kills == KILLS:
            break
        await killed(story, bot, None if by_file else moments.uniform(0.0, UPDATE_S))
        kills += 1
        left_behind = story.left_behind()
        story.seen["leaving " + ("nothing" if not left_behind else left_behind[0].rpartition("-")[0] or "v")] += 1
        live = story.store.edition_files(story.store.current() or 0)["en.md"].decode()
        story.seen["live" if f"{1000 + story.number} mm" in live else "not live"] += 1
        assert f"{1000 + story.number} mm" in live or f"{length} mm" in live
    print(f"{kills} kills: {dict(story.seen)}")  # noqa: T201
    await story.update()
    assert await story.served() == str(1000 + story.number)


async def restarted(story: Story, bot: BotProcess, *, left_behind: list[str], told: int) -> str:
    """Everything is as a start should leave it; returns what the live version says."""
    store, log = story.store, bot.log
    assert "Traceback" not in log
    assert story.left_behind() == []
    for version in store.numbers():
        assert store.verify(version) == (), version
    length = await story.served()
    current = version_name(store.current() or 0)

    async def recorded() -> bool:
        page = await story.kept.log.page(int(story.cord.world.guild_id), 1, 50, and_outside=True)
        return next((one.details["version"] for one in page.entries if one.action in SWITCHES), None) == current

    async with asyncio.timeout(30):  # polled: another process writes the record
        while not await recorded():  # noqa: ASYNC110  what is live is always on record, whoever was interrupted
            await asyncio.sleep(0.1)
        while left_behind and await story.leftovers_told() == told:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    return length


async def killed(story: Story, bot: BotProcess, after_s: float | None) -> None:
    """Begins an update and ends the process: by itself at a change of a file, or after some seconds."""
    updating = asyncio.create_task(story.update())
    ended = asyncio.create_task(bot.wait())
    await asyncio.wait({updating, ended}, timeout=after_s, return_when=asyncio.FIRST_COMPLETED)
    if updating.done():
        updating.result()
    if bot.exit_code is None:
        bot.send_signal(signal.SIGKILL)
    assert await ended == -signal.SIGKILL
    updating.cancel()
    await asyncio.gather(updating, return_exceptions=True)
