"""Servers with a corpus each, on the whole bot process: what is said, offered, recalled, noted and pinned in one of
them is never made of another's."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.app import app
from config.language import Language
from corpus.document import Corpus
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.moderators import test_process_questions as questions
from tests.bot.discord.moderators import test_process_servers as servers
from tests.bot.discord.moderators.test_process_questions import direct_message
from tests.bot.discord.moderators.test_process_servers import THERE, answer, approve, there
from tests.bot.discord.process_steps import assert_well_behaved, shows, told
from tests.bot.updating.fakes import edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.flags import MANAGE_GUILD
from tests.fakecord.process import BotProcess
from tests.index.fakes import document, parts_of

__all__ = ["there"]

THIRD = "square"
PLACES = ("general", THERE, THIRD)
MODERATORS = {"general": "boss", THERE: "minji"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What people of one language call, press and read."""

    language: Language
    servers: servers.Wording
    questions: questions.Wording
    about: str
    help: str
    pinned: tuple[str, str]

    @property
    def locale(self) -> str:
        return self.servers.locale


KOREAN = Wording(Language.KOREAN, servers.KOREAN, questions.KOREAN, "소개", "도움말", ("토요일이요.", "일요일이요."))
ENGLISH = Wording(Language.ENGLISH, servers.ENGLISH, questions.ENGLISH, "about", "help", ("On Saturday.", "On Sunday."))
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


@pytest.fixture
def third(cord: FakeDiscord, there: str) -> str:
    """A server that never has anything of its own."""
    guild_id = cord.world.add_guild(THIRD)
    cord.world.user("dora", permissions=MANAGE_GUILD, guild_id=guild_id)
    return guild_id


def named(place: str, corpus: Corpus) -> Corpus:
    """An edition whose title and last heading name the place it is for."""
    return Corpus(
        tuple(
            replace(
                document(
                    one.language,
                    [
                        ((*path[:-1], f"{path[-1]} {place}") if len(path) == 1 else path, texts)
                        for path, texts in parts_of(one)
                        if len(path) == 1
                    ],
                ),
                title=f"Lights of {place}",
            )
            for one in corpus.documents
        )
    )


async def make_live(cord: FakeDiscord, words: Wording, corpus: Corpus, place: str) -> Message:
    """Has an edition handed in and approved by the moderator of a place."""
    first, second = uploads(corpus)
    options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
    user = MODERATORS[place]
    called = await cord.slash("corpus upload", options, user=user, channel=place, locale=words.locale)
    message = await shows(cord, called, words.servers.rehearse)
    await approve(cord, words.servers, message, user)
    return message


async def before_and_after_a_restart(bot: BotProcess, start_bot: StartBot) -> AsyncIterator[bool]:
    """Once while `bot` runs, and once more when it was ended and another started: whether it is that one."""
    yield False
    await bot.end()
    await start_bot("engine", "each")
    yield True


@BOTH
async def test_what_the_bot_says_of_itself_and_offers_is_of_the_server_where_it_is_asked(
    cord: FakeDiscord, start_bot: StartBot, third: str, words: Wording
) -> None:
    bot = await start_bot("engine", "each")
    for place in MODERATORS:
        await make_live(cord, words, named(place, edited("250", "250")), place)
    async for _ in before_and_after_a_restart(bot, start_bot):
        for place in (*PLACES, "dm:carol"):
            call: dict[str, Any] = {"user": "carol", "channel": place, "locale": words.locale}
            about = await told(cord, await cord.slash(words.about, **call))
            guide = await told(cord, await cord.slash(words.help, **call))
            offered = await cord.autocomplete(words.servers.ask, "question", "", **call)
            names = " ".join(choice["name"] for choice in offered)
            own, title = place in MODERATORS, f"Lights of {place}"
            assert ("v0002" in about, title in about, title in guide, place in names) == (own,) * 4, place
            assert names
            shown = about + guide + names
            assert not any(other in shown for other in MODERATORS if other != place), place
        for place, user in MODERATORS.items():
            call = {"user": user, "channel": place, "locale": words.locale}
            sections = await cord.autocomplete("corpus edit", "section", "", **call)
            assert sections
            assert all(place in choice["name"] for choice in sections), place
    assert_well_behaved(cord)


