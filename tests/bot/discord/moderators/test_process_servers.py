"""Two servers with a corpus each, on the whole bot process: neither sees or reaches anything of the other's."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.bot.discord.conftest import StartBot
from tests.bot.discord.moderators.conftest import Kept
from tests.bot.discord.process_steps import assert_well_behaved, shows, told
from tests.bot.updating.fakes import edited, uploads
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.flags import MANAGE_GUILD

THERE = "plaza"
PINNED = ("토요일이요.", "On Saturday.")


@dataclass(frozen=True, slots=True)
class Wording:
    """What people of one language ask, press and read."""

    locale: str
    ask: str
    again: str
    sources: str
    rehearse: str
    override: str
    approve: str
    back: str
    question: str
    unstated: str
    event: str
    borrowed: str
    gone: str
    forgotten: str
    no_gap: str
    no_pin: str
    no_version: str
    draft_gone: str
    other_live: str


KOREAN = Wording(
    "ko", "질문", "다시 묻기", "출처", "예행연습", "그래도 승인…", "승인", "v0001 버전으로 되돌리기",
    "사등급 초점거리가 얼마예요?", "라이선스가 뭐예요?", "다음 행사는 언제예요?", "이 서버의 글은 아직 따로 없어서",
    "더 이상 승인 대기 중이 아니에요", "기억하고 있지 않아요", "그 질문은 이제 없어요", "그 고정 답변은 이제 없어요",
    "버전은 없어요", "이 초안은 없어요", "아무것도 하지 않았어요",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", "ask", "Ask again", "Sources", "Rehearse", "Approve anyway…", "Approve", "Back to v0001",
    "What focal length has the fourth order?", "Licence?", "When is the next event?",
    "This server has nothing of its own yet", "no longer pending", "no longer remember", "no longer listed",
    "no longer exists", "There is no version", "This draft is gone", "nothing was done",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


@pytest.fixture
def there(cord: FakeDiscord) -> str:
    """Another server; the boss moderates here, and Minji there."""
    guild_id = cord.world.add_guild(THERE)
    cord.world.user("boss", permissions=MANAGE_GUILD)
    cord.world.user("minji", permissions=MANAGE_GUILD, guild_id=guild_id)
    return guild_id


async def answer(cord: FakeDiscord, words: Wording, question: str, channel: str) -> Message:
    """The message with the finished answer."""
    asked = await cord.slash(words.ask, {"question": question}, user="carol", channel=channel, locale=words.locale)

    def finished() -> Message | None:
        message = asked.original
        return message if message is not None and message.component(label=words.again) else None

    return await cord.journal.wait_for(finished, what="a finished answer")


async def upload(cord: FakeDiscord, words: Wording, figure: str, user: str, channel: str) -> Message:
    """Hands in an edition with another figure and waits for the preview."""
    first, second = uploads(edited("250", figure))
    options = {"file": (first.name, first.data), "second-file": (second.name, second.data), "reason": "A new lens"}
    called = await cord.slash("corpus upload", options, user=user, channel=channel, locale=words.locale)
    return await shows(cord, called, words.rehearse)


async def approve(cord: FakeDiscord, words: Wording, message: Message, user: str) -> None:
    form = await cord.press(label=words.override, message=message, user=user, locale=words.locale)
    await cord.journal.wait_for(lambda: form.modal)
    await cord.submit_modal(form, {"haetae:reason": "because"}, locale=words.locale)
    await cord.journal.wait_for(lambda: message.component(label=words.back))


@BOTH
async def test_each_server_changes_asks_and_takes_back_its_own_text_also_after_a_restart(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, there: str, words: Wording
) -> None:
    bot = await start_bot("engine", "each")
    status = await cord.slash("corpus status", user="minji", channel=THERE, locale=words.locale)
    assert words.borrowed in await told(cord, status)
    here = await upload(cord, words, "260", "boss", "general")
    other = await upload(cord, words, "270", "minji", THERE)  # at the same time, neither held up by the other
    await approve(cord, words, here, "boss")
    assert "260" in (await answer(cord, words, words.question, "general")).content
    assert "250" in (await answer(cord, words, words.question, THERE)).content
    await approve(cord, words, other, "minji")
    await bot.end()

    await start_bot("engine", "each")
    assert "260" in (await answer(cord, words, words.question, "general")).content
    assert "270" in (await answer(cord, words, words.question, THERE)).content
    direct = await cord.say("dm:carol", words.question)
    assert "250" in (await cord.wait_for_reply(direct, contains="250")).content
    await cord.press(label=words.back, message=here, user="boss", locale=words.locale)
    await cord.journal.wait_for(lambda: not here.component(label=words.back))
    assert "250" in (await answer(cord, words, words.question, "general")).content
    assert "270" in (await answer(cord, words, words.question, THERE)).content
    status = await cord.slash("corpus status", user="minji", channel=THERE, locale=words.locale)
    assert words.borrowed not in await told(cord, status)
    for guild_id, user in ((cord.world.guild_id, "boss"), (there, "minji")):
        actors = {entry.actor_id for entry in await kept.entries(guild_id)}
        assert actors == {int(cord.world.user(user)["id"])}
    assert_well_behaved(cord)


@BOTH
async def test_a_moderator_of_one_server_reaches_nothing_of_the_other_by_any_entry(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, there: str, words: Wording
) -> None:
    bot = await start_bot("engine", "each")
    call: dict[str, Any] = {"user": "minji", "channel": THERE, "locale": words.locale}
    first = await upload(cord, words, "260", "boss", "general")
    await approve(cord, words, first, "boss")
    pending = await upload(cord, words, "280", "boss", "general")
    given = await answer(cord, words, words.question, "general")
    await answer(cord, words, words.unstated, "general")
    pin_id, draft = await pin(cord, words)
    (gap,) = await cord.autocomplete("gaps resolve", "question", "", user="boss", locale=words.locale)
    entries = await kept.entries(cord.world.guild_id)

    message = await cord.say(THERE, "hi", user="minji")
    for row in pending.payload["components"]:
        for button in row["components"]:
            pressed = await cord.forge(button["custom_id"], message, user="minji", locale=words.locale)
            await cord.journal.wait_for(lambda acted=pressed: acted.acknowledged_s)  # type: ignore[misc]
    update_id = pending.payload["components"][0]["components"][0]["custom_id"].rpartition(":")[2]
    tried = {
        "haetae:return:2:1": words.other_live,
        f"haetae:page:{given.id}:1": words.forgotten,
        f"haetae:pages:changes:{update_id}:1": "",
        f"haetae:pin:keep:{draft}": words.draft_gone,
        f"haetae:pin:rewrite:{draft}": words.draft_gone,
    }
    for custom_id, said in tried.items():
        pressed = await cord.forge(custom_id, message, user="minji", locale=words.locale)
        await cord.journal.wait_for(lambda acted=pressed: acted.acknowledged_s, what=custom_id)  # type: ignore[misc]
        shown = "".join(one.content for one in (pressed.original, *pressed.followups) if one)
        assert said in shown, custom_id
        assert "260" not in shown
        assert "280" not in shown
    for name, options, said in (
        ("gaps resolve", {"question": gap["value"]}, words.no_gap),
        ("pins remove", {"answer": pin_id}, words.no_pin),
        ("pins edit", {"answer": pin_id}, words.no_pin),
        ("corpus rollback", {"version": "v0002"}, words.no_version),
    ):
        assert said in await told(cord, await cord.slash(name, options, **call)), name
    for name, option in (
        ("gaps resolve", "question"),
        ("pins remove", "answer"),
        ("pins edit", "answer"),
        ("corpus rollback", "version"),
        ("pin-answer", "question"),
    ):
        assert await cord.autocomplete(name, option, "", **call) == [], name
    for name in ("gaps list", "pins list", "audit", "corpus history", "corpus status"):
        shown = await told(cord, await cord.slash(name, **call))
        assert not any(text in shown for text in (words.unstated, words.event, "boss", "v0002", "A new lens")), name
    for where, pinned in (("general", True), (THERE, False)):
        content = (await answer(cord, words, words.event, where)).content
        assert any(text in content for text in PINNED) is pinned, where

    assert await kept.entries(cord.world.guild_id) == entries
    assert await kept.entries(there) == ()
    assert "260" in (await answer(cord, words, words.question, "general")).content
    await approve_pending(cord, words, pending)
    assert "280" in (await answer(cord, words, words.question, "general")).content
    assert "Traceback" not in bot.log
    assert_well_behaved(cord)


async def approve_pending(cord: FakeDiscord, words: Wording, message: Message) -> None:
    """The update still waits where it belongs."""
    form = await cord.press(label=words.override, message=message, user="boss", locale=words.locale)
    await cord.journal.wait_for(lambda: form.modal)
    await cord.submit_modal(form, {"haetae:reason": "because"}, locale=words.locale)
    await cord.journal.wait_for(lambda: not message.component(label=words.override))


async def pin(cord: FakeDiscord, words: Wording) -> tuple[str, str]:
    """Keeps a pin in the first server; returns its number and the id of another draft there."""
    answers = {"haetae:wordings": words.event, "haetae:answer_ko": PINNED[0], "haetae:answer_en": PINNED[1]}
    drafts = []
    for _ in range(2):
        form = await cord.slash("pin-answer", {"question": words.event}, user="boss", locale=words.locale)
        await cord.journal.wait_for(lambda shown=form: shown.modal, what="the form")  # type: ignore[misc]
        sent = await cord.submit_modal(form, answers, locale=words.locale)
        preview = await cord.journal.wait_for(
            lambda acted=sent: acted.original if acted.original and acted.original.payload["components"] else None  # type: ignore[misc]
        )
        drafts.append(preview)
    keep = drafts[0].payload["components"][0]["components"][0]["custom_id"]
    await cord.press(keep, message=drafts[0], user="boss", locale=words.locale)
    await cord.journal.wait_for(lambda: "#1" in drafts[0].content, what="the end of the draft")
    (choice,) = await cord.autocomplete("pins remove", "answer", "", user="boss", locale=words.locale)
    return choice["value"], drafts[1].payload["components"][0]["components"][0]["custom_id"].rpartition(":")[2]
