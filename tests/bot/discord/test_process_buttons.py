"""The buttons under an answer, pressed on the whole bot process after it was started anew."""

from dataclasses import dataclass

import pytest

from config.language import Language
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import ENGLISH_QUESTION, KOREAN_QUESTION, assert_well_behaved, private_word
from tests.bot.fakes import TEXTS
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.flags import CREATE_THREADS, EMBED_LINKS, USUAL_PERMISSIONS

KOREAN_LINE = "활성 파라미터는 410억 개이고 \\*전체\\*는 6,750억 개이다. @\u200beveryone"
ENGLISH_LINE = "It has 41 billion active parameters and 675 billion \\*in all\\*. @\u200beveryone"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a member of one language asks, presses and reads."""

    locale: str
    command: str
    question: str
    language: Language
    sources: str
    twin: str
    helpful: str
    not_helpful: str
    again: str
    thread: str
    stop: str


KOREAN = Wording(
    "ko", "질문", KOREAN_QUESTION, Language.KOREAN,
    "출처", "In English", "도움돼요", "아쉬워요", "다시 묻기", "스레드 열기", "멈추기",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", "ask", ENGLISH_QUESTION, Language.ENGLISH,
    "Sources", "한국어로", "Helpful", "Not helpful", "Ask again", "Open a thread", "Stop",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


async def answered(cord: FakeDiscord, words: Wording, *, private: bool = False) -> Message:
    asked = await cord.slash(
        words.command, {"question": words.question, "private": private}, user="minji", locale=words.locale
    )
    reply = await cord.wait_for_reply(asked, contains=TEXTS[words.language])
    return await cord.journal.wait_for(lambda: reply if reply.component(label=words.again) else None)


@BOTH
async def test_every_button_still_works_after_a_restart(cord: FakeDiscord, start_bot: StartBot, words: Wording) -> None:
    first = await start_bot()
    reply = await answered(cord, words)
    await first.end()
    await start_bot()

    sources = await private_word(
        cord, await cord.press(label=words.sources, message=reply, user="bob", locale=words.locale)
    )
    (embed,) = sources.payload["embeds"]
    own, twin = embed["fields"]
    lines = {Language.KOREAN: KOREAN_LINE, Language.ENGLISH: ENGLISH_LINE}
    assert (own["value"], own["inline"]) == (f"**{lines[words.language]}**", True)
    assert (twin["value"], twin["inline"]) == (f"**{lines[words.language.other]}**", True)

    other = await private_word(cord, await cord.press(label=words.twin, message=reply, user="bob", locale=words.locale))
    assert lines[words.language.other] in other.content
    assert lines[words.language] not in other.content

    thanks = await private_word(
        cord, await cord.press(label=words.helpful, message=reply, user="bob", locale=words.locale)
    )
    pressed = await cord.press(label=words.not_helpful, message=reply, user="bob", locale=words.locale)
    await cord.journal.wait_for(lambda: pressed.modal, what="the form")
    sent = await cord.submit_modal(pressed, {"haetae:comment": "wrong figure"}, locale=words.locale)
    changed = await private_word(cord, sent)
    assert thanks.content != changed.content

    pressed = await cord.press(label=words.thread, message=reply, user="bob", locale=words.locale)
    assert f"<#{reply.id}>" in (await private_word(cord, pressed)).content
    assert cord.world.channels[reply.id]["name"] == words.question
    pressed = await cord.press(label=words.thread, message=reply, user="bob", locale=words.locale)
    assert f"<#{reply.id}>" in (await private_word(cord, pressed)).content

    revisions = len(reply.revisions)
    refused = await private_word(
        cord, await cord.press(label=words.again, message=reply, user="bob", locale=words.locale)
    )
    assert refused.content.startswith(("이 질문은 질문한 사람만", "Only the member who asked"))
    assert len(reply.revisions) == revisions
    await cord.press(label=words.again, message=reply, user="minji", locale=words.locale)
    await cord.journal.wait_for(
        lambda: len(reply.revisions) > revisions and TEXTS[words.language] in reply.content, what="the answer again"
    )
    assert reply.component(label=words.again)
    assert words.question in reply.content
    rest = [one for one in cord.rest.with_status(400) if not one.path.endswith("/threads")]
    assert rest == cord.rest.with_status(403, 404, 413, 429) == []
    assert cord.rest.unhandled == []


@BOTH
async def test_only_the_asker_stops_an_answer_and_can_then_ask_again(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot(pause_s=0.5, edit_interval_s=1.0)
    said = await cord.say("general", words.question, mentions_bot=True, user="minji")
    reply = await cord.wait_for_reply(said, contains=">")
    other = await private_word(cord, await cord.press(label=words.stop, message=reply, user="bob", locale=words.locale))
    assert other.content.startswith(("이 답변은 질문한 사람만", "Only the member who asked"))
    pressed = await cord.press(label=words.stop, message=reply, user="minji", locale=words.locale)
    stopped = await cord.wait_for_reply(said, contains="요청하신 대로" if words is KOREAN else "Stopped, as you asked")
    assert stopped is reply
    assert pressed.callback_type == 6
    assert stopped.component(label=words.again)
    await cord.press(label=words.again, message=reply, user="minji", locale=words.locale)
    await cord.wait_for_reply(said, contains=TEXTS[words.language])
    assert cord.replies(said) == [reply]
    assert_well_behaved(cord)


@BOTH
async def test_a_private_answer_has_its_buttons_too(cord: FakeDiscord, start_bot: StartBot, words: Wording) -> None:
    await start_bot()
    reply = await answered(cord, words, private=True)
    assert reply.ephemeral
    assert reply.component(label=words.thread) is None
    pressed = await cord.press(label=words.sources, message=reply, user="minji", locale=words.locale)
    assert (await private_word(cord, pressed)).payload["embeds"]
    revisions = len(reply.revisions)
    await cord.press(label=words.again, message=reply, user="minji", locale=words.locale)
    await cord.journal.wait_for(
        lambda: len(reply.revisions) > revisions and TEXTS[words.language] in reply.content, what="the answer again"
    )
    assert_well_behaved(cord)


@BOTH
async def test_what_is_forgotten_or_forbidden_is_said_privately_with_the_remedy(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    await start_bot()
    reply = await answered(cord, words)
    cord.world.set_bot_permissions(USUAL_PERMISSIONS & ~CREATE_THREADS & ~EMBED_LINKS)
    refused = await private_word(
        cord, await cord.press(label=words.thread, message=reply, user="bob", locale=words.locale)
    )
    assert "“공개 스레드 만들기”" in refused.content or "“Create Public Threads”" in refused.content
    plain = await private_word(
        cord, await cord.press(label=words.sources, message=reply, user="bob", locale=words.locale)
    )
    assert plain.payload["embeds"] == []
    assert KOREAN_LINE in plain.content
    assert ENGLISH_LINE in plain.content
    assert "“링크 첨부”" in plain.content or "“Embed Links”" in plain.content
    stranger = cord.messages.create(
        cord.world.channel("general"), cord.world.bot, {"content": "old", "components": reply.payload["components"]}
    )
    for label in (words.sources, words.twin, words.helpful, words.not_helpful, words.again, words.thread):
        gone = await private_word(
            cord, await cord.press(label=label, message=stranger, user="bob", locale=words.locale)
        )
        assert gone.content.startswith(("이 답변은 이제 기억하고", "I no longer remember"))
