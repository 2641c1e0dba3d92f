"""The whole bot process on the loopback Discord."""

import json
import signal
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import (
    ENGLISH_ANSWER,
    ENGLISH_QUESTION,
    KOREAN_ANSWER,
    KOREAN_QUESTION,
    assert_well_behaved,
)
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.commands import check_commands
from tests.fakecord.people import MESSAGE_MENU


def gaps_s(message: Message) -> list[float]:
    times_s = [revision.at_s for revision in message.revisions]
    return [later - earlier for earlier, later in pairwise(times_s[1:])]


async def test_commands_are_registered_within_limits_and_in_both_languages(
    cord: FakeDiscord, start_bot: StartBot
) -> None:
    await start_bot()
    (synced,) = cord.rest.sent("PUT", "/commands$")
    commands = json.loads(json.dumps(synced.json))
    check_commands(commands)
    ask = next(command for command in commands if command["name"] == "ask")
    question, language, private = ask["options"]
    assert (ask["name"], ask["name_localizations"]["ko"]) == ("ask", "질문")
    assert (question["name"], question["name_localizations"]["ko"]) == ("question", "내용")
    assert (language["name"], language["name_localizations"]["ko"]) == ("language", "언어")
    assert {choice["value"]: choice["name_localizations"]["ko"] for choice in language["choices"]} == {
        "ko": "한국어",
        "en": "영어",
    }
    assert (private["name"], private["name_localizations"]["ko"]) == ("private", "비공개")
    assert ask["contexts"] == [0, 1]
    (menu,) = [command for command in commands if command["type"] == MESSAGE_MENU]
    assert (menu["name"], menu["name_localizations"]["ko"]) == ("Ask Haetae about this", "해태에게 물어보기")
    intents = 1 << 0 | 1 << 9 | 1 << 12
    assert f"IDENTIFY intents={intents}" in cord.gateway.events


