"""Answers whose passages the article no longer has."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import AsyncMock, Mock

import discord
import pytest

from bot.answering.library import Library
from bot.discord.recall import Recall, known_passages, recalled, rests_on_others
from bot.discord.rendering import read_answer
from bot.remembered import AnswerRecord
from bot.state.recalls import RecallStore
from config.language import Language
from config.settings import load_settings
from tests.bot.discord.fakes import refusal
from tests.bot.discord.rooms import library
from tests.bot.fakes import LINES, TEXTS, passage
from tests.bot.state.builders import record
from tests.languages import EACH_LANGUAGE

SAID = {Language.KOREAN: "답변한 뒤에 글이 바뀌었어요", Language.ENGLISH: "The article has changed since"}


def changed(language: Language, **change: object) -> Library:
    """The library after a change of one language."""
    passages = tuple(
        replace(passage(one), **change) if one is language else passage(one)  # type: ignore[arg-type]
        for one in Language
    )
    return replace(library("v0002"), passages=passages)


@EACH_LANGUAGE
@pytest.mark.parametrize("change", [{"lines": ("Something else.",)}, {"heading_path": ("Elsewhere",)}])
def test_an_answer_is_concerned_where_its_passage_changed_or_went(
    language: Language, change: dict[str, object]
) -> None:
    answer = record(100, language=language).answer
    after = changed(language, **change)
    assert rests_on_others(answer, after.version, known_passages(after))
    gone = replace(after, passages=())
    assert rests_on_others(answer, gone.version, known_passages(gone))


@EACH_LANGUAGE
def test_an_answer_stays_where_only_others_changed(language: Language) -> None:
    answer = record(100, language=language).answer
    for after in (library("v0002"), changed(language.other, lines=("x",)), changed(language, passage_id="x:9")):
        assert not rests_on_others(answer, after.version, known_passages(after))
    assert not rests_on_others(replace(answer, citations=()), "v0009", frozenset())


@EACH_LANGUAGE
def test_an_answer_of_the_live_version_is_never_concerned(language: Language) -> None:
    answer = record(100, language=language).answer
    assert not rests_on_others(answer, answer.index_version, frozenset())


@EACH_LANGUAGE
def test_a_recalled_answer_says_so_first_and_stays_readable_as_a_quote(language: Language) -> None:
    given = record(100, language=language)
    question, said, *old = recalled(given).split("\n\n")
    assert question == f"> **{given.question}**"
    assert said.startswith(f"⚠️ {SAID[language]}")
    lines = "\n".join(old).split("\n")
    assert all(line.startswith(">") for line in lines)
    assert TEXTS[language] in "\n".join(lines)
    assert read_answer(recalled(given)) == (given.question, "")


@EACH_LANGUAGE
def test_a_recalled_answer_fits_a_message_however_long_it_was(language: Language) -> None:
    given = record(100, language=language, question_message_id=99)
    long = replace(given, answer=replace(given.answer, text=" ".join([TEXTS[language], LINES[language]] * 60)))
    content = recalled(long)
    assert content.startswith("⚠️ ")
    assert len(content) <= 1900


ARCHIVED = discord.HTTPException(SimpleNamespace(status=400, reason=""), {"code": 50083, "message": "archived"})


class Pending:
    """One answer to be recalled, and what became of it."""

    def __init__(self, record: AnswerRecord) -> None:
        self.record = record
        self.settled: list[str] = []

    async def pending(self) -> tuple[AnswerRecord, ...]:
        return () if self.settled else (self.record,)

    async def is_pending(self, _: int) -> bool:
        return not self.settled

    async def done(self, _: int) -> None:
        self.settled.append("done")

    async def forget(self, _: int) -> None:
        self.settled.append("forgotten")


async def recall_in_thread(store: Pending, edits: list[object], archiving: list[object]) -> AsyncMock:
    """Works once; returns the edits of the thread. `edits` are what those of the message come to, `archiving` these."""
    place = SimpleNamespace(edit=AsyncMock(side_effect=edits))
    archive = AsyncMock(side_effect=archiving)
    client = SimpleNamespace(
        get_partial_messageable=lambda *_, **__: SimpleNamespace(get_partial_message=lambda _: place),
        fetch_channel=AsyncMock(return_value=Mock(discord.Thread, edit=archive)),
    )
    unused: Any = None
    settings = load_settings({"recall": {"days": 0}}).recall
    recall = Recall(
        cast(discord.Client, client),
        unused,
        cast(RecallStore, store),
        settings,
        library=unused,
        being_written=lambda _: False,
    )
    await recall.work()
    return archive


@EACH_LANGUAGE
@pytest.mark.parametrize("archived_again", [None, refusal(403)], ids=["own thread", "thread of a member"])
async def test_an_archived_thread_is_opened_for_the_edit_alone(
    language: Language, archived_again: discord.HTTPException | None
) -> None:
    store = Pending(record(100, language=language))
    archiving = await recall_in_thread(store, [ARCHIVED, None], [None, archived_again])
    assert [call.kwargs for call in archiving.await_args_list] == [{"archived": False}, {"archived": True}]
    assert store.settled == ["done"]


@EACH_LANGUAGE
async def test_an_answer_in_a_locked_thread_is_left_as_it_is_for_good(language: Language) -> None:
    store = Pending(record(100, language=language))
    await recall_in_thread(store, [ARCHIVED], [refusal(403)])
    assert store.settled == ["done"]
