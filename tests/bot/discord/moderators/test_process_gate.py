"""Every way in for moderators, tried by members who are none: all are refused privately, and nothing changes."""

from dataclasses import dataclass

import pytest

from bot.state.rules import ServerRules
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.moderators.conftest import Kept
from tests.bot.discord.process_steps import assert_well_behaved, told
from tests.fakecord import FakeDiscord
from tests.fakecord.flags import ADMINISTRATOR, ALL_PERMISSIONS, MANAGE_GUILD
from tests.fakecord.people import CHANNEL_SELECT, ROLE_SELECT
from tests.fakecord.process import BotProcess

UPDATE = "abc123"
PAGE = b"# A page"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a member of one language reads."""

    locale: str
    only_moderators: str
    only_administrators: str
    only_at_home: str
    reason: str


KOREAN = Wording("ko", "운영자만 할 수 있어요", "서버 관리자만", "글은 다른 서버에서", "숫자가 바뀌었어요")
ENGLISH = Wording("en-US", "Only moderators may", "Only administrators", "belongs to another server", "New figures")
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])

CORPUS_COMMANDS: dict[str, dict[str, object]] = {
    "corpus status": {},
    "corpus upload": {"file": ("page.md", PAGE), "reason": "because"},
    "corpus edit": {"section": "en:1.1"},
    "corpus history": {},
    "corpus rollback": {"version": "v0002"},
    "corpus reindex": {},
    "corpus export": {},
    "gaps list": {},
    "gaps resolve": {"question": "1"},
    "gaps dismiss": {"question": "1"},
    "gaps reopen": {"question": "1"},
    "pin-answer": {"question": "When?"},
    "pins list": {},
    "pins edit": {"answer": "1"},
    "pins remove": {"answer": "1"},
}
COMMANDS: dict[str, dict[str, object]] = {
    **CORPUS_COMMANDS,
    "pause": {"note": "Lunch"},
    "resume": {},
    "rules show": {},
    "rules channels": {},
    "rules roles": {},
    "rules quota": {"questions": 1},
    "rules quiet-hours": {"from": "23:00", "until": "07:00", "time-zone": "Asia/Seoul"},
    "audit": {},
}
ADMINISTRATION: dict[str, dict[str, object]] = {"moderators role": {}, "moderators log": {"channel": "general"}}
STEPS = ("changes", "warnings", "answers", "rehearse", "stop", "approve", "override", "discard")
CORPUS_BUTTONS = (
    *(f"haetae:update:{step}:en:{UPDATE}" for step in STEPS),
    "haetae:return:3:2",
    "haetae:pages:history::1",
    *(f"haetae:pages:{kind}:{UPDATE}:1" for kind in ("changes", "warnings", "answers")),
    "haetae:pages:gaps:open:1",
    "haetae:pages:pins::1",
    *(f"haetae:pin:{deed}:{UPDATE}" for deed in ("keep", "rewrite", "discard")),
)
BUTTONS = (*CORPUS_BUTTONS, "haetae:pages:audit::1")
MENUS = {"haetae:rules:channels": (CHANNEL_SELECT, ["general"]), "haetae:rules:roles": (ROLE_SELECT, [])}
TYPED = {
    "corpus edit": "section",
    "corpus rollback": "version",
    "gaps resolve": "question",
    "gaps dismiss": "question",
    "gaps reopen": "question",
    "pin-answer": "question",
    "pins edit": "answer",
    "pins remove": "answer",
}


async def assert_untouched(cord: FakeDiscord, bot: BotProcess, kept: Kept) -> None:
    guild_id = int(cord.world.guild_id)
    assert "Updates:" not in bot.log
    assert (await kept.log.page(guild_id, 1, 10)).entries == ()
    assert await kept.rules.of(guild_id) == ServerRules()
    assert_well_behaved(cord)


@BOTH
async def test_a_member_without_the_right_reaches_nothing_by_any_entry(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    message = await cord.say("general", "hi", user="alice")
    for name, options in COMMANDS.items():
        called = await cord.slash(name, options, locale=words.locale, hidden=True)
        assert words.only_moderators in await told(cord, called), name
    for name, options in ADMINISTRATION.items():
        called = await cord.slash(name, options, locale=words.locale, hidden=True)
        assert words.only_administrators in await told(cord, called), name
    for custom_id in BUTTONS:
        pressed = await cord.forge(custom_id, message, locale=words.locale)
        assert words.only_moderators in await told(cord, pressed), custom_id
    for custom_id, (kind, values) in MENUS.items():
        chosen = await cord.forge(custom_id, message, kind=kind, values=values, locale=words.locale)
        assert words.only_moderators in await told(cord, chosen), custom_id
    for name, option in TYPED.items():
        assert await cord.autocomplete(name, option, "", locale=words.locale) == []
    await assert_untouched(cord, bot, kept)


@BOTH
async def test_in_direct_messages_nothing_of_it_works(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    cord.world.user("alice", permissions=ADMINISTRATOR)
    message = await cord.say("dm:alice", "/help")
    reply = await cord.wait_for_reply(message)
    for custom_id in BUTTONS:
        pressed = await cord.forge(custom_id, reply, locale=words.locale)
        only_in_servers = {"ko": "서버에서만", "en-US": "in a server only"}[words.locale]
        assert only_in_servers in await told(cord, pressed), custom_id
    await assert_untouched(cord, bot, kept)


@BOTH
async def test_moderators_of_another_server_cannot_touch_the_article(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot("elsewhere")
    cord.world.user("alice", permissions=ADMINISTRATOR)
    message = await cord.say("general", "hi", user="alice")
    for name, options in CORPUS_COMMANDS.items():
        called = await cord.slash(name, options, locale=words.locale)
        assert words.only_at_home in await told(cord, called), name
    for custom_id in CORPUS_BUTTONS:
        pressed = await cord.forge(custom_id, message, locale=words.locale)
        assert words.only_at_home in await told(cord, pressed), custom_id
    for name, option in TYPED.items():
        assert await cord.autocomplete(name, option, "", locale=words.locale) == []
    await assert_untouched(cord, bot, kept)


@BOTH
async def test_who_loses_the_role_loses_the_buttons_menus_and_forms_that_were_open(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    locale, guild_id = words.locale, int(cord.world.guild_id)
    role = cord.world.add_role("keepers")
    cord.world.user("boss", permissions=ADMINISTRATOR)
    await told(cord, await cord.slash("moderators role", {"role": role}, user="boss"))
    cord.world.give_role("alice", role)

    uploaded = await cord.slash(
        "corpus upload", {"file": ("page.md", PAGE), "reason": words.reason}, locale=locale, hidden=True
    )
    update = await cord.journal.wait_for(
        lambda: uploaded.original if uploaded.original and uploaded.original.payload["components"] else None
    )
    section = await cord.slash("corpus edit", {"section": "en:1.1"}, locale=locale, hidden=True)
    pinning = await cord.slash("pin-answer", {"question": "When?"}, locale=locale, hidden=True)
    pin = {"haetae:wordings": "When?", "haetae:answer_ko": "가", "haetae:answer_en": "a"}
    override = await cord.press(f"haetae:update:override:{locale[:2]}:{UPDATE}", message=update, locale=locale)
    menu = await cord.slash("rules channels", locale=locale, hidden=True)
    returning = await cord.slash("corpus rollback", {"version": "v0002"}, locale=locale, hidden=True)
    await cord.journal.wait_for(
        lambda: section.modal and pinning.modal and override.modal and menu.original and returning.original
    )
    entries = (await kept.log.page(guild_id, 1, 10)).entries
    log = bot.log

    cord.world.take_roles("alice")
    assert menu.original is not None
    assert returning.original is not None
    tried = [
        await cord.submit_modal(section, {"haetae:section": "x", "haetae:reason": "because"}, locale=locale),
        await cord.submit_modal(pinning, pin, locale=locale),
        await cord.submit_modal(override, {"haetae:reason": "because"}, locale=locale),
        await cord.select("haetae:rules:channels", ["general"], message=menu.original, locale=locale),
        await cord.press("haetae:return:3:2", message=returning.original, locale=locale),
        *[
            await cord.press(button["custom_id"], message=update, locale=locale)
            for row in update.payload["components"]
            for button in row["components"]
        ],
    ]
    assert len(tried) == 10
    for acted in tried:
        assert words.only_moderators in await told(cord, acted)
    assert bot.log.count("Updates:") == log.count("Updates:")
    assert (await kept.log.page(guild_id, 1, 10)).entries == entries
    assert (await kept.rules.of(guild_id)).channels == ()
    assert_well_behaved(cord)


async def test_the_permission_of_the_settings_is_enough_and_so_is_the_servers_role(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept
) -> None:
    await start_bot()
    cord.world.user("minji", permissions=MANAGE_GUILD)
    cord.world.user("boss", permissions=ALL_PERMISSIONS)
    role = cord.world.add_role("keepers")
    cord.world.give_role("bob", role)
    assert "1" in await told(cord, await cord.slash("rules quota", {"questions": 1}, user="minji"))
    refused = await told(cord, await cord.slash("rules quota", {"questions": 2}, user="bob", hidden=True))
    assert ENGLISH.only_moderators in refused
    await told(cord, await cord.slash("moderators role", {"role": role}, user="boss"))
    assert "3" in await told(cord, await cord.slash("rules quota", {"questions": 3}, user="bob", hidden=True))
    await told(cord, await cord.slash("moderators role", user="boss"))
    refused = await told(cord, await cord.slash("rules quota", {"questions": 4}, user="bob", hidden=True))
    assert ENGLISH.only_moderators in refused
    assert (await kept.rules.of(int(cord.world.guild_id))).daily_questions == 3


async def test_everybody_cannot_be_made_moderators(cord: FakeDiscord, start_bot: StartBot, kept: Kept) -> None:
    await start_bot()
    cord.world.user("boss", permissions=ADMINISTRATOR)
    everyone = cord.world.guild_id
    said = await told(cord, await cord.slash("moderators role", {"role": everyone}, user="boss"))
    assert "Everybody has" in said
    assert (await kept.rules.of(int(everyone))).moderator_role is None
