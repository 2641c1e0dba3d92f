"""Gaps, pinned answers and recalled answers on the whole bot process, across restarts."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.language import Language
from tests.bot.discord.conftest import StartBot
from tests.bot.discord.process_steps import assert_well_behaved, private_word
from tests.bot.fakes import LINES, TEXTS
from tests.fakecord import FakeDiscord, Message
from tests.fakecord.flags import MANAGE_GUILD


@dataclass(frozen=True, slots=True)
class Wording:
    """What members and moderators of one language ask, press and read."""

    locale: str
    language: Language
    ask: str
    unstated: str
    refused: str
    tell: str
    wished: str
    told: str
    resolved: str
    again: str
    event: str
    event_answer: str
    mark: str
    keep: str
    changed: str
    facts: str
    thread: str


KOREAN = Wording(
    "ko", Language.KOREAN, "질문", "라이선스가 뭐예요?", "그 내용은 글에 나오지 않아요",
    "답할 수 있게 되면 알려 주세요", "다이렉트 메시지로 알려 드릴게요", "운영자가 해결했어요",
    "질문을 해결했다고 표시했어요", "다시 묻기", "다음 행사는 언제예요?", "토요일 여덟 시예요.",
    "운영자가 직접 적은 답변", "고정하기", "답변한 뒤에 글이 바뀌었어요", "1번 질문 · 글에 없는 내용", "스레드 열기",
)  # fmt: skip
ENGLISH = Wording(
    "en-US", Language.ENGLISH, "ask", "What is the licence?", "the article does not state that",
    "Tell me when it can be answered", "a direct message once this can be answered", "have settled a question",
    "marked a question as resolved", "Ask again", "When is the next event?", "On Saturday at eight.",
    "The moderators' own answer", "Keep it", "The article has changed since", "asked 1× · not in the article",
    "Open a thread",
)  # fmt: skip
BOTH = pytest.mark.parametrize("words", [KOREAN, ENGLISH], ids=["ko", "en"])


async def ask(cord: FakeDiscord, words: Wording, question: str, contains: str) -> Message:
    asked = await cord.slash(words.ask, {"question": question}, locale=words.locale)
    reply = await cord.wait_for_reply(asked, contains=contains)
    return await cord.journal.wait_for(lambda: reply if reply.component(label=words.again) else None)


async def direct_message(cord: FakeDiscord, user: str, contains: str) -> Message:
    place = cord.world.channel(f"dm:{user}")["id"]

    def arrived() -> Message | None:
        found = [one for one in cord.replies() if one.channel_id == place and contains in one.content]
        return found[-1] if found else None

    return await cord.journal.wait_for(arrived, what="a direct message")


@BOTH
async def test_whoever_wishes_is_told_once_a_question_is_settled_also_after_a_restart(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    cord.world.user("boss", permissions=MANAGE_GUILD)
    reply = await ask(cord, words, words.unstated, words.refused)
    await bot.end()
    bot = await start_bot()
    wished = await cord.press(label=words.tell, message=reply, user="bob", locale=words.locale)
    assert words.wished in (await private_word(cord, wished)).content

    listed = await private_word(cord, await cord.slash("gaps list", user="boss", locale=words.locale))
    assert words.unstated in listed.content
    assert words.facts in listed.content
    assert "🔔 1" in listed.content
    assert "alice" not in listed.content
    (choice,) = await cord.autocomplete("gaps resolve", "question", "", user="boss", locale=words.locale)
    assert words.unstated in choice["name"]
    resolved = await cord.slash("gaps resolve", {"question": choice["value"]}, user="boss", locale=words.locale)
    assert words.unstated in (await private_word(cord, resolved)).content
    message = await direct_message(cord, "bob", words.told)
    assert words.unstated in message.content
    assert f"/{reply.channel_id}/{reply.id}" in message.content
    empty = await private_word(cord, await cord.slash("gaps list", user="boss", locale=words.locale))
    assert words.unstated not in empty.content
    audit = await private_word(cord, await cord.slash("audit", user="boss", locale=words.locale))
    assert words.resolved in audit.content
    assert words.unstated not in audit.content  # the record stays, what members wrote does not
    assert_well_behaved(cord)


@BOTH
async def test_a_direct_message_that_is_refused_is_logged_and_dropped(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    cord.world.user("boss", permissions=MANAGE_GUILD)
    reply = await ask(cord, words, words.unstated, words.refused)
    await private_word(cord, await cord.press(label=words.tell, message=reply, user="bob", locale=words.locale))
    cord.rest.inject("POST", f"/channels/{cord.world.channel('dm:bob')['id']}/messages$", status=403)
    (choice,) = await cord.autocomplete("gaps resolve", "question", "", user="boss", locale=words.locale)
    await private_word(
        cord, await cord.slash("gaps resolve", {"question": choice["value"]}, user="boss", locale=words.locale)
    )
    await cord.journal.wait_for(lambda: "A direct message was refused" in bot.log, what="the log")
    await bot.end()
    bot = await start_bot()
    again = await private_word(cord, await cord.press(label=words.tell, message=reply, user="bob", locale=words.locale))
    assert words.wished not in again.content  # it is settled
    assert [one for one in cord.replies() if one.channel_id == cord.world.channel("dm:bob")["id"]] == []


@BOTH
async def test_a_pinned_answer_is_previewed_kept_given_and_removed(
    cord: FakeDiscord, start_bot: StartBot, words: Wording
) -> None:
    bot = await start_bot()
    cord.world.user("boss", permissions=MANAGE_GUILD)
    await ask(cord, words, words.event, TEXTS[words.language])
    form = await cord.slash("pin-answer", {"question": words.event}, user="boss", locale=words.locale)
    await cord.journal.wait_for(lambda: form.modal, what="the form")
    answers = {
        "haetae:wordings": f"{words.event}\n{words.event}!",
        "haetae:answer_ko": KOREAN.event_answer,
        "haetae:answer_en": ENGLISH.event_answer,
    }
    preview = await private_word(cord, await cord.submit_modal(form, answers, locale=words.locale))
    assert f"100% · {words.event}" in preview.content
    assert words.event_answer in preview.content
    kept = await cord.press(label=words.keep, message=preview, user="boss", locale=words.locale)
    await cord.journal.wait_for(lambda: "#1" in preview.content, what="the end of the draft")
    assert kept.acknowledged_s is not None
    given = await ask(cord, words, words.event, words.event_answer)
    assert words.mark in given.content
    await bot.end()

    await start_bot()
    await ask(cord, words, words.event, words.event_answer)
    listed = await private_word(cord, await cord.slash("pins list", user="boss", locale=words.locale))
    assert words.event_answer in listed.content
    (choice,) = await cord.autocomplete("pins remove", "answer", "", user="boss", locale=words.locale)
    removed = await cord.slash("pins remove", {"answer": choice["value"]}, user="boss", locale=words.locale)
    assert words.event_answer in (await private_word(cord, removed)).content
    await ask(cord, words, words.event, TEXTS[words.language])
    audit = await private_word(cord, await cord.slash("audit", user="boss", locale=words.locale))
    assert audit.content.count(words.event) == 2
    assert_well_behaved(cord)


@BOTH
async def test_an_answer_whose_passage_is_gone_says_so_once_and_is_asked_anew_by_its_button(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, words: Wording
) -> None:
    bot = await start_bot()
    question = {Language.KOREAN: "활성 파라미터 수는?", Language.ENGLISH: "How many are active?"}[words.language]
    reply = await ask(cord, words, question, TEXTS[words.language])
    kept = await ask(cord, words, f"{question} 2", TEXTS[words.language])
    await bot.end()
    with sqlite3.connect(tmp_path / "state.db") as state:
        line, other = LINES[words.language].split(" ")[0], "other"
        state.execute(
            "UPDATE answers SET answer = replace(answer, ?, ?) WHERE message_id = ?", (line, other, int(reply.id))
        )
    state.close()

    bot = await start_bot()
    await cord.journal.wait_for(lambda: words.changed in reply.content, what="the recall")
    assert TEXTS[words.language].split(" ")[0] in reply.content
    assert [one["label"] for row in reply.payload["components"] for one in row["components"]] == [words.again]
    assert words.changed not in kept.content
    revisions = len(reply.revisions)
    await bot.end()
    await start_bot()
    await cord.press(label=words.again, message=reply, locale=words.locale)
    await cord.journal.wait_for(lambda: TEXTS[words.language] in reply.content and words.changed not in reply.content)
    assert words.changed not in "".join(str(one) for one in reply.revisions[revisions:])
    assert_well_behaved(cord)


@BOTH
async def test_an_outdated_answer_in_an_archived_thread_says_so_and_the_thread_stays_archived(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, words: Wording
) -> None:
    bot = await start_bot()
    reply = await ask(cord, words, words.event, "[1]")
    await private_word(cord, await cord.press(label=words.thread, message=reply, locale=words.locale))
    asked = await cord.slash(words.ask, {"question": words.event}, channel=reply.id, locale=words.locale)
    given = await cord.wait_for_reply(asked, contains="[1]")
    await cord.journal.wait_for(lambda: given.component(label=words.again), what="the buttons")
    await bot.end()
    with sqlite3.connect(tmp_path / "state.db") as state:
        state.execute("UPDATE answers SET answer = replace(answer, '*', '+') WHERE message_id = ?", (int(given.id),))
    state.close()
    thread = cord.world.channels[reply.id]["thread_metadata"]
    thread["archived"] = True

    await start_bot()
    await cord.journal.wait_for(lambda: words.changed in given.content, what="the recall")
    await cord.journal.wait_for(lambda: thread["archived"], what="the archive")
    assert [one.body for one in cord.rest.sent("PATCH", f"/channels/{reply.id}$")] == [
        {"archived": False},
        {"archived": True},
    ]


@BOTH
async def test_a_message_that_is_gone_is_forgotten_quietly(
    cord: FakeDiscord, start_bot: StartBot, tmp_path: Path, words: Wording
) -> None:
    bot = await start_bot()
    reply = await ask(cord, words, words.event, "[1]")
    await bot.end()
    with sqlite3.connect(tmp_path / "state.db") as state:
        state.execute("UPDATE answers SET answer = replace(answer, '*', '+')")
    state.close()
    cord.rest.inject("PATCH", f"/messages/{reply.id}$", status=404)
    bot = await start_bot()

    def forgotten() -> bool:
        with sqlite3.connect(tmp_path / "state.db") as state:
            (count,) = state.execute("SELECT count(*) FROM answers").fetchone()
        state.close()
        return int(count) == 0

    await cord.journal.wait_for(forgotten, what="forgetting")
    assert "Traceback" not in bot.log
