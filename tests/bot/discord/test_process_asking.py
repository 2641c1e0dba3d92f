"""Every way to ask, on the whole bot process, in both locales."""

import pytest

from config.settings import load_settings
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import assert_well_behaved, private_word
from tests.bot.discord.test_process_buttons import BOTH, KOREAN, Wording
from tests.bot.fakes import TEXTS
from tests.fakecord import FakeDiscord, Interaction, Message

ASK_ABOUT = {"ko": "해태에게 물어보기", "en-US": "Ask Haetae about this"}
KOREAN_OFFER = "미스트랄 라지 3에 대해 글은 뭐라고 하나요?"
ENGLISH_OFFER = "What does the article say about Mistral Large 3?"
TOO_FAST = {"ko": "질문이 조금 빨라요", "en-US": "You are asking faster"}


async def ended(cord: FakeDiscord, said: Message, words: Wording) -> Message:
    """The finished answer to a message."""
    reply = await cord.wait_for_reply(said, contains=TEXTS[words.language])
    return await cord.journal.wait_for(lambda: reply if reply.component(label=words.again) else None)


@BOTH
async def test_a_private_answer_is_shown_to_the_asker_alone(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    asked = await cord.slash(
        words.command, {"question": words.question, "private": True}, user="minji", locale=words.locale
    )
    reply = await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    assert reply.only_for == cord.world.user("minji")["id"]
    assert cord.channels.typing == []
    assert_well_behaved(cord)


@BOTH
async def test_a_message_of_someone_else_can_be_asked_about(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    said = await cord.say("general", words.question, user="bob")
    asked = await cord.context_menu(ASK_ABOUT[words.locale], said, user="minji", locale=words.locale)
    reply = await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    assert words.question in reply.content
    own = await private_word(
        cord, await cord.context_menu(ASK_ABOUT[words.locale], reply, user="minji", locale=words.locale)
    )
    assert own.content.startswith(("이 메시지에는", "This message holds"))
    assert cord.replies(said) == []
    assert_well_behaved(cord)


@BOTH
async def test_a_reply_asks_with_its_ping_and_without_it_only_where_discord_delivers_the_text(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    first = await start_bot()
    asked = await cord.say("general", words.question, mentions_bot=True, user="minji")
    answer = await ended(cord, asked, words)
    pinging = await cord.say("general", words.question, user="minji", reply_to=answer)
    await ended(cord, pinging, words)
    quiet = await cord.say("general", words.question, user="minji", reply_to=answer, pings=False)
    await first.end()
    await start_bot("reads_content")
    heard = await cord.say("general", words.question, user="minji", reply_to=answer, pings=False)
    await ended(cord, heard, words)
    assert cord.replies(quiet) == []
    assert_well_behaved(cord)


@BOTH
async def test_a_thread_on_an_answer_needs_a_mention_unless_the_bot_may_read_messages(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    first = await start_bot()
    asked = await cord.say("general", words.question, mentions_bot=True, user="minji")
    answer = await ended(cord, asked, words)
    opened = await private_word(
        cord, await cord.press(label=words.thread, message=answer, user="minji", locale=words.locale)
    )
    assert "멘션하고" in opened.content or "Mention me" in opened.content
    thread = answer.id
    silent = await cord.say(thread, words.question, user="minji")
    spoken = await cord.say(thread, words.question, user="bob", mentions_bot=True)
    inside = await ended(cord, spoken, words)
    assert inside.component(label=words.thread) is None
    assert cord.replies(silent) == []
    await first.end()
    await start_bot("reads_content")
    foreign = await cord.open_thread("general", "theirs", user="bob")
    ignored = await cord.say(foreign, words.question, user="bob")
    among_them = [
        await cord.say(thread, words.question, user="bob", reply_to=spoken, pings=False),
        await cord.say(thread, f"<@{cord.world.user('minji')['id']}> {words.question}", user="bob"),
    ]
    heard = await cord.say(thread, words.question, user="minji")
    await ended(cord, heard, words)
    assert all(cord.replies(one) == [] for one in (silent, ignored, *among_them))
    assert_well_behaved(cord)


@BOTH
async def test_an_edited_question_is_answered_again_in_place_also_after_a_restart(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    first = await start_bot()
    before = "Gemma 3?" if words is KOREAN else "젬마 3?"
    asked = await cord.say("general", before, mentions_bot=True, user="minji")
    reply = await cord.wait_for_reply(asked, contains="[1]")
    await cord.journal.wait_for(lambda: len(reply.payload["components"]) == 2, what="the buttons")
    revisions = len(reply.revisions)
    await cord.edit(asked, f"{cord.bot_mention} {before}")  # as Discord does when it adds a preview
    await first.end()
    await start_bot()
    await cord.edit(asked, f"{cord.bot_mention} {words.question}")
    await cord.journal.wait_for(lambda: len(reply.revisions) > revisions, what="the answer again")
    await ended(cord, asked, words)
    assert cord.replies(asked) == [reply]
    assert_well_behaved(cord)


@pytest.mark.parametrize("shown", [False, True], ids=["before", "after"])
@BOTH
async def test_a_question_edited_while_it_is_answered_is_answered_as_it_reads_now(
    cord: FakeDiscord, start_bot: StartBot, words: Wording, shown: bool
) -> None:
    await start_bot(pause_s=0.3, edit_interval_s=1.0)
    other = "무엇?" if words is not KOREAN else "What?"
    asked = await cord.say("general", other, mentions_bot=True, user="minji")
    if shown:
        await cord.wait_for_reply(asked, contains=">")
    await cord.edit(asked, f"{cord.bot_mention} {words.question[:5]}")
    await cord.edit(asked, f"{cord.bot_mention} {words.question}")
    reply = await ended(cord, asked, words)
    assert cord.replies(asked) == [reply]
    assert_well_behaved(cord)


@BOTH
async def test_a_deleted_question_stops_the_work_and_a_finished_answer_stays(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot(pause_s=0.2, edit_interval_s=1.0)
    answered = await cord.say("general", words.question, mentions_bot=True, user="bob")
    kept = await ended(cord, answered, words)
    await private_word(cord, await cord.press(label=words.helpful, message=kept, user="bob"))  # so it is remembered
    await cord.delete(answered)
    asked = await cord.say("general", words.question, mentions_bot=True, user="minji")
    reply = await cord.wait_for_reply(asked, contains=">")
    await cord.delete(asked)
    await cord.journal.wait_for(lambda: reply.deleted, what="the reply gone")
    again = await cord.say("general", words.question, mentions_bot=True, user="bob")
    await ended(cord, again, words)
    assert not kept.deleted
    assert_well_behaved(cord)


@BOTH
async def test_who_asks_too_fast_is_told_privately_when_to_go_on(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    for _ in range(load_settings().discord.member_questions - 1):
        asked = await cord.slash(words.command, {"question": words.question}, user="minji", locale=words.locale)
        await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    said = await cord.say("general", words.question, mentions_bot=True, user="minji")
    answer = await ended(cord, said, words)
    late = [await cord.say("general", words.question, mentions_bot=True, user="minji") for _ in range(2)]
    commanded = await private_word(
        cord, await cord.slash(words.command, {"question": words.question}, user="minji", locale=words.locale)
    )
    pressed = await private_word(
        cord, await cord.press(label=words.again, message=answer, user="minji", locale=words.locale)
    )
    (noted,) = [one for one in cord.replies() if one.channel_id == cord.world.channel("dm:minji")["id"]]
    assert all(one.content.startswith(TOO_FAST[words.locale]) for one in (commanded, pressed, noted))
    assert all(cord.replies(one) == [] for one in late)
    other = await cord.say("general", words.question, mentions_bot=True, user="bob")
    await ended(cord, other, words)
    assert_well_behaved(cord)


@BOTH
async def test_twenty_members_at_once_are_each_answered_once_and_in_order(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    # At the pace of members: twenty that edit faster pass the limit on all a bot sends, fifty a second.
    bot = await start_bot("queues", pause_s=0.005, edit_interval_s=1.0)
    asked: list[Interaction | Message] = []
    questions = [f"{words.question} {number}" for number in range(20)]
    for number, question in enumerate(questions):
        name, room = f"member-{number}", cord.world.add_channel(f"room-{number}")["id"]
        if number % 2:
            asked.append(await cord.say(room, question, user=name, mentions_bot=True))
        else:
            options = {"question": question}
            asked.append(await cord.slash(words.command, options, user=name, channel=room, locale=words.locale))
    for one in asked:
        reply = await cord.wait_for_reply(one, contains=TEXTS[words.language])
        assert cord.replies(one) == [reply]
    assert not any(one.failed for one in asked if isinstance(one, Interaction))
    assert len(cord.replies()) == len(asked)
    worked_on = [line.partition("At work on: ")[2] for line in bot.log.splitlines() if "At work on: " in line]
    assert sorted(worked_on) == sorted(questions)
    for one_way in (questions[::2], questions[1::2]):  # commands and messages take their own steps to the queue
        assert [question for question in worked_on if question in one_way] == one_way
    assert any("7" in one.revisions[0].content for one in cord.replies())
    assert_well_behaved(cord)


@BOTH
async def test_questions_are_offered_while_one_is_typed(cord: FakeDiscord, start_bot: StartBot, words: Wording) -> None:
    await start_bot()

    async def offered(typed: str) -> list[str]:
        choices = await cord.autocomplete(words.command, "question", typed, user="minji", locale=words.locale)
        assert all(choice["name"] == choice["value"] for choice in choices)
        return [choice["name"] for choice in choices]

    first, *_ = await offered("")
    assert first == (KOREAN_OFFER if words is KOREAN else ENGLISH_OFFER)
    assert (await offered("ㅁㅅㅌㄹ"))[0] == KOREAN_OFFER
    assert (await offered("large"))[0] == first
    assert await offered("zebra") == []
    asked = await cord.slash(words.command, {"question": first}, user="minji", locale=words.locale)
    await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    assert_well_behaved(cord)
