"""The house rules and the record, on the whole bot process."""

from dataclasses import dataclass

import pytest

from config.language import Language
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.moderators.conftest import Kept
from tests.bot.discord.process_steps import ENGLISH_QUESTION, KOREAN_QUESTION, assert_well_behaved, told
from tests.bot.fakes import TEXTS
from tests.fakecord import FakeDiscord, Message

pytestmark = pytest.mark.usefixtures("moderators")


@dataclass(frozen=True, slots=True)
class Wording:
    """What members and moderators of one language call, ask, press and read."""

    locale: str
    language: Language
    user: str
    ask: str
    question: str
    pause: str
    resume: str
    paused: str
    note: str
    again: str
    quota_used: str
    not_here: str
    not_you: str
    quiet: str
    recorded: tuple[str, str]
    empty: str


KOREAN = Wording(
    "ko", Language.KOREAN, "minji", "질문", KOREAN_QUESTION, "일시정지", "다시시작",
    "답변을 멈춰 두었어요", "점심 먹고 올게요", "다시 묻기", "질문 1개를 모두", "이 채널에서는 답하지 않아요",
    "정해진 역할이 있는", "조용한 시간이에요", ("답변을 멈췄어요: “", "다시 시작했어요"), "아직 기록이 없어요",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", Language.ENGLISH, "alice", "ask", ENGLISH_QUESTION, "pause", "resume",
    "have paused my answers", "Gone for lunch", "Ask again", "your 1 questions", "do not answer in this channel",
    "only members with certain roles", "quiet hours", ("paused the answers: “", "resumed the answers"),
    "Nothing has been",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


async def direct_word(cord: FakeDiscord, user: str) -> str:
    """The newest direct message to a user."""
    channel = cord.world.channel(f"dm:{user}")["id"]

    def newest() -> Message | None:
        said = [one for one in cord.replies() if one.channel_id == channel]
        return said[-1] if said else None

    return (await cord.journal.wait_for(newest, what=f"a direct message to {user}")).content


async def choose(cord: FakeDiscord, words: Wording, kind: str, values: list[str]) -> None:
    """Chooses channels or roles in the menu that a command opens."""
    shown = await cord.slash(f"rules {kind}", user=words.user, locale=words.locale)
    opened = await cord.journal.wait_for(lambda: shown.original)
    await cord.select(f"haetae:rules:{kind}", values, message=opened, user=words.user, locale=words.locale)
    await cord.journal.wait_for(lambda: not opened.payload["components"])


@BOTH
async def test_while_paused_every_way_to_ask_is_answered_with_the_note(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    answered = await cord.slash(words.ask, {"question": words.question}, user="carol", locale=words.locale)
    answer = await cord.wait_for_reply(answered, contains=TEXTS[words.language])
    await cord.journal.wait_for(lambda: answer.component(label=words.again))
    notes = {"note": "점심 먹고 올게요", "translation": "Gone for lunch"}
    done = await told(cord, await cord.slash(words.pause, notes, user=words.user, locale=words.locale))
    assert words.paused in done
    assert words.note in done
    await bot.end()
    await start_bot()

    commanded = await cord.slash(words.ask, {"question": words.question}, user="dave", locale=words.locale)
    pressed = await cord.press(label=words.again, message=answer, user="carol", locale=words.locale)
    for acted in (commanded, pressed):
        said = await told(cord, acted)
        assert words.paused in said
        assert words.note in said
    for user, reply_to in (("erin", None), ("frank", answer)):
        await cord.say("general", words.question, user=user, mentions_bot=True, reply_to=reply_to)
        said = await direct_word(cord, user)
        assert words.paused in said
        assert words.note in said
    direct = await cord.say("dm:carol", words.question, user="carol")
    await cord.wait_for_reply(direct, contains=TEXTS[words.language])

    await told(cord, await cord.slash(words.resume, user=words.user, locale=words.locale))
    again = await cord.slash(words.ask, {"question": words.question}, user="dave", locale=words.locale)
    await cord.wait_for_reply(again, contains=TEXTS[words.language])
    assert [entry.action for entry in await kept.entries(cord.world.guild_id)] == ["resumed", "paused"]
    assert_well_behaved(cord)


@BOTH
async def test_whoever_takes_no_direct_messages_reads_the_note_in_a_reply(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    await told(cord, await cord.slash(words.pause, {"note": words.note}, user=words.user, locale=words.locale))
    cord.rest.inject("POST", "/users/@me/channels$", status=403, times=5)
    asked = await cord.say("general", words.question, user="erin", mentions_bot=True)
    reply = await cord.wait_for_reply(asked)
    assert words.note in reply.content
    assert TEXTS[words.language] not in reply.content


@BOTH
async def test_a_quota_outlives_a_restart_and_counts_every_way_to_ask(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    await told(cord, await cord.slash("rules quota", {"questions": 1}, user=words.user, locale=words.locale))
    asked = await cord.say("general", words.question, user="erin", mentions_bot=True)
    await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    await bot.end()
    await start_bot()
    refused = await cord.slash(words.ask, {"question": words.question}, user="erin", locale=words.locale)
    assert words.quota_used in await told(cord, refused)
    other = await cord.slash(words.ask, {"question": words.question}, user="frank", locale=words.locale)
    await cord.wait_for_reply(other, contains=TEXTS[words.language])
    assert_well_behaved(cord)


@BOTH
async def test_channels_and_roles_are_chosen_in_menus_and_hold_in_threads(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    await start_bot()
    cord.world.add_channel("questions")
    role = cord.world.add_role("askers")
    cord.world.give_role("erin", role)
    await choose(cord, words, "channels", ["questions"])
    await choose(cord, words, "roles", [role])
    elsewhere = await cord.slash(words.ask, {"question": words.question}, user="erin", locale=words.locale)
    assert words.not_here in await told(cord, elsewhere)
    outsider = await cord.slash(
        words.ask, {"question": words.question}, user="frank", channel="questions", locale=words.locale
    )
    assert words.not_you in await told(cord, outsider)
    thread = await cord.open_thread("questions", "a thread", user="erin")
    for place in ("questions", thread):
        asked = await cord.slash(
            words.ask, {"question": words.question}, user="erin", channel=place, locale=words.locale
        )
        await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    rules = await kept.rules.of(int(cord.world.guild_id))
    assert rules.channels == (int(cord.world.channel("questions")["id"]),)
    assert rules.roles == (int(role),)
    shown = await cord.slash("rules show", user=words.user, locale=words.locale)
    assert f"<@&{role}>" in await told(cord, shown)
    assert_well_behaved(cord)


@BOTH
async def test_quiet_hours_round_the_clock_silence_the_bot(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    hours = {"from": "00:00", "until": "23:59", "time-zone": "asia/seoul"}
    said = await told(cord, await cord.slash("rules quiet-hours", hours, user=words.user, locale=words.locale))
    assert "Asia/Seoul" in said
    wrong = {"from": "late", "until": "23:59"}
    said = await told(cord, await cord.slash("rules quiet-hours", wrong, user=words.user, locale=words.locale))
    assert "07:30" in said
    zones = await cord.autocomplete("rules quiet-hours", "time-zone", "seo", user=words.user)
    assert zones[0]["value"] == "Asia/Seoul"
    asked = await cord.slash(words.ask, {"question": words.question}, user="erin", locale=words.locale)
    refused = await told(cord, asked)
    assert words.quiet in refused


@BOTH
async def test_the_record_is_read_in_pages_and_told_in_the_channel_that_was_chosen(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    audit = await cord.slash("audit", user=words.user, locale=words.locale)
    assert words.empty in await told(cord, audit)
    cord.world.add_channel("record")
    await told(cord, await cord.slash("moderators log", {"channel": "record"}, user="boss"))
    for number in range(4):
        await told(cord, await cord.slash("pause", {"note": f"note {number} @everyone"}, user=words.user))
        await told(cord, await cord.slash("resume", user=words.user))
    record = cord.world.channel("record")["id"]
    lines = await cord.journal.wait_for(
        lambda: found if len(found := [one for one in cord.replies() if one.channel_id == record]) == 9 else None
    )
    assert "note 0" in lines[1].content
    assert "resumed the answers" in lines[2].content
    assert "<t:" in lines[2].content
    assert "@everyone" not in lines[1].content

    shown = await cord.slash("audit", user=words.user, locale=words.locale)
    first = await told(cord, shown)
    assert words.recorded[0] in first
    assert words.recorded[1] in first
    assert "note 3" in first
    assert f"<#{record}>" not in first
    opened = shown.original
    assert opened is not None
    await cord.press("haetae:pages:audit::2", message=opened, user=words.user, locale=words.locale)
    await cord.journal.wait_for(lambda: f"<#{record}>" in opened.content)
    assert_well_behaved(cord)


async def test_a_record_that_cannot_be_told_in_its_channel_stops_nobody(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept
) -> None:
    bot = await start_bot()
    cord.world.add_channel("record")
    await told(cord, await cord.slash("moderators log", {"channel": "record"}, user="boss"))
    record = cord.world.channel("record")["id"]
    await cord.journal.wait_for(lambda: [one for one in cord.replies() if one.channel_id == record])
    cord.rest.inject("POST", f"/channels/{record}/messages$", status=403, times=9)
    await told(cord, await cord.slash("pause", user="alice"))
    await told(cord, await cord.slash("resume", user="alice"))
    await cord.journal.wait_for(lambda: bot.log.count("audit channel could not be told") == 2)
    actions = [entry.action for entry in await kept.entries(cord.world.guild_id)]
    assert actions == ["resumed", "paused_silently", "audit_channel_set"]
