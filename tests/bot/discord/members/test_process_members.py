"""What members see and choose for themselves, on the whole bot process."""

import json
import sqlite3
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.remembered import Holdings, Vote
from bot.state.store import StateStore, open_state
from config.language import Language
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import ENGLISH_QUESTION, KOREAN_QUESTION, assert_well_behaved
from tests.bot.fakes import TEXTS
from tests.bot.state.builders import overwrite, record
from tests.fakecord import FakeDiscord, Interaction, Message
from tests.fakecord.commands import check_commands


@dataclass(frozen=True, slots=True)
class Wording:
    """What a member of one language calls, presses and reads."""

    locale: str
    language: Language
    help: str
    about: str
    set_language: str
    privacy: str
    forget: str
    kept: str
    follows: str
    counted: tuple[str, str, str]
    nothing: str
    delete: str
    keep: str
    unavailable: str
    sources: str
    gone: str


KOREAN = Wording(
    "ko", Language.KOREAN, "도움말", "소개", "언어설정", "개인정보", "기록삭제",
    "한국어로 답할게요", "질문하신 언어로", ("답변: 1개", "평가: 1개", "골라 둔 언어: 한국어"),
    "지금 저장된 내 기록은 없어요", "모두 지우기", "그대로 두기", "지금은 기록을 열 수 없어서",
    "출처", "이제 기억하고 있지 않아요",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", Language.ENGLISH, "help", "about", "language", "privacy", "forget-me",
    "I answer you in English", "language of each question", ("Answers: 1", "Votes: 1", "chosen: English"),
    "Stored about you now: nothing", "Delete everything", "Keep it", "I cannot reach my records",
    "Sources", "I no longer remember this answer",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[StateStore]:
    """The bot's own state, looked at from outside."""
    async with open_state(f"sqlite:///{tmp_path / 'state.db'}") as state:
        yield state


async def told(cord: FakeDiscord, called: Interaction) -> Message:
    """The bot's one response, which its caller alone sees."""
    message = await cord.wait_for_reply(called)
    assert message.ephemeral
    assert message.only_for == called.user["id"]
    assert called.followups == []
    return message


async def fill(cord: FakeDiscord, kept: StateStore, words: Wording, user: str = "alice") -> int:
    """Lets an answer, a vote and a choice of `user` be stored; returns the member's id."""
    member_id = int(cord.world.user(user)["id"])
    await kept.remember_answer(record(100, asker_id=member_id))
    await kept.vote(Vote(100, member_id, helpful=True))
    await kept.set_language(member_id, words.language)
    return member_id


async def test_the_commands_are_registered_in_both_languages(cord: FakeDiscord, start_bot: StartBot) -> None:
    await start_bot()
    (synced,) = cord.rest.sent("PUT", "/commands$")
    commands = json.loads(json.dumps(synced.json))
    check_commands(commands)
    names = {command["name"]: command.get("name_localizations", {}).get("ko") for command in commands}
    members = {
        "help": "도움말",
        "about": "소개",
        "language": "언어설정",
        "privacy": "개인정보",
        "forget-me": "기록삭제",
    }
    assert members.items() <= names.items()
    assert all(command["contexts"] == [0, 1] for command in commands if command["name"] in {*members, "ask"})


@BOTH
async def test_help_and_about_are_told_privately_wherever_they_are_called(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    for channel in ("general", "dm:alice"):
        guide = await told(cord, await cord.slash(words.help, locale=words.locale, channel=channel))
        assert all(f"/{name}" in guide.content for name in (words.privacy, words.forget, words.about))
        assert cord.bot_mention in guide.content
        about = await told(cord, await cord.slash(words.about, locale=words.locale, channel=channel))
        title = {Language.KOREAN: "열린 모델", Language.ENGLISH: "Open models"}[words.language]
        assert all(text in about.content for text in (title, "v0007", "98", "fake-writer", "fake-encoder"))
    assert_well_behaved(cord)


@BOTH
async def test_a_chosen_language_outlives_a_restart_and_is_that_of_the_bots_words(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording
) -> None:
    bot = await start_bot()
    other = ENGLISH if words is KOREAN else KOREAN
    command = other.set_language
    chosen = await cord.slash(command, {"language": words.language.value}, locale=other.locale)
    assert words.kept in (await told(cord, chosen)).content
    assert await kept.language_of(int(chosen.user["id"])) is words.language
    await bot.end()
    await start_bot()
    privacy = await told(cord, await cord.slash(other.privacy, locale=other.locale))
    assert words.counted[2] in privacy.content
    automatic = await cord.slash(command, {"language": "auto"}, locale=other.locale)
    assert other.follows in (await told(cord, automatic)).content
    assert (await kept.holdings_of(int(chosen.user["id"]))).nothing
    assert_well_behaved(cord)


@BOTH
async def test_privacy_names_the_days_and_what_is_stored_of_the_member(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording
) -> None:
    await start_bot()
    empty = await told(cord, await cord.slash(words.privacy, locale=words.locale))
    assert words.nothing in empty.content
    assert "30" in empty.content
    await fill(cord, kept, words)
    full = await told(cord, await cord.slash(words.privacy, locale=words.locale))
    assert all(line in full.content for line in words.counted)
    assert_well_behaved(cord)


@BOTH
async def test_forgetting_asks_once_more_then_deletes_and_says_what_also_after_a_restart(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording
) -> None:
    bot = await start_bot()
    member_id = await fill(cord, kept, words)
    await kept.set_language(int(cord.world.user("bob")["id"]), Language.KOREAN)
    question = await told(cord, await cord.slash(words.forget, locale=words.locale))
    assert all(line in question.content for line in words.counted)
    assert not (await kept.holdings_of(member_id)).nothing
    await bot.end()
    await start_bot()
    pressed = await cord.press(label=words.delete, message=question, locale=words.locale)
    await cord.journal.wait_for(lambda: pressed.acknowledged_s, what="the press")
    assert all(line in question.content for line in words.counted)
    assert question.payload["components"] == []
    assert await kept.holdings_of(member_id) == Holdings(0, 0, None)
    assert not (await kept.holdings_of(int(cord.world.user("bob")["id"]))).nothing
    again = await told(cord, await cord.slash(words.forget, locale=words.locale))
    assert again.payload["components"] == []
    assert_well_behaved(cord)


@BOTH
async def test_who_thinks_better_of_it_keeps_everything(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording
) -> None:
    await start_bot()
    member_id = await fill(cord, kept, words)
    question = await told(cord, await cord.slash(words.forget, locale=words.locale))
    pressed = await cord.press(label=words.keep, message=question, locale=words.locale)
    await cord.journal.wait_for(lambda: pressed.acknowledged_s, what="the press")
    assert question.payload["components"] == []
    assert await kept.holdings_of(member_id) == Holdings(1, 1, words.language)


@BOTH
async def test_what_is_asked_is_stored_answered_in_the_chosen_language_and_gone_when_forgotten(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording
) -> None:
    await start_bot()
    choose = await cord.slash(words.set_language, {"language": words.language.value}, locale=words.locale)
    await told(cord, choose)
    other_question = {Language.KOREAN: ENGLISH_QUESTION, Language.ENGLISH: KOREAN_QUESTION}[words.language]
    answers = [
        await cord.wait_for_reply(asked, contains=TEXTS[words.language])
        for asked in (
            await cord.slash("ask", {"question": other_question}, locale=words.locale),
            await cord.say("general", other_question, mentions_bot=True),
        )
    ]
    # The buttons come once an answer is stored.
    await cord.journal.wait_for(lambda: all(answer.revisions[-1].components for answer in answers))
    member_id = int(choose.user["id"])
    assert await kept.holdings_of(member_id) == Holdings(2, 0, words.language)
    question = await told(cord, await cord.slash(words.forget, locale=words.locale))
    pressed = await cord.press(label=words.delete, message=question, locale=words.locale)
    await cord.journal.wait_for(lambda: pressed.acknowledged_s, what="the press")
    assert (await kept.holdings_of(member_id)).nothing
    for answer in answers:
        pressed = await cord.press(label=words.sources, message=answer, locale=words.locale)
        assert words.gone in (await told(cord, pressed)).content
    assert_well_behaved(cord)


async def test_a_damaged_state_ends_the_start_with_one_sentence(cord: FakeDiscord, tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    overwrite(file, b"not a database" * 500)
    program = (sys.executable, "-m", "tests.bot.discord.bot_process", "0", "1", "1", str(file))
    bot = await cord.launch(*program, log=tmp_path / "bot.log")
    assert await bot.wait() == 1
    assert f"The state database {file} is damaged" in bot.log
    assert "Traceback" not in bot.log


@BOTH
async def test_a_state_that_fails_is_admitted_and_questions_are_answered_all_the_same(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, words: Wording
) -> None:
    bot = await start_bot()
    with sqlite3.connect(tmp_path / "state.db") as other:
        other.executescript("DROP TABLE votes; DROP TABLE answers; DROP TABLE members;")
    other.close()
    command = words.set_language
    calls = [
        await cord.slash(words.privacy, locale=words.locale),
        await cord.slash(words.forget, locale=words.locale),
        await cord.slash(command, {"language": words.language.value}, locale=words.locale),
    ]
    for call in calls:
        assert words.unavailable in (await told(cord, call)).content
    question = {Language.KOREAN: KOREAN_QUESTION, Language.ENGLISH: ENGLISH_QUESTION}[words.language]
    asked = await cord.slash("ask", {"question": question}, locale=words.locale)
    answer = await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    pressed = await cord.press(label=words.sources, message=answer, locale=words.locale)
    assert words.unavailable in (await told(cord, pressed)).content
    assert "Traceback" not in bot.log
    assert "check the database" in bot.log


@BOTH
@pytest.mark.parametrize("drop", ["before", "after"])
async def test_a_connection_that_drops_around_a_response_leaves_one_response_whose_buttons_work(
    cord: FakeDiscord, start_bot: StartBot, kept: StateStore, words: Wording, drop: str
) -> None:
    await start_bot()
    member_id = await fill(cord, kept, words)
    cord.rest.inject("POST", "/callback$", drop=drop)
    question = await told(cord, await cord.slash(words.forget, locale=words.locale))
    cord.rest.inject("POST", "/callback$", drop=drop)
    pressed = await cord.press(label=words.delete, message=question, locale=words.locale)
    await cord.journal.wait_for(lambda: pressed.acknowledged_s, what="the press")
    assert question.payload["components"] == []
    assert (await kept.holdings_of(member_id)).nothing
    assert len(cord.replies()) == 1
