"""Pinned answers: what they catch, in which language, and what they leave to the article."""

import asyncio
from datetime import datetime

import pytest

from bot.answering.answer import Answer, Finished, Reason
from bot.answering.question import Question, Turn
from bot.pins.pin import Pin, PinText
from bot.pins.pinned import PinBook, PinnedAnswerer
from bot.state.pins import PinStore
from bot.state.store import StateStore
from config.language import Language
from tests.bot.discord.rooms import CountingReader, reader
from tests.bot.fakes import FakeAnswerer
from tests.bot.state.builders import NOW

KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH
WORDINGS = ("다음 서버 행사는 언제예요?", "When is the next server event?")
ANSWERS = {KOREAN: "토요일 저녁 8시예요.", ENGLISH: "On Saturday at eight."}
TEXT = PinText(WORDINGS, ANSWERS)
ASKED = pytest.mark.parametrize(("text", "language"), list(zip(WORDINGS, (KOREAN, ENGLISH), strict=True)))


def book_over(state: StateStore) -> PinBook:
    return PinBook(PinStore(state.engine), reader(), min_nearness=0.64, now=lambda: NOW)


@pytest.fixture
def book(state: StateStore) -> PinBook:
    return book_over(state)


async def ask(book: PinBook, question: Question) -> tuple[Answer, FakeAnswerer]:
    inner = FakeAnswerer()
    events = [event async for event in PinnedAnswerer(inner, lambda _: book).answer(question)]
    assert isinstance(events[-1], Finished)
    return events[-1].answer, inner


@ASKED
async def test_a_pinned_question_is_answered_at_once_in_the_askers_language(
    book: PinBook, text: str, language: Language
) -> None:
    await book.add(TEXT, 1)
    said, inner = await ask(book, Question(text))
    assert (said.text, said.language, said.reason) == (ANSWERS[language], language, Reason.PINNED)
    assert (said.refused, said.citations, said.question) == (False, (), text)
    assert inner.history == []


@ASKED
async def test_a_demanded_language_is_followed(book: PinBook, text: str, language: Language) -> None:
    await book.add(TEXT, 1)
    said, _ = await ask(book, Question(text, language.other))
    assert (said.text, said.language) == (ANSWERS[language.other], language.other)


@pytest.mark.parametrize(
    ("text", "language"), [(f"{WORDINGS[0]} 영어로 알려 줘", ENGLISH), (f"Answer in Korean: {WORDINGS[1]}", KOREAN)]
)
async def test_a_language_wished_for_in_the_question_is_followed(book: PinBook, text: str, language: Language) -> None:
    await book.add(TEXT, 1)
    said, _ = await ask(book, Question(text))
    assert (said.text, said.language, said.question) == (ANSWERS[language], language, text)


@pytest.mark.parametrize(
    "text",
    [
        "다음 서버 행사는 어디예요?",
        "Where is the next server event?",
        "다음 서버 행사는 언제 안 해요?",
        "When is the next server event not?",
        "When is the next Llama 4 server event?",
        "라마 4 가격은?",
    ],
)
async def test_other_questions_are_left_to_the_article(book: PinBook, text: str) -> None:
    await book.add(TEXT, 1)
    said, inner = await ask(book, Question(text))
    assert said.reason is not Reason.PINNED
    assert [question.text for question in inner.history] == [text]


async def test_without_pins_nothing_is_read_and_all_events_pass(book: PinBook) -> None:
    inner = FakeAnswerer()
    passed = [event async for event in PinnedAnswerer(inner, lambda _: book).answer(Question(WORDINGS[0]))]
    assert len(passed) > 2


@pytest.mark.parametrize("text", ["", "?", "x" * 3000])
async def test_what_cannot_be_asked_is_left_to_the_corridor_to_refuse(book: PinBook, text: str) -> None:
    await book.add(TEXT, 1)
    assert await book.answer(Question(text, history=(Turn(WORDINGS[0], "…"),))) is None


async def test_a_state_that_cannot_be_read_leaves_all_to_the_article(
    state: StateStore, caplog: pytest.LogCaptureFixture
) -> None:
    book = book_over(state)
    await state.engine.dispose()
    assert await book.answer(Question(WORDINGS[0])) is None
    assert "could not be read" in caplog.text