async def test_both_locales_are_answered_by_command_and_by_mention(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot()
    korean = await cord.slash("질문", {"question": KOREAN_QUESTION}, user="minji", locale="ko")
    english = await cord.slash("ask", {"question": ENGLISH_QUESTION}, user="alice")
    forced = await cord.slash("ask", {"question": ENGLISH_QUESTION, "language": "ko"}, user="bob", channel="dm:bob")
    said = await cord.say("general", f"hey {cord.bot_mention} {ENGLISH_QUESTION}", user="carol")
    spoken = await cord.say("dm:minji", KOREAN_QUESTION, user="minji")
    for asked, expected in (
        (korean, KOREAN_ANSWER),
        (english, ENGLISH_ANSWER),
        (forced, KOREAN_ANSWER),
        (said, ENGLISH_ANSWER),
        (spoken, KOREAN_ANSWER),
    ):
        reply = await cord.wait_for_reply(asked, contains="출처" if expected is KOREAN_ANSWER else "Sources")
        assert len(cord.replies(asked)) == 1
        assert expected in reply.content
    assert korean.acknowledged_s is not None
    assert len(cord.channels.typing) == 2
    assert_well_behaved(cord)


@pytest.mark.parametrize(
    ("question", "answer", "reading"),
    [(KOREAN_QUESTION, KOREAN_ANSWER, "읽는 중"), (ENGLISH_QUESTION, ENGLISH_ANSWER, "Reading")],
    ids=["ko", "en"],
)
async def test_the_answer_is_streamed_after_its_passages_no_faster_than_discord_allows(
    cord: FakeDiscord, start_bot: StartBot, question: str, answer: str, reading: str
) -> None:
    await start_bot(pause_s=0.25, edit_interval_s=1.0)
    asked = await cord.slash("ask", {"question": question})
    said = await cord.say("general", question, mentions_bot=True, user="bob")
    for one in (asked, said):
        reply = await cord.wait_for_reply(one, contains=answer)
        contents = [revision.content for revision in reply.revisions if revision.content]
        assert reading in contents[0]
        assert len(contents) >= 3
        assert all(gap >= 1.0 for gap in gaps_s(reply))
    assert_well_behaved(cord)


async def test_bots_and_messages_to_others_get_no_answer(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot()
    cord.world.user("otherbot", bot=True)
    await cord.say("general", ENGLISH_QUESTION, user="otherbot", mentions_bot=True)
    await cord.say("general", ENGLISH_QUESTION, user="alice")
    asked = await cord.say("general", ENGLISH_QUESTION, user="alice", mentions_bot=True)
    await cord.wait_for_reply(asked, contains=ENGLISH_ANSWER, settled_s=0.5)
    assert len(cord.replies()) == 1


async def test_a_stopped_bot_ends_the_answer_it_is_writing(cord: FakeDiscord, start_bot: StartBot) -> None:
    bot = await start_bot(pause_s=0.1, grace_s=8.0)
    asked = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await cord.wait_for_reply(asked, contains="Reading")
    bot.send_signal(signal.SIGTERM)
    assert await bot.wait() == 0
    (reply,) = cord.replies(asked)
    assert ENGLISH_ANSWER in reply.content
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    ("question", "sentence", "number"),
    [(KOREAN_QUESTION, "멈췄어요", signal.SIGTERM), (ENGLISH_QUESTION, "I was stopped", signal.SIGINT)],
    ids=["ko", "en"],
)
async def test_a_stopped_bot_says_so_where_the_answer_takes_too_long(
    cord: FakeDiscord, start_bot: StartBot, question: str, sentence: str, number: int
) -> None:
    bot = await start_bot(pause_s=1.0, grace_s=1.0)
    asked = await cord.slash("ask", {"question": question})
    said = await cord.say("general", question, mentions_bot=True, user="bob")
    await cord.wait_for_reply(asked, contains=">")
    await cord.wait_for_reply(said, contains=">")
    bot.send_signal(number)
    assert await bot.wait() == 0
    for one in (asked, said):
        (reply,) = cord.replies(one)
        assert sentence in reply.content
    assert "Traceback" not in bot.log


PROGRAM = (sys.executable, "-m", "tests.bot.discord.bot_process", "0", "1", "1", ":memory:")


async def test_a_wrong_token_ends_with_one_sentence(cord: FakeDiscord, tmp_path: Path) -> None:
    bot = await cord.launch(*PROGRAM, log=tmp_path / "bot.log", token="not.the.token")
    assert await bot.wait() == 1
    assert "Discord refused the token" in bot.log
    assert "Traceback" not in bot.log
    assert "not.the.token" not in bot.log


async def test_an_intent_that_is_not_switched_on_ends_with_one_sentence(tmp_path: Path) -> None:
    async with FakeDiscord(approved_intents=0) as cord:
        bot = await cord.launch(*PROGRAM, "reads_content", log=tmp_path / "bot.log")
        assert await bot.wait() == 1
    assert "set discord.message_content to false" in bot.log
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    ("method", "path", "sentence"),
    [("GET", "/users/@me$", "Discord cannot be reached"), ("PUT", "/commands$", "those of the last start remain")],
    ids=["login", "commands"],
)
async def test_a_discord_that_is_down_at_the_start_is_named(
    cord: FakeDiscord, tmp_path: Path, method: str, path: str, sentence: str
) -> None:
    cord.rest.inject(method, path, status=503)
    bot = await cord.launch(*PROGRAM, log=tmp_path / "bot.log")
    await cord.journal.wait_for(lambda: sentence in bot.log, what=sentence)
    assert "Traceback" not in bot.log


async def test_the_process_reaches_no_address_but_the_loopback(cord: FakeDiscord, tmp_path: Path) -> None:
    attempt = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    bot = await cord.launch(sys.executable, "-c", attempt, log=tmp_path / "bot.log")
    assert await bot.wait() == 1
    assert "blocked" in bot.log
