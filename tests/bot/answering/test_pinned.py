"""Pinned answers: what they catch, in which language, and what they leave to the article."""

import pytest

from bot.answering.answer import Answer, Finished, Reason
from bot.answering.pinned import PinBook, PinnedAnswerer
from bot.answering.question import Question, Turn
from bot.state.pins import PinStore
from bot.state.records import PinText
from bot.state.store import StateStore
from config.language import Language
from tests.bot.discord.rooms import reader
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
