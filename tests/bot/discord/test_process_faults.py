"""The whole bot process while Discord fails: every asker ends with exactly one final answer."""

from functools import partial
from typing import Any

import pytest

from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import ENGLISH_ANSWER, ENGLISH_QUESTION, KOREAN_ANSWER, KOREAN_QUESTION
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.fakecord.flags import READ_HISTORY, SEND, VIEW

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
    reply = await cord.wait_for_reply(asked, contains=final)

    def finals() -> int:
        return sum(final in revision.content and revision.components > 0 for revision in reply.revisions)

    await cord.journal.wait_for(finals, what="the buttons of the answer")
    await cord.wait_for_reply(asked, contains=final, settled_s=0.3)
    assert cord.replies(asked) == [reply]
    assert finals() == 1


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/messages$"), ("PATCH", r"/messages/\d+$")], ids=["post", "edit"]
)
async def test_a_mention_gets_one_answer_whatever_fails(
    cord: FakeDiscord, start_bot: StartBot, method: str, path: str
) -> None:
    await start_bot(pause_s=0.12, edit_interval_s=0.5)
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
    await start_bot(pause_s=0.12, edit_interval_s=0.5)
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
    await start_bot(pause_s=0.12, edit_interval_s=0.5)
    during = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await cord.wait_for_reply(during, contains="Reading")
    await cord.gateway.reconnect()
    await cord.journal.wait_for(lambda: cord.gateway.count("RESUME"), what="RESUME")
    after = await cord.say("general", KOREAN_QUESTION, mentions_bot=True)
    await assert_one_answer(cord, during)
    await assert_one_answer(cord, after, KOREAN_ANSWER)
    assert cord.gateway.count("IDENTIFY") == 1


async def test_answers_survive_an_invalid_session(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot(pause_s=0.12, edit_interval_s=0.5)
    during = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    await cord.wait_for_reply(during, contains="Reading")
    await cord.gateway.invalidate()
    await cord.journal.wait_for(lambda: cord.gateway.count("READY") == 2, what="a new session")
    after = await cord.slash("질문", {"question": KOREAN_QUESTION}, locale="ko")
    await assert_one_answer(cord, during)
    await assert_one_answer(cord, after, KOREAN_ANSWER)


async def test_an_answer_outlives_its_interaction(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot(pause_s=0.12, edit_interval_s=0.5)
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
    ("held", "in_thread", "names"),
    [
        (VIEW, False, ("“메시지 보내기”", "“Send Messages”")),
        (VIEW | SEND, False, ("“메시지 기록 보기”", "“Read Message History”")),
        (VIEW | SEND | READ_HISTORY, True, ("“스레드에서 메시지 보내기”", "“Send Messages in Threads”")),
    ],
    ids=["send", "history", "threads"],
)
async def test_a_channel_where_the_bot_may_not_answer_stays_silent_and_the_asker_is_told_why(
    cord: FakeDiscord, start_bot: StartBot, held: int, in_thread: bool, names: tuple[str, str]
) -> None:
    await start_bot()
    channel = await cord.open_thread("general", "talk") if in_thread else "general"
    cord.world.set_bot_permissions(held)
    for user, question, name in zip(("minji", "alice"), (KOREAN_QUESTION, ENGLISH_QUESTION), names, strict=True):
        await cord.say(channel, question, mentions_bot=True, user=user)
        told = await cord.wait_for_reply(contains=name)
        assert told.channel_id == cord.world.channel(f"dm:{user}")["id"]
    assert len(cord.replies()) == 2
    assert cord.rest.with_status(403) == []


async def test_a_pressed_button_shows_its_private_word_once_whatever_fails(
    cord: FakeDiscord, start_bot: StartBot
) -> None:
    await start_bot()
    asked = await cord.slash("ask", {"question": ENGLISH_QUESTION})
    reply = await cord.wait_for_reply(asked, contains=ENGLISH_ANSWER)
    await cord.journal.wait_for(lambda: reply.component(label="Sources"), what="the buttons")
    for fault in FAULTS:
        pressed = await cord.press(label="Sources", message=reply)
        cord.rest.inject("POST", pressed.token + "/callback$", **fault)
        await cord.journal.wait_for(partial(getattr, pressed, "original"), what="the sources")
        assert not pressed.failed
        assert pressed.followups == []


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