async def test_pins_are_kept_changed_and_removed_and_outlive_the_book(book: PinBook, state: StateStore) -> None:
    pin = await book.add(TEXT, 1)
    assert (pin.text, pin.changed_by, pin.changed_at) == (TEXT, 1, NOW)
    other = PinText(("행사 언제?",), {KOREAN: "내일이요.", ENGLISH: "Tomorrow."})
    changed = await book.change(pin.number, other, 2)
    assert changed is not None
    assert await book.all() == await book_over(state).all() == (changed,)
    assert (changed.text, changed.changed_by) == (other, 2)
    assert await book.change(99, other, 2) is None
    assert await book.remove(pin.number)
    assert not await book.remove(pin.number)
    assert await book.all() == await book_over(state).all() == ()


async def test_what_a_pin_would_catch_is_told_with_how_near_it_is(book: PinBook) -> None:
    asked = [WORDINGS[1], "When is the next big server event?", "라마 4 가격은?", WORDINGS[1]]
    first, *rest = await book.likenesses(WORDINGS, asked)
    assert (first.question, first.nearness, first.caught) == (WORDINGS[1], 1.0, True)
    assert [one.question for one in rest] == ["When is the next big server event?"]
    assert 0 < rest[0].nearness < 1


async def test_the_questions_that_pins_answer_are_known_for_rehearsals(book: PinBook) -> None:
    pin = await book.add(TEXT, 1)
    assert await book.caught([WORDINGS[0], "라마 4 가격은?"]) == {WORDINGS[0]: pin}


@ASKED
@pytest.mark.parametrize("own", [False, True], ids=["home", "server"])
async def test_a_question_is_read_once_and_a_wording_once_until_it_changes(
    state: StateStore, own: bool, text: str, language: Language
) -> None:
    counting = CountingReader()
    book = PinBook(PinStore(state.engine), counting, min_nearness=0.64, now=lambda: NOW)
    book = book.over(PinStore(state.engine, 10)) if own else book
    pin = await book.add(TEXT, 1)
    other = PinText(("행사 언제?",), ANSWERS)
    await book.add(other, 1)
    for _ in range(2):
        assert await book.caught([text]) == {text: pin}
    read = [*WORDINGS, *other.wordings]
    assert sorted(counting.history) == sorted([*read, text, text])
    counting.history.clear()
    await book.change(pin.number, PinText((*WORDINGS, "Event?"), ANSWERS), 1)
    await book.remove(pin.number + 1)
    await book.caught([text])
    assert sorted(counting.history) == sorted(["Event?", text])


class SlowMemory:
    """Keeps pins; what is read of them first comes late, once `may_end`."""

    def __init__(self) -> None:
        self.pins: list[Pin] = []
        self.reading = asyncio.Event()
        self.may_end = asyncio.Event()

    async def all(self) -> tuple[Pin, ...]:
        pins = tuple(self.pins)
        if not self.reading.is_set():
            self.reading.set()
            await self.may_end.wait()
        return pins

    async def add(self, text: PinText, member_id: int, now: datetime) -> Pin:
        self.pins.append(Pin(len(self.pins) + 1, text, member_id, now))
        return self.pins[-1]

    async def change(self, number: int, text: PinText, member_id: int, now: datetime) -> Pin | None:
        raise NotImplementedError

    async def remove(self, number: int) -> bool:
        self.pins = [pin for pin in self.pins if pin.number != number]
        return True


@pytest.mark.parametrize("removed", [False, True])
async def test_what_is_changed_while_the_pins_are_read_is_not_forgotten(removed: bool) -> None:
    memory = SlowMemory()
    before = (await memory.add(TEXT, 1, NOW),) if removed else ()
    book = PinBook(memory, reader(), min_nearness=0.64, now=lambda: NOW)
    early = asyncio.create_task(book.all())
    await memory.reading.wait()
    change = asyncio.create_task(book.remove(1) if removed else book.add(TEXT, 1))
    for _ in range(10):
        await asyncio.sleep(0)
    memory.may_end.set()
    await change
    assert await early == before
    assert await book.all() == tuple(memory.pins)