@BOTH
async def test_only_answers_given_where_the_text_changed_are_recalled(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, third: str, words: Wording
) -> None:
    changed, asking = words.questions.changed, words.servers
    bot = await start_bot("engine", "each")
    first = {place: await answer(cord, asking, asking.question, place) for place in PLACES}
    direct = await cord.wait_for_reply(await cord.say("dm:carol", asking.question), contains="250")
    await make_live(cord, words, edited("250", "260"), "general")
    await cord.journal.wait_for(lambda: changed in first["general"].content, what="the recall here")
    # Those written later are recalled first, so that these would be by now.
    assert [place for place in PLACES if changed in first[place].content] == ["general"]
    await make_live(cord, words, edited("250", "270"), THERE)
    await cord.journal.wait_for(lambda: changed in first[THERE].content, what="the recall there")
    second = {place: await answer(cord, asking, asking.question, place) for place in MODERATORS}
    await bot.end()

    options = ["--set", f"paths.data_dir={tmp_path}", "--set", "servers.corpora=each"]
    command = [*options, "index", "rollback", "--server", str(cord.world.channel(THERE)["guild_id"])]
    assert CliRunner().invoke(app, command).exit_code == 0
    await start_bot("engine", "each")
    await answer(cord, asking, asking.question, "general")
    third_time = await answer(cord, asking, asking.question, THERE)
    await cord.journal.wait_for(lambda: changed in second[THERE].content, what="the recall where it is opened again")
    assert "250" in third_time.content
    for kept in (second["general"], first[THIRD], direct, third_time):
        assert changed not in kept.content
    assert_well_behaved(cord)


@BOTH
async def test_a_question_is_answerable_where_the_text_came_to_say_it_and_stays_open_elsewhere(
    cord: FakeDiscord, start_bot: StartBot, third: str, words: Wording
) -> None:
    bot = await start_bot("engine", "each")
    asking = words.servers
    for place, user in (("general", "bob"), (THERE, "eve")):
        given = await answer(cord, asking, asking.unstated, place)
        await told(cord, await cord.press(label=words.questions.tell, message=given, user=user, locale=words.locale))
    korean, english = (
        edited("안개 신호", "라이선스가 있다").documents[0],
        edited("Lights a harbour", "Licence of a harbour").documents[1],
    )
    await make_live(cord, words, Corpus((korean, english)), "general")
    arrived = await direct_message(cord, "bob", asking.unstated)
    assert f"/{cord.world.channel('general')['id']}/" in arrived.content
    async for restarted in before_and_after_a_restart(bot, start_bot):
        if restarted:
            await answer(cord, asking, asking.question, "general")
        for status, where in (("open", THERE), ("answerable", "general")):
            for place, user in MODERATORS.items():
                listed = await cord.slash(
                    "gaps list", {"status": status}, user=user, channel=place, locale=words.locale
                )
                assert (asking.unstated in await told(cord, listed)) is (place == where), (status, place)
    dm = cord.world.channel("dm:eve")["id"]
    assert not [one for one in cord.replies() if one.channel_id == dm]
    assert_well_behaved(cord)


@BOTH
async def test_a_pin_answers_where_it_was_written_and_its_preview_knows_the_questions_asked_there_alone(
    cord: FakeDiscord, start_bot: StartBot, third: str, words: Wording
) -> None:
    bot = await start_bot("engine", "each")
    asking = words.servers
    here, elsewhere = f"{asking.event} (general)", f"{asking.event} ({THERE})"
    for place, asked in (("general", here), (THERE, elsewhere)):
        await answer(cord, asking, asked, place)
    for (place, user), pinned, asked in zip(MODERATORS.items(), words.pinned, (here, elsewhere), strict=True):
        call: dict[str, Any] = {"user": user, "channel": place, "locale": words.locale}
        form = await cord.slash("pin-answer", {"question": asking.event}, **call)
        await cord.journal.wait_for(lambda shown=form: shown.modal, what="the form")  # type: ignore[misc]
        answers = {"haetae:wordings": f"{here}\n{elsewhere}", "haetae:answer_ko": pinned, "haetae:answer_en": pinned}
        preview = await shows(cord, await cord.submit_modal(form, answers, locale=words.locale), words.questions.keep)
        caught = [line for line in preview.content.split("\n") if "100%" in line]
        assert [asked in line for line in caught] == [True], preview.content
        await cord.press(label=words.questions.keep, message=preview, user=user, locale=words.locale)
        await cord.journal.wait_for(lambda shown=preview: "#" in shown.content)  # type: ignore[misc]
    async for _ in before_and_after_a_restart(bot, start_bot):
        own = dict(zip(MODERATORS, words.pinned, strict=True))
        for place in PLACES:
            content = (await answer(cord, asking, here, place)).content
            assert [one for one in words.pinned if one in content] == ([own[place]] if place in own else []), place
        for place, user in MODERATORS.items():
            listed = await told(cord, await cord.slash("pins list", user=user, channel=place, locale=words.locale))
            assert [one for one in words.pinned if one in listed] == [own[place]]
    assert_well_behaved(cord)
