"""What is done outside Discord to the article of one server, as its record and channel tell it, on the whole bot."""

import signal
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.app import app
from index.borrowing import BorrowingStore
from index.building import build_index
from index.versions import IndexStore
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.moderators.conftest import Kept
from tests.bot.discord.moderators.corpus.test_process_outside import BOTH, OWNER, Said, tells
from tests.bot.discord.moderators.test_process_servers import THERE, there
from tests.bot.discord.process_steps import assert_well_behaved, shows, told
from tests.bot.updating.fakes import edited, uploads
from tests.fakecord import FakeDiscord
from tests.index.fakes import NOW, recipe, silent, source

__all__ = ["there"]

BUILT = {
    "ko": "명령줄, owner, 2026-11-21 12:00 UTC: – → v0002",
    "en-US": "command line, owner, 2026-11-21 12:00 UTC: – → v0002",
}
BACK = ": v0002 → v0001, “too early”"


@dataclass(frozen=True, slots=True)
class Records:
    """The channels that are told what is recorded, here and in the other server `there`, and what is recorded here."""

    there: str
    in_here: str
    in_there: str
    kept: Kept


@pytest.fixture
async def records(cord: FakeDiscord, kept: Kept, there: str) -> Records:
    found = []
    for guild_id in (cord.world.guild_id, there):
        channel = str(cord.world.add_channel(f"record-{guild_id}", guild_id=guild_id)["id"])
        await kept.rules.change(int(guild_id), audit_channel=int(channel))
        found.append(channel)
    return Records(there, found[0], found[1], kept)


def build_there(folder: Path, there: str, length: str) -> BorrowingStore:
    """What `haetae index build --server` does."""
    store = BorrowingStore(folder / "servers" / there / "indexes", IndexStore(folder / "indexes"))
    build_index(source(edited("250", length), OWNER), recipe(), store, now=NOW, progress=silent)
    return store


def haetae(folder: Path, *command: str) -> None:
    options = ("--set", f"paths.data_dir={folder}", "--set", "servers.corpora=each")
    assert CliRunner().invoke(app, [*options, *command]).exit_code == 0


def said_in(cord: FakeDiscord, channel: str) -> str:
    return "\n".join(one.content for one in cord.replies() if one.channel_id == channel)


@BOTH
async def test_the_server_concerned_alone_is_told_once_while_the_bot_runs_and_at_its_next_start(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, records: Records, said: Said
) -> None:
    locale = cord.world.locale = said.words.locale
    there, record = records.there, records.in_there
    bot = await start_bot("engine", "each")
    build_there(tmp_path, there, "270")  # nobody has asked there yet
    await tells(cord, record, BUILT[locale])
    await bot.end()
    haetae(tmp_path, "index", "rollback", "--server", there, "--reason", "too early")
    bot = await start_bot("engine", "each")
    await tells(cord, record, BACK)
    await bot.end()

    bot = await start_bot("engine", "each")
    haetae(tmp_path, "index", "activate", "2", "--server", there, "--reason", "now")
    await tells(cord, record, ": v0001 → v0002, “now”")
    for line in (BUILT[locale], BACK):
        assert said_in(cord, record).count(line) == 1
    audit = await told(cord, await cord.slash("audit", user="minji", channel=THERE, locale=locale))
    for line in (BUILT[locale], BACK, "v0001 → v0002, “now”"):
        assert audit.count(line) == 1
    elsewhere = await told(cord, await cord.slash("audit", user="boss", locale=locale))
    for text in (elsewhere, said_in(cord, records.in_here)):
        assert not any(line in text for line in ("owner", "v0002", "too early"))
    assert await records.kept.entries(cord.world.guild_id) == ()
    assert "Traceback" not in bot.log
    assert_well_behaved(cord)


@BOTH
async def test_what_an_interruption_left_in_a_server_is_told_there_alone_though_nobody_opens_it(
    cord: FakeDiscord, start_bot: StartBot, records: Records, said: Said
) -> None:
    words, record = said.words, records.in_there
    cord.world.locale = words.locale
    bot = await start_bot("engine", "each")
    first, second = uploads(edited("250", "270"))
    options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
    handed_in = await cord.slash("corpus upload", options, user="minji", channel=THERE, locale=words.locale)
    await shows(cord, handed_in, words.rehearse)
    bot.send_signal(signal.SIGKILL)
    await bot.wait()
    bot = await start_bot("engine", "each")
    line = (await tells(cord, record, said.leftover)).content
    assert "A new lens" in line
    assert "v0001" in line
    await bot.end()
    await start_bot("engine", "each")
    audit = await told(cord, await cord.slash("audit", user="minji", channel=THERE, locale=words.locale))
    assert (audit.count(said.leftover), said_in(cord, record).count(said.leftover)) == (1, 1)
    assert "A new lens" not in said_in(cord, records.in_here)
    assert await records.kept.entries(cord.world.guild_id) == ()
    assert_well_behaved(cord)
