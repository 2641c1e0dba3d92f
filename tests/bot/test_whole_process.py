"""The real bot: its own process, the real models, a real index on disk, on the loopback Discord."""

import asyncio
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.fakecord.cord import FakeDiscord
from tests.fakecord.fixtures import cord
from tests.fakecord.process import BotProcess

pytestmark = [pytest.mark.models, pytest.mark.timeout(600)]
__all__ = ["cord"]

ANSWER_S = 120


@pytest.fixture
def data_dir(shipped_data_dir: Path, tmp_path: Path) -> Path:
    """A data folder with an index of the shipped edition."""
    return shutil.copytree(shipped_data_dir, tmp_path, dirs_exist_ok=True)


async def start(cord: FakeDiscord, folder: Path) -> BotProcess:
    return await cord.start_bot(
        sys.executable,
        "-m",
        "bot",
        "--set",
        f"paths.data_dir={folder}",
        "run",
        log=folder / "bot.log",
        timeout_s=ANSWER_S,
    )


async def test_members_get_grounded_answers_in_their_language_until_the_bot_is_stopped(
    cord: FakeDiscord, data_dir: Path
) -> None:
    bot = await start(cord, data_dir)
    korean = await cord.slash("ask", {"question": "미스트랄 라지 3 활성 파라미터 수는?"}, locale="ko")
    answered = await cord.wait_for_reply(korean, contains="[1]", timeout_s=ANSWER_S, settled_s=2.0)
    assert "41B" in answered.content
    english = await cord.say("general", f"{cord.bot_mention} How many parameters are active in Mistral Large 3?")
    replied = await cord.wait_for_reply(english, contains="[1]", timeout_s=ANSWER_S, settled_s=2.0)
    assert "41B" in replied.content
    refused = await cord.slash("ask", {"question": "Who is the CEO of Zephyria?"})
    refusal = await cord.wait_for_reply(refused, contains="does not mention", timeout_s=ANSWER_S, settled_s=2.0)
    assert "Zephyria" in refusal.content
    bot.send_signal(signal.SIGTERM)
    assert await bot.wait(30) == 0


async def test_stopping_while_answering_ends_the_answer_or_says_so(cord: FakeDiscord, data_dir: Path) -> None:
    bot = await start(cord, data_dir)
    asked = await cord.slash("ask", {"question": "올라마와 LM 스튜디오는 어떤 도구인지 설명해 주세요"}, locale="ko")
    await asyncio.sleep(1.0)
    bot.send_signal(signal.SIGTERM)
    assert await bot.wait(60) == 0
    reply = await cord.wait_for_reply(asked, timeout_s=10)
    assert "[1]" in reply.content or "멈췄" in reply.content or "멈춰" in reply.content
    assert "Traceback" not in (data_dir / "bot.log").read_text(encoding="utf-8")
