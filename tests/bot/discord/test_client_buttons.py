"""The client's buttons in process, on simcord: what only shows from the inside."""

from dataclasses import replace

import discord
import simcord

from bot.answering.answer import Answer, Finished
from bot.answering.question import Turn
from bot.state.store import StateStore
from config.language import Language
from config.messages import message as sentence
from tests.bot.discord.test_client import BOTH, ENGLISH_QUESTION, KOREAN_QUESTION, alice, channel, mention
from tests.bot.fakes import TEXTS, FakeAnswerer, answer, refusal

__all__ = ["alice", "channel"]


def cites_many(question: str, language: Language, count: int) -> Answer:
    final = answer(question, language)
    (citation,) = final.citations
    return replace(final, citations=tuple(replace(citation, number=number) for number in range(1, count + 1)))


def titles(message: discord.Message) -> list[str | None]:
    return [embed.title for embed in message.embeds]


@BOTH
async def test_many_sources_are_turned_page_by_page(
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    answerer.enqueue(Finished(cites_many(question, language, 5)))
    asked = await alice.slash(channel, "ask", question=question)
    assert asked.response is not None
    shown = await alice.click(asked.response.message, custom_id="haetae:sources")
    assert shown.response is not None
    assert shown.ephemeral
    assert titles(shown.response.message) == ["Source [1]", "Source [2]"]
    for label, expected in (("More", ["3", "4"]), ("More", ["5"]), ("Back", ["3", "4"])):
        await alice.click(shown.response.message, label=label)
        assert titles(shown.response.message) == [f"Source [{number}]" for number in expected]


@BOTH
async def test_an_answer_that_lost_its_sources_when_asked_again_says_so_to_whoever_turns_their_page(
    simcord_env: simcord.Env,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    me = simcord_env.guild.me
    assert me is not None
    channel = simcord_env.guild.create_text_channel(
        "here", overwrites={me: discord.PermissionOverwrite(embed_links=False)}
    )
    answerer.enqueue(Finished(cites_many(question, language, 5)))
    asked = await alice.slash(channel, "ask", question=question)
    assert asked.response is not None
    shown = await alice.click(asked.response.message, custom_id="haetae:sources")
    assert shown.response is not None
    assert shown.response.message.embeds == []
    answerer.enqueue(Finished(refusal(question, language)))
    await alice.click(asked.response.message, custom_id="haetae:again")
    turned = await alice.click(shown.response.message, label="More")
    assert turned.response is not None
    assert turned.ephemeral
    assert turned.response.content == sentence("buttons.no_sources", Language.ENGLISH)


@BOTH
async def test_a_thread_is_a_conversation_that_begins_with_its_answer(
    simcord_env: simcord.Env,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    channel = simcord_env.guild.channels["general"]
    await alice.send(channel, f"{mention(simcord_env)} {question}")
    reply = channel.last_message
    assert reply is not None
    await alice.click(reply, custom_id="haetae:thread")
    (thread,) = channel.threads
    assert thread.name == question
    for number in range(1, 5):
        await alice.send(thread, f"{mention(simcord_env)} {number}?")
    text = TEXTS[language].replace(" [1]", "")
    assert answerer.history[1].history == (Turn(question, text),)
    assert [turn.question for turn in answerer.history[2].history] == [question, "1?"]
    assert [turn.question for turn in answerer.history[4].history] == ["1?", "2?", "3?"]


@BOTH
async def test_an_answer_asked_again_knows_the_turns_before_it_and_takes_its_old_pages_along(
    simcord_env: simcord.Env,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    question: str,
    language: Language,
) -> None:
    channel = simcord_env.guild.channels["general"]
    await alice.send(channel, f"{mention(simcord_env)} {question}")
    first = channel.last_message
    assert first is not None
    answerer.enqueue(Finished(answer("1?", language, " ".join([TEXTS[language]] * 60))))
    await alice.send(channel, f"{mention(simcord_env)} 1?", reply_to=first)
    pages = [message for message in channel.history() if message.author.bot][1:]
    assert len(pages) >= 2
    await alice.click(pages[0], custom_id="haetae:again")
    kept = [message for message in channel.history() if message.author.bot][1:]
    assert [message.id for message in kept] == [pages[0].id]
    again = answerer.history[-1]
    assert again.text == "1?"
    assert again.language is language
    assert [turn.question for turn in again.history] == [question]


@BOTH
async def test_a_vote_is_one_a_member_and_can_be_changed(
    simcord_env: simcord.Env,
    alice: simcord.MemberActor,
    state: StateStore,
    question: str,
    language: Language,
) -> None:
    channel = simcord_env.guild.channels["general"]
    bob = simcord_env.guild.add_member(simcord_env.create_user("bob"))
    asked = await alice.slash(channel, "ask", question=question)
    assert asked.response is not None
    message = asked.response.message
    await bob.click(message, custom_id="haetae:helpful")
    await alice.click(message, custom_id="haetae:helpful")
    form = await alice.click(message, custom_id="haetae:not_helpful")
    votes = {vote.member_id: vote.helpful for vote in await state.votes_of(message.id)}
    assert votes == {alice.id: False, bob.id: True}
    await alice.submit_modal(form, {"haetae:comment": "  The figure is wrong. "})
    comments = {vote.member_id: vote.comment for vote in await state.votes_of(message.id)}
    assert comments == {alice.id: "The figure is wrong.", bob.id: None}


async def test_a_member_is_answered_in_the_language_they_chose(
    simcord_env: simcord.Env,
    channel: simcord.ChannelHandle,
    alice: simcord.MemberActor,
    answerer: FakeAnswerer,
    state: StateStore,
) -> None:
    await state.set_language(alice.id, Language.KOREAN)
    await alice.slash(channel, "ask", question=ENGLISH_QUESTION)
    await alice.send(channel, f"{mention(simcord_env)} {ENGLISH_QUESTION}")
    await alice.slash(channel, "ask", question=KOREAN_QUESTION, language="en")
    assert [asked.language for asked in answerer.history] == [Language.KOREAN, Language.KOREAN, Language.ENGLISH]
