"""The way of an update on the whole bot process; the engine behind it is a fake that reads and embeds nothing."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from config.language import Language
from tests.bot.discord.conftest import StartBot, cord
from tests.bot.discord.moderators.conftest import Kept, kept, moderators
from tests.bot.discord.moderators.fakes import LONG, LOSSY, UNREADABLE
from tests.bot.discord.process_steps import assert_well_behaved, shows, told
from tests.bot.state.builders import record
from tests.fakecord import FakeDiscord, Interaction, Message

__all__ = ["cord", "kept", "moderators"]

pytestmark = pytest.mark.usefixtures("moderators")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a moderator of one language calls, presses and reads."""

    locale: str
    language: Language
    user: str
    group: str
    upload: str
    waits: str
    rehearse: str
    stop: str
    approve: str
    override: str
    discard: str
    changes: str
    answers: str
    answers_now: str
    back: str
    returned: str
    discarded: str
    gone: str
    stopped: str
    recorded: str


KOREAN = Wording(
    "ko", Language.KOREAN, "minji", "글관리", "글관리 upload", "승인을 기다리는 업데이트", "예행연습",
    "예행연습 멈추기", "승인", "그래도 승인…", "버리기", "바뀌는 내용", "답변 비교",
    "이제 v0004 버전이 답해요", "v0003 버전으로 되돌리기",
    "다시 v0003 버전이 답해요", "이 업데이트를 버렸어요", "더 이상 승인 대기 중이 아니에요",
    "까지만 예행연습하고 멈췄어요",
    "업데이트를 승인했어요: v0003 → v0004",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", Language.ENGLISH, "alice", "corpus", "corpus upload", "An update waits", "Rehearse", "Stop the rehearsal",
    "Approve", "Approve anyway…", "Discard", "Changes", "Answers", "v0004 answers now", "Back to v0003",
    "v0003 answers again", "discarded this update", "no longer pending", "was stopped after",
    "approved the update of",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


async def upload(cord: FakeDiscord, words: Wording, name: str = "page.md") -> Message:
    """Uploads a file and waits for the preview."""
    options = {"file": (name, b"# A page"), "reason": "New figures @everyone"}
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    return await shows(cord, called, words.discard)


async def press(cord: FakeDiscord, words: Wording, label: str, message: Message, user: str = "") -> Interaction:
    return await cord.press(label=label, message=message, user=user or words.user, locale=words.locale)


async def says(cord: FakeDiscord, message: Message, text: str) -> None:
    await cord.journal.wait_for(lambda: text in message.content, what=f"a message that says {text}")


@BOTH
async def test_an_update_goes_from_upload_to_approval_and_back_in_one_message(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    await kept.state.remember_answer(record(100, language=words.language))
    cord.world.add_channel("record")
    await told(cord, await cord.slash("moderators log", {"channel": "record"}, user="boss"))
    message = await upload(cord, words)
    assert not message.ephemeral
    assert words.waits in message.content
    assert "@everyone" not in message.content
    await press(cord, words, words.rehearse, message)
    await cord.journal.wait_for(lambda: message.component(label=words.approve))
    assert "3 → 2" in message.content
    other = "minji" if words.user == "alice" else "alice"
    await press(cord, words, words.approve, message, other)
    await says(cord, message, words.answers_now)
    assert f"<@{cord.world.user(other)['id']}>" in message.content
    await press(cord, words, words.back, message)
    await says(cord, message, words.returned)
    assert message.payload["components"] == []
    assert len([one for one in cord.replies() if one.channel_id == message.channel_id and not one.ephemeral]) == 1

    entries = await kept.entries(cord.world.guild_id)
    assert [entry.action for entry in reversed(entries)] == [
        "audit_channel_set", "corpus_uploaded", "corpus_approved", "corpus_returned",
    ]  # fmt: skip
    assert [entry.actor_id for entry in entries[:3]] == [
        int(cord.world.user(user)["id"]) for user in (words.user, other, words.user)
    ]
    audit = await told(cord, await cord.slash("audit", user=words.user, locale=words.locale))
    assert words.recorded in audit
    record_id = cord.world.channel("record")["id"]
    await cord.journal.wait_for(lambda: len([one for one in cord.replies() if one.channel_id == record_id]) == 4)
    assert "prepare ['page.md'] [8]" in bot.log
    assert_well_behaved(cord)


@BOTH
async def test_a_rehearsal_shows_how_far_it_is_no_faster_than_discord_allows_and_can_be_stopped(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot(pause_s=1.5, edit_interval_s=1.0)
    message = await upload(cord, words)
    await press(cord, words, words.rehearse, message)
    await says(cord, message, "1/3")
    assert "█" in message.content
    await press(cord, words, words.stop, message)
    await says(cord, message, words.stopped)
    assert not message.component(label=words.approve)
    assert message.component(label=words.override)
    assert message.component(label=words.rehearse)
    times_s = [revision.at_s for revision in message.revisions if "/3" in revision.content]
    assert len(times_s) >= 2
    assert all(later - earlier >= 0.9 for earlier, later in pairwise(times_s))
    assert_well_behaved(cord)


@BOTH
async def test_lost_answers_need_a_reason_which_is_recorded(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    await start_bot()
    message = await upload(cord, words, LOSSY)
    await press(cord, words, words.rehearse, message)
    await cord.journal.wait_for(lambda: message.component(label=words.answers))
    assert not message.component(label=words.approve)
    form = await press(cord, words, words.override, message)
    await cord.journal.wait_for(lambda: form.modal)
    await cord.submit_modal(form, {"haetae:reason": "The old figure was wrong"}, locale=words.locale)
    await says(cord, message, words.answers_now)
    newest = (await kept.entries(cord.world.guild_id))[0]
    assert newest.action == "corpus_overridden"
    assert newest.details["reason"] == "The old figure was wrong"
    assert newest.details["lost"] == "1"
    assert_well_behaved(cord)


@BOTH
async def test_a_discarded_update_changes_nothing_and_its_buttons_are_gone(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    bot = await start_bot()
    message = await upload(cord, words)
    await press(cord, words, words.discard, message)
    await says(cord, message, words.discarded)
    assert message.payload["components"] == []
    assert "Updates: approve" not in bot.log
    assert (await kept.entries(cord.world.guild_id))[0].action == "corpus_discarded"


@BOTH
async def test_after_a_restart_the_buttons_say_that_the_update_is_gone(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    message = await upload(cord, words)
    await bot.end()
    await start_bot()
    await press(cord, words, words.rehearse, message)
    await says(cord, message, words.gone)
    assert message.payload["components"] == []


@BOTH
async def test_all_changes_are_read_privately_page_by_page_with_the_whole_as_a_file(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    message = await upload(cord, words, LONG)
    opened = await press(cord, words, words.changes, message)
    page = await cord.journal.wait_for(lambda: opened.original if opened.original is not message else None)
    assert page.ephemeral
    (attached,) = page.payload["attachments"]
    assert attached["filename"] == "changes.md"
    _, data, _ = cord.messages.blobs[attached["id"]]
    assert data.decode().count("```diff") == 80
    first = page.content
    await cord.press("haetae:pages:changes:abc123:2", message=page, user=words.user, locale=words.locale)
    await cord.journal.wait_for(lambda: page.content != first)
    assert page.payload["attachments"]
    assert_well_behaved(cord)


@BOTH
async def test_an_upload_that_cannot_be_used_is_named_in_its_place(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    await start_bot()
    options = {"file": (UNREADABLE, b"x"), "reason": "because"}
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    reply = await cord.wait_for_reply(called, contains="⚠️")
    assert reply.payload["components"] == []
    cord.messages.blobs.clear()
    assert await kept.entries(cord.world.guild_id) == ()


@BOTH
async def test_an_attachment_that_discord_does_not_hand_out_is_named(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    options = {"file": ("page.md", b"x"), "reason": "because"}
    called = await cord.slash(words.upload, options, user=words.user, locale=words.locale)
    cord.messages.blobs.clear()
    reply = await cord.wait_for_reply(called, contains="page.md")
    assert {"ko": "디스코드에서 받지 못했어요", "en-US": "could not be fetched"}[words.locale] in reply.content
    assert "Updates: prepare" not in bot.log


@BOTH
async def test_a_section_is_found_while_typing_and_edited_in_a_form(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    await start_bot()
    own = {Language.KOREAN: ("등불", "ko:1.1"), Language.ENGLISH: ("lamp", "en:1.1")}[words.language]
    choices = await cord.autocomplete("corpus edit", "section", "", user=words.user, locale=words.locale)
    assert choices[0]["value"] == own[1]
    (choice,) = await cord.autocomplete("corpus edit", "section", own[0], user=words.user, locale=words.locale)
    called = await cord.slash("corpus edit", {"section": choice["value"]}, user=words.user, locale=words.locale)
    modal = await cord.journal.wait_for(lambda: called.modal)
    assert modal["components"][0]["component"]["value"] == f"text {words.language}"
    values = {"haetae:section": "A new text.", "haetae:reason": "Typo"}
    sent = await cord.submit_modal(called, values, locale=words.locale)
    message = await shows(cord, sent, words.rehearse)
    assert words.waits in message.content
    assert (await kept.entries(cord.world.guild_id))[0].details["reason"] == "Typo"
    assert_well_behaved(cord)


@BOTH
async def test_a_second_moderator_sees_whose_update_it_is_and_can_go_on_with_it(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    await upload(cord, words)
    other = "minji" if words.user == "alice" else "alice"
    status = await cord.slash("corpus status", user=other, locale=words.locale)
    await cord.journal.wait_for(lambda: status.followups)
    assert status.original is not None
    assert "v0003" in status.original.content
    (held,) = status.followups
    assert held.only_for == cord.world.user(other)["id"]
    assert f"<@{cord.world.user(words.user)['id']}>" in held.content
    await press(cord, words, words.discard, held, other)
    await says(cord, held, words.discarded)
    assert_well_behaved(cord)


@BOTH
async def test_versions_are_listed_gone_back_to_built_anew_and_exported(
    cord: FakeDiscord, start_bot: StartBot, kept: Kept, words: Wording
) -> None:
    await start_bot()
    call: dict[str, Any] = {"user": words.user, "locale": words.locale}
    history = await told(cord, await cord.slash("corpus history", **call))
    assert all(name in history for name in ("v0001", "v0002", "v0003"))
    choices = await cord.autocomplete("corpus rollback", "version", "v0", **call)
    assert [choice["value"] for choice in choices] == ["v0002", "v0001"]
    for version, remedy in (("v0003", "v0003"), ("v9", "v9")):
        assert remedy in await told(cord, await cord.slash("corpus rollback", {"version": version}, **call))
    asked = await cord.slash("corpus rollback", {"version": "2"}, **call)
    confirm = await cord.journal.wait_for(lambda: asked.original)
    reindexed = await cord.slash("corpus reindex", **call)
    done = await cord.wait_for_reply(reindexed, contains="v0004")
    late = await told(cord, await cord.press("haetae:return:3:2", message=confirm, **call))
    assert "v0004" in late
    await cord.press("haetae:return:4:3", message=done, **call)
    await says(cord, done, words.returned)
    exported = await cord.slash("corpus export", **call)
    files = await cord.journal.wait_for(lambda: exported.original)
    assert files.ephemeral
    assert [one["filename"] for one in files.payload["attachments"]] == ["ko.md", "en.md"]
    actions = [entry.action for entry in await kept.entries(cord.world.guild_id)]
    assert actions == ["corpus_exported", "corpus_returned", "corpus_reindexed"]
    assert_well_behaved(cord)
