"""The background work over the corpora of several servers, one of which cannot be read."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answering.answer import Answer
from bot.answering.question import Question
from bot.discord.questions import QuestionRooms, QuestionUpkeep
from bot.discord.recall import Recall
from bot.gaps.gap import GapStatus
from bot.pins.pin import PinText
from bot.state.history import AnswerHistory
from bot.state.recalls import RecallStore
from bot.state.servers import ServerState
from bot.state.store import StateStore, open_state
from config.language import Language
from config.settings import load_settings
from tests.bot.discord.rooms import rooms_over
from tests.bot.fakes import TEXTS, answer
from tests.bot.gaps.builders import refusal
from tests.bot.state.builders import record
from tests.bot.updating.fakes import ServersBench
from tests.languages import EACH_LANGUAGE

DAMAGED, SOUND = 10, 20
QUESTION = "How much does Llama 4 cost?"


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[StateStore]:
    """In a file: of a database in memory each of two connections at once would have its own."""
    async with open_state(f"sqlite:///{tmp_path / 'state.db'}") as state:
        yield state


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[ServersBench]:
    bench = ServersBench(tmp_path)
    folder = bench.store_of(DAMAGED).directory
    folder.mkdir(parents=True)
    (folder / "current.json").write_text("half", encoding="utf-8")
    async with bench.service, bench.corpora:
        yield bench


async def refuse(rooms: QuestionRooms, state: StateStore, message_id: int, server_id: int) -> None:
    asked = replace(refusal(message_id, QUESTION), guild_id=server_id)
    asked = replace(asked, answer=replace(asked.answer, index_version="v0000"))
    await state.remember_answer(asked)
    await rooms.gaps_of(server_id).answered(asked, Question(QUESTION))


async def test_questions_are_asked_again_in_all_servers_but_the_one_whose_corpus_is_damaged(
    bench: ServersBench, state: StateStore, caplog: pytest.LogCaptureFixture
) -> None:
    async def ask(question: Question) -> Answer:
        return answer(question.text, refusal(1, QUESTION).answer.language)

    rooms = rooms_over(state, bench.corpora, ask)
    await refuse(rooms, state, 100, DAMAGED)
    await refuse(rooms, state, 101, SOUND)
    responder: Any = SimpleNamespace(writing=lambda _: None)
    upkeep = QuestionUpkeep(cast(Any, None), rooms, responder)
    upkeep.ask_again()
    sound = rooms.gaps_of(SOUND).store
    while not await sound.with_status(GapStatus.ANSWERABLE) and "Traceback" not in caplog.text:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    await upkeep.end()
    assert f"server {DAMAGED} were not all asked again: " in caplog.text
    assert "Traceback" not in caplog.text
    assert len(await rooms.gaps_of(DAMAGED).store.with_status(GapStatus.OPEN)) == 1


async def test_outdated_answers_are_found_in_all_servers_but_the_one_whose_corpus_is_damaged(
    bench: ServersBench, state: StateStore, caplog: pytest.LogCaptureFixture
) -> None:
    for message_id, server in ((100, DAMAGED), (101, SOUND)):
        await state.remember_answer(replace(record(message_id, asked_at=datetime.now(UTC)), guild_id=server))
    edited: list[int] = []

    async def nobody_waits(_: float) -> None:
        return

    class Place:
        def get_partial_message(self, message_id: int) -> "Place":
            edited.append(message_id)
            return self

        async def edit(self, **_: object) -> None:
            return

    client: Any = SimpleNamespace(get_partial_messageable=lambda *_, **__: Place())
    recall = Recall(
        client,
        AnswerHistory(state.engine),
        RecallStore(state.engine),
        load_settings().recall,
        library=bench.corpora.open_library,
        being_written=lambda _: False,
        sleep=nobody_waits,
    )
    await recall.work()
    assert edited == [101]
    assert f"server {DAMAGED} were not looked for: " in caplog.text
    assert "Traceback" not in caplog.text


@EACH_LANGUAGE
async def test_what_was_asked_privately_is_not_shown_as_a_recent_question(
    bench: ServersBench, state: StateStore, language: Language
) -> None:
    for message_id, private in ((100, False), (101, True)):
        asked = record(message_id, language=language, text=f"{TEXTS[language]} {message_id}")
        await state.remember_answer(replace(asked, guild_id=SOUND, private=private))
    upkeep = QuestionUpkeep(cast(Any, None), rooms_over(state, bench.corpora), cast(Any, None))
    assert await upkeep.recent_questions(SOUND) == (f"{TEXTS[language]} 100",)


async def test_the_gaps_of_a_server_are_held_by_one_object(bench: ServersBench, state: StateStore) -> None:
    rooms = rooms_over(state, bench.corpora)
    assert rooms.gaps_of(SOUND) is rooms.gaps_of(SOUND)
    assert rooms.gaps_of(DAMAGED) is not rooms.gaps_of(SOUND)


async def test_the_pins_of_a_server_are_kept_in_one_book_and_gone_once_the_command_line_removed_them(
    bench: ServersBench, state: StateStore
) -> None:
    rooms = rooms_over(state, bench.corpora)
    book = rooms.pins_of(SOUND)
    await book.add(PinText((QUESTION,), {Language.KOREAN: "무료예요.", Language.ENGLISH: "Nothing."}), 1)
    assert rooms.pins_of(SOUND) is book
    assert rooms.pins_of(DAMAGED) is not book
    assert await rooms.pins_of(SOUND).answer(Question(QUESTION)) is not None
    await ServerState(state.engine).forget(SOUND)
    assert await rooms.pins_of(SOUND).answer(Question(QUESTION)) is None
