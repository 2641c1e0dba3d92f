"""The client in process, on simcord."""

import discord
import pytest
import simcord

from bot.answering.answer import Finished
from bot.answering.question import Turn
from bot.discord.rendering import render_answer, render_question
from config.language import Language
from tests.bot.fakes import TEXTS, FakeAnswerer, answer

KOREAN_QUESTION = "미스트랄 라지 3 활성 파라미터 수는?"
ENGLISH_QUESTION = "How many parameters are active in Mistral Large 3?"
BOTH = pytest.mark.parametrize(
    ("question", "language"),
    [(KOREAN_QUESTION, Language.KOREAN), (ENGLISH_QUESTION, Language.ENGLISH)],
    ids=["ko", "en"],
)


@pytest.fixture
def channel(simcord_env: simcord.Env) -> simcord.ChannelHandle:
    return simcord_env.create_guild().create_text_channel("general")


@pytest.fixture
def alice(simcord_env: simcord.Env, channel: simcord.ChannelHandle) -> simcord.MemberActor:
    return simcord_env.guild.add_member(simcord_env.create_user("alice"))


def mention(env: simcord.Env) -> str:
    me = env.guild.me
    assert me is not None
    return me.mention


@BOTH
async def test_ask_is_deferred_and_answered_in_the_language_of_the_question(
    simcord_env: simcord.Env,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    question: str,
    language: Language,
) -> None:
    result = await alice.slash(channel, "ask", question=question)
    (acknowledged,) = [one for one in simcord_env.http_requests if one.path.endswith("/callback")]
    assert acknowledged.json == {"type": discord.InteractionResponseType.deferred_channel_message.value}
    assert not result.ephemeral
    assert result.response is not None
    assert TEXTS[language] in result.response.content
    assert result.followups == []


async def test_ask_hands_the_demanded_language_on(
    channel: simcord.ChannelHandle, alice: simcord.MemberActor, answerer: FakeAnswerer
) -> None:
    result = await alice.slash(channel, "ask", question=ENGLISH_QUESTION, language="ko")
    assert answerer.history[0].language is Language.KOREAN
    assert result.response is not None
    assert TEXTS[Language.KOREAN] in result.response.content


@BOTH
async def test_a_mention_is_answered_by_a_reply_without_a_ping_or_a_preview(
    simcord_env: simcord.Env,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    question: str,
    language: Language,
) -> None:
    asked = await alice.send(channel, f"{mention(simcord_env)} {question}")
    reply = channel.last_message
    assert reply is not None
    assert TEXTS[language] in reply.content
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    assert reply.mentions == []
    posted = [one for one in simcord_env.http_requests if one.path.endswith("/messages")]
    assert [one.json["flags"] for one in posted if one.json] == [discord.MessageFlags(suppress_embeds=True).value]


async def test_a_direct_message_needs_no_mention(simcord_env: simcord.Env) -> None:
    user = simcord_env.create_user("minji")
    await user.send_dm(KOREAN_QUESTION)
    reply = user.dm_channel.last_message
    assert reply is not None
    assert TEXTS[Language.KOREAN] in reply.content


async def test_nobody_else_is_answered(
    simcord_env: simcord.Env,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
) -> None:
    text = f"{mention(simcord_env)} {ENGLISH_QUESTION}"
    robot = simcord_env.guild.add_member(simcord_env.create_user("robot", bot=True))
    await robot.send(channel, text)
    await simcord_env.guild.create_webhook(channel).send(text)
    await alice.send(channel, ENGLISH_QUESTION)
    await alice.send(channel, f"@everyone {ENGLISH_QUESTION}")
    assert answerer.history == []


async def test_an_empty_mention_is_told_how_to_ask(
    simcord_env: simcord.Env, channel: simcord.ChannelHandle, alice: simcord.MemberActor, answerer: FakeAnswerer
) -> None:
    await alice.send(channel, mention(simcord_env))
    reply = channel.last_message
    assert reply is not None
    assert "/ask" in reply.content
    assert "/질문" in reply.content
    assert answerer.history == []


async def test_an_empty_mention_in_a_korean_server_is_told_in_korean(simcord_env: simcord.Env) -> None:
    guild = simcord_env.create_guild(preferred_locale="ko")
    channel = guild.create_text_channel("일반")
    minji = guild.add_member(simcord_env.create_user("minji"))
    await minji.send(channel, mention(simcord_env))
    reply = channel.last_message
    assert reply is not None
    assert "/질문" in reply.content
    assert "/ask" not in reply.content


@BOTH
async def test_a_reply_to_an_answer_brings_the_turns_before_it(
    simcord_env: simcord.Env,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    channel = simcord_env.guild.channels["general"]
    me = mention(simcord_env)
    await alice.send(channel, f"{me} {question}")
    for number in range(1, 5):
        reply = channel.last_message
        assert reply is not None
        await alice.send(channel, f"{me} {number}?", reply_to=reply)
    text = TEXTS[language].replace(" [1]", "")
    assert answerer.history[0].history == ()
    assert answerer.history[1].history == (Turn(question, text),)
    assert [turn.question for turn in answerer.history[4].history] == ["1?", "2?", "3?"]


async def test_a_reply_to_the_answer_of_a_command_knows_the_question(
    simcord_env: simcord.Env, channel: simcord.ChannelHandle, alice: simcord.MemberActor, answerer: FakeAnswerer
) -> None:
    result = await alice.slash(channel, "ask", question=KOREAN_QUESTION)
    assert result.response is not None
    await alice.send(channel, f"{mention(simcord_env)} 전체는요?", reply_to=result.response.message)
    (turn,) = answerer.history[1].history
    assert turn.question == KOREAN_QUESTION


async def test_a_reply_to_someone_else_brings_no_turns(
    simcord_env: simcord.Env, channel: simcord.ChannelHandle, alice: simcord.MemberActor, answerer: FakeAnswerer
) -> None:
    said = await alice.send(channel, "Mistral is fine.")
    await alice.send(channel, f"{mention(simcord_env)} {ENGLISH_QUESTION}", reply_to=said)
    assert answerer.history[0].history == ()


@BOTH
async def test_a_long_answer_to_a_command_continues_in_replies_to_its_first_page(
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    final = answer(question, language, " ".join([TEXTS[language]] * 60))
    answerer.enqueue(Finished(final))
    result = await alice.slash(channel, "ask", question=question)
    pages = [message.content for message in channel.history()]
    assert tuple(pages) == render_answer(final, render_question(question))
    assert result.followups == []
    await alice.send(channel, f"<@{channel.history()[0].author.id}> 1?", reply_to=channel.history()[-1])
    (turn,) = answerer.history[1].history
    assert turn.question == question


async def test_a_long_answer_continues_in_follow_ups_where_the_bot_may_not_write(
    simcord_env: simcord.Env, channel: simcord.ChannelHandle, alice: simcord.MemberActor, answerer: FakeAnswerer
) -> None:
    final = answer(KOREAN_QUESTION, Language.KOREAN, " ".join([TEXTS[Language.KOREAN]] * 60))
    answerer.enqueue(Finished(final))
    simcord_env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    result = await alice.slash(channel, "ask", question=KOREAN_QUESTION)
    pages = render_answer(final, render_question(KOREAN_QUESTION))
    assert tuple(message.content for message in result.followups) == pages[1:]
