"""Messages that are edited or deleted before it is settled whether they are answered, and while they are."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.discord.message_listener import MessageListener
from bot.discord.reception import Reception
from bot.discord.reply import MessageReply
from bot.remembered import AnswerRecord
from config.language import Language
from tests.bot.discord.fakes import FakeMemory
from tests.bot.state.builders import record
from tests.languages import EACH_LANGUAGE

ME: Any = SimpleNamespace(id=1)
QUESTIONS = {
    Language.KOREAN: ("라마 4 가격은?", "젬마 3 가격은?", "미스트랄 라지 3 가격은?"),
    Language.ENGLISH: ("What does Llama 4 cost?", "What does Gemma 3 cost?", "What does Mistral Large 3 cost?"),
}


def message(text: str) -> Any:
    """A direct message, number 50."""
    return SimpleNamespace(
        id=50,
        author=SimpleNamespace(id=7, bot=False),
        webhook_id=None,
        type=discord.MessageType.default,
        guild=None,
        mentions=[],
        content=text,
        channel=SimpleNamespace(id=10, get_partial_message=lambda message_id: SimpleNamespace(id=message_id)),
    )


class FakeReception:
    """Admits after `may_admit`, unless a text is in `refused`; answers after `may_answer`. Keeps what it was asked."""

    def __init__(self) -> None:
        self.may_admit = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.refused: set[str] = set()
        self.asked: list[str] = []
        self.begun: list[tuple[str, int | None]] = []
        self.answered: list[str] = []

    async def admits(self, _: object, text: str) -> bool:
        self.asked.append(text)
        await self.may_admit.wait()
        return text not in self.refused

    async def take_message(
        self, _: object, text: str, bot_id: int, reply: MessageReply, *, replaced: AnswerRecord | None = None
    ) -> None:
        self.begun.append((text, reply.message_id))
        await self.may_answer.wait()
        self.answered.append(text)


class Bench:
    """The listener, and how what happens to the message reaches it."""

    def __init__(self) -> None:
        self.reception = FakeReception()
        self.memory = FakeMemory()
        self.listener = MessageListener(cast(Reception, self.reception), self.memory)
        self.running: list[asyncio.Task[None]] = []

    def hear(self, text: str) -> None:
        self.running.append(asyncio.create_task(self.listener.heard(message(text), ME)))

    def edit(self, text: str) -> None:
        self.running.append(asyncio.create_task(self.listener.edited(message(text), ME)))

    def delete(self) -> None:
        self.running.append(asyncio.create_task(self.listener.deleted([50])))

    async def edit_at_work(self, first: str, second: str) -> None:
        """`first` is at work, and `second`, which takes its place, waits for admission."""
        self.reception.may_admit.set()
        self.hear(first)
        await self.until(lambda: self.reception.begun)
        self.reception.may_admit.clear()
        self.edit(second)
        await self.until(lambda: second in self.reception.asked)

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(5):
            while not condition():  # noqa: ASYNC110  the listener's own tasks bring it about
                await asyncio.sleep(0)

    async def end(self) -> None:
        self.reception.may_admit.set()
        self.reception.may_answer.set()
        async with asyncio.timeout(5):
            await asyncio.gather(*self.running)


@pytest.fixture
async def bench() -> Bench:
    return Bench()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


@EACH_LANGUAGE
async def test_edited_before_it_is_admitted_a_question_is_answered_once_as_it_reads_now(
    bench: Bench, language: Language
) -> None:
    first, second, third = QUESTIONS[language]
    bench.hear(first)
    await bench.until(lambda: bench.reception.asked)
    bench.edit(second)
    bench.edit(third)
    await settle()
    await bench.end()
    assert bench.reception.begun == [(third, None)]
    assert bench.reception.asked == [first]


@EACH_LANGUAGE
@pytest.mark.parametrize("gone", ["deleted", "no question any more"])
async def test_gone_before_it_is_admitted_a_question_is_not_answered(
    bench: Bench, language: Language, gone: str
) -> None:
    bench.hear(QUESTIONS[language][0])
    await bench.until(lambda: bench.reception.asked)
    if gone == "deleted":
        bench.delete()
    else:
        bench.edit("")
    await settle()
    await bench.end()
    assert bench.reception.begun == []


@EACH_LANGUAGE
@pytest.mark.parametrize("gone", [False, True])
async def test_what_happens_before_an_edit_is_admitted_counts_too(bench: Bench, language: Language, gone: bool) -> None:
    first, second, third = QUESTIONS[language]
    bench.memory.answers[70] = record(70, question_message_id=50, language=language, text=first)
    bench.edit(second)
    await bench.until(lambda: bench.reception.asked)
    if gone:
        bench.delete()
    else:
        bench.edit(third)
    await settle()
    await bench.end()
    assert bench.reception.begun == ([] if gone else [(third, 70)])


@EACH_LANGUAGE
async def test_an_edit_of_a_question_at_work_is_answered_instead_once_it_is_admitted(
    bench: Bench, language: Language
) -> None:
    first, second, third = QUESTIONS[language]
    await bench.edit_at_work(first, second)
    assert bench.reception.begun == [(first, None)]
    bench.edit(third)
    await settle()
    await bench.end()
    assert bench.reception.begun == [(first, None), (third, None)]
    assert bench.reception.answered == [third]


@EACH_LANGUAGE
async def test_deleted_while_an_edit_waits_for_admission_a_question_is_not_answered(
    bench: Bench, language: Language
) -> None:
    first, second, _ = QUESTIONS[language]
    await bench.edit_at_work(first, second)
    bench.delete()
    await settle()
    bench.reception.may_admit.set()
    await settle()
    await bench.end()
    assert bench.reception.answered == []


@EACH_LANGUAGE
async def test_a_refused_edit_leaves_the_answer_to_what_it_was(bench: Bench, language: Language) -> None:
    first, second, _ = QUESTIONS[language]
    bench.reception.refused.add(second)
    await bench.edit_at_work(first, second)
    bench.reception.may_admit.set()
    await settle()
    await bench.end()
    assert bench.reception.answered == [first]


@EACH_LANGUAGE
async def test_an_answered_question_is_answered_anew_only_where_its_words_changed(
    bench: Bench, language: Language
) -> None:
    first, second, _ = QUESTIONS[language]
    bench.memory.answers[70] = record(70, question_message_id=50, language=language, text=first)
    bench.edit(first)
    await settle()
    bench.edit(second)
    await bench.end()
    assert bench.reception.begun == [(second, 70)]
