"""The whole bot process while Discord fails: every asker ends with exactly one final answer."""

from typing import Any

import pytest

from tests.bot.discord.conftest import StartBot
from tests.bot.discord.test_process import ENGLISH_ANSWER, ENGLISH_QUESTION, KOREAN_ANSWER, KOREAN_QUESTION
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.fakecord.flags import VIEW

FAULTS: list[dict[str, Any]] = [
    {"status": 429, "retry_after_s": 0.3},
    {"status": 429, "cloudflare": True},
    {"status": 500},
    {"status": 503},
    {"drop": "before"},
    {"drop": "after"},
]


async def assert_one_answer(cord: FakeDiscord, asked: Interaction | Message, answer: str = ENGLISH_ANSWER) -> None:
    final = answer + "\n\n-# **"
    reply = await cord.wait_for_reply(asked, contains=final, timeout_s=20, settled_s=0.3)
    assert cord.replies(asked) == [reply]
    assert sum(final in revision.content for revision in reply.revisions) == 1


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/messages$"), ("PATCH", r"/messages/\d+$")], ids=["post", "edit"]
)
async def test_a_mention_gets_one_answer_whatever_fails(
    cord: FakeDiscord, start_bot: StartBot, method: str, path: str
) -> None:
    await start_bot(pause_s=0.12)
    injected, asked = [], []
    for index, fault in enumerate(FAULTS):
        channel = cord.world.add_channel(f"fault-{index}")
        injected.append(cord.rest.inject(method, f"^/channels/{channel['id']}{path}", **fault))
        asked.append(await cord.say(channel["id"], ENGLISH_QUESTION, mentions_bot=True))
    for one in asked:
        await assert_one_answer(cord, one)
    assert all(fault.times == 0 for fault in injected)


@pytest.mark.parametrize(("method", "path"), [("POST", "/callback$"), ("PATCH", "/messages/")], ids=["defer", "edit"])
async def test_a_command_gets_one_answer_whatever_fails(
    cord: FakeDiscord, start_bot: StartBot, method: str, path: str
) -> None:
    await start_bot(pause_s=0.12)
    injected, asked = [], []
    for fault in FAULTS:
        asked.append(await cord.slash("ask", {"question": ENGLISH_QUESTION}))
        injected.append(cord.rest.inject(method, asked[-1].token + path, **fault))
    for one in asked:
        await assert_one_answer(cord, one)
        assert not one.failed
    assert all(fault.times == 0 for fault in injected)


@pytest.mark.parametrize("drop", ["before", "after"])
async def test_the_final_edit_is_repeated_until_it_arrives(cord: FakeDiscord, start_bot: StartBot, drop: str) -> None:
    await start_bot()
    cord.rest.inject("POST", "/messages$", times=2, drop=drop)
    said = await cord.say("general", KOREAN_QUESTION, mentions_bot=True)
    await assert_one_answer(cord, said, KOREAN_ANSWER)


async def test_answers_survive_a_reconnect_that_resumes(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot(pause_s=0.12)
    during = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await cord.wait_for_reply(during, contains="Reading")
    await cord.gateway.reconnect()
    await cord.journal.wait_for(lambda: cord.gateway.count("RESUME"), what="RESUME")
    after = await cord.say("general", KOREAN_QUESTION, mentions_bot=True)
    await assert_one_answer(cord, during)
    await assert_one_answer(cord, after, KOREAN_ANSWER)
    assert cord.gateway.count("IDENTIFY") == 1


async def test_answers_survive_an_invalid_session(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot(pause_s=0.12)
    during = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await cord.wait_for_reply(during, contains="Reading")
    await cord.gateway.invalidate()
    await cord.journal.wait_for(lambda: cord.gateway.count("READY") == 2, timeout_s=20, what="a new session")
    after = await cord.slash("질문", {"question": KOREAN_QUESTION}, locale="ko")
    await assert_one_answer(cord, during)
    await assert_one_answer(cord, after, KOREAN_ANSWER)


async def test_an_answer_outlives_its_interaction(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot(pause_s=0.12)
    cord.interactions.life_s = 0.7
    asked = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await assert_one_answer(cord, asked)
    assert cord.rest.sent("PATCH", r"^/channels/\d+/messages/\d+$")


async def test_a_message_deleted_while_it_is_written_ends_the_work_quietly(
    cord: FakeDiscord, start_bot: StartBot
) -> None:
    bot = await start_bot(pause_s=0.1)
    said = await cord.say("general", ENGLISH_QUESTION, mentions_bot=True)
    await cord.delete(await cord.wait_for_reply(said, contains="Reading"))
    await cord.journal.wait_for(lambda: "could not be delivered" in bot.log, what="the end of the work")
    assert cord.replies() == []
    assert "Traceback" not in bot.log
    again = await cord.say("general", ENGLISH_QUESTION, mentions_bot=True)
    await assert_one_answer(cord, again)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [(KOREAN_QUESTION, "“메시지 보내기” 권한"), (ENGLISH_QUESTION, "the permission “Send Messages”")],
    ids=["ko", "en"],
)
async def test_a_channel_where_the_bot_may_not_write_stays_silent_and_the_asker_is_told_why(
    cord: FakeDiscord, start_bot: StartBot, question: str, sentence: str
) -> None:
    await start_bot()
    cord.world.set_bot_permissions(VIEW)
    await cord.say("general", question, mentions_bot=True, user="minji")
    told = await cord.wait_for_reply(contains=sentence)
    assert told.channel_id == cord.world.channel("dm:minji")["id"]
    assert cord.replies() == [told]
    assert cord.rest.with_status(403) == []


async def test_a_thread_deleted_while_an_answer_is_written_ends_the_work_quietly(
    cord: FakeDiscord, start_bot: StartBot
) -> None:
    bot = await start_bot(pause_s=0.1)
    thread = await cord.open_thread("general", "talk")
    said = await cord.say(thread, ENGLISH_QUESTION, mentions_bot=True)
    await cord.wait_for_reply(said, contains="Reading")
    cord.world.delete_channel(thread)
    await cord.journal.wait_for(lambda: "could not be delivered" in bot.log, what="the end of the work")
    assert "Traceback" not in bot.log
    again = await cord.say("general", ENGLISH_QUESTION, mentions_bot=True)
    await assert_one_answer(cord, again)
