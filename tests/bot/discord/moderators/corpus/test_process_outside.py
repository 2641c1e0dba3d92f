"""What is done to the article outside Discord, as the record and its channel tell it on the whole bot process."""

import signal
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.app import app
from config.language import Language
from index.building import build_index
from index.provenance import Door, Provenance
from index.versions import IndexStore
from tests.bot.discord.conftest import StartBot, cord
from tests.bot.discord.moderators.conftest import Kept, kept, moderators
from tests.bot.discord.moderators.corpus.test_process_updates import ENGLISH as CALLED
from tests.bot.discord.moderators.corpus.test_process_updates import KOREAN as CALLED_KO
from tests.bot.discord.moderators.corpus.test_process_updates import Wording
from tests.bot.discord.process_steps import assert_well_behaved, shows, told
from tests.bot.updating.fakes import edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.index.fakes import NOW, recipe, silent, source

__all__ = ["cord", "kept", "moderators"]

pytestmark = pytest.mark.usefixtures("moderators")

OWNER = Provenance("owner", None, "from git", Door.COMMAND_LINE)
WATCHER = Provenance("watcher", None, "", Door.WATCH)


@dataclass(frozen=True, slots=True)
class Said:
    """What the record says in one language."""

    words: Wording
    first: str
    built: str
    watched: str
    back: str
    leftover: str


BOTH = pytest.mark.parametrize(
    "said",
    [
        Said(
            CALLED_KO, "명령줄, tester, 2026-11-21 12:00 UTC: – → v0001, “to see”",
            "명령줄, owner, 2026-11-21 12:00 UTC: v0001 → v0002, “from git”",
            "감시 폴더, watcher, 2026-11-21 12:00 UTC: v0002 → v0003",
            ": v0003 → v0002, “too early”", "중단된 업데이트가 남긴 것을 지웠어요: <@",
        ),
        Said(
            CALLED, "command line, tester, 2026-11-21 12:00 UTC: – → v0001, “to see”",
            "command line, owner, 2026-11-21 12:00 UTC: v0001 → v0002, “from git”",
            "watched folder, watcher, 2026-11-21 12:00 UTC: v0002 → v0003",
            ": v0003 → v0002, “too early”", "removed what an interruption left of <@",
        ),
    ],
    ids=["ko", "en"],
)  # fmt: skip


def build_outside(folder: Path, length: str, provenance: Provenance) -> None:
    store = IndexStore(folder / "indexes")
    build_index(source(edited("920", length), provenance), recipe(), store, now=NOW, progress=silent)


async def chosen_channel(cord: FakeDiscord, kept: Kept, said: Said) -> str:
    """A channel that is told what is recorded, in a server of this language."""
    cord.world.locale = said.words.locale
    channel = str(cord.world.add_channel("record")["id"])
    await kept.rules.change(int(cord.world.guild_id), audit_channel=int(channel))
    return channel


async def tells(cord: FakeDiscord, channel: str, text: str) -> Message:
    def found() -> Message | None:
        return next((one for one in cord.replies() if one.channel_id == channel and text in one.content), None)

    return await cord.journal.wait_for(found, what=f"the record's channel saying {text}")


@BOTH
async def test_what_becomes_live_outside_discord_is_recorded_and_told_while_the_bot_runs(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, kept: Kept, said: Said
) -> None:
    channel = await chosen_channel(cord, kept, said)
    await start_bot("engine")
    await tells(cord, channel, said.first)
    build_outside(tmp_path, "930", OWNER)
    await tells(cord, channel, said.built)
    build_outside(tmp_path, "940", WATCHER)
    await tells(cord, channel, said.watched)
    command = ["--set", f"paths.data_dir={tmp_path}", "index", "rollback", "--reason", "too early"]
    assert CliRunner().invoke(app, command).exit_code == 0
    await tells(cord, channel, said.back)
    audit = await told(cord, await cord.slash("audit", user=said.words.user, locale=said.words.locale))
    for line in (said.first, said.built, said.watched, said.back):
        assert audit.count(line) == 1
    assert_well_behaved(cord)


@BOTH
async def test_what_became_live_while_the_bot_was_away_is_told_at_its_start_and_only_once(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, kept: Kept, said: Said
) -> None:
    channel = await chosen_channel(cord, kept, said)
    bot = await start_bot("engine")
    await tells(cord, channel, said.first)
    await bot.end()
    build_outside(tmp_path, "930", OWNER)
    bot = await start_bot("engine")
    await tells(cord, channel, said.built)
    await bot.end()
    await start_bot("engine")
    audit = await told(cord, await cord.slash("audit", user=said.words.user, locale=said.words.locale))
    assert audit.count(said.built) == 1


@BOTH
async def test_what_an_interrupted_update_left_is_told_by_the_next_start_and_the_live_version_stays_known(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, kept: Kept, said: Said
) -> None:
    words = said.words
    channel = await chosen_channel(cord, kept, said)
    bot = await start_bot("engine")
    first, second = uploads(edited("250", "260"))
    options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
    await shows(cord, await cord.slash(words.upload, options, user=words.user, locale=words.locale), words.rehearse)
    bot.send_signal(signal.SIGKILL)
    await bot.wait()
    await start_bot("engine")
    line = (await tells(cord, channel, said.leftover)).content
    assert "v0001" in line
    assert "A new lens" in line
    assert {Language.KOREAN: "답변은 그대로", Language.ENGLISH: "handed in again"}[words.language] in line
    assert IndexStore(tmp_path / "indexes").numbers() == (1,)
