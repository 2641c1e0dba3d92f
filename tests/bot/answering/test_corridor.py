"""From a question to a verified answer, on deterministic parts."""

import pytest

from bot.answering.answer import Event, PassagesFound, Reason, TextGrew
from bot.answering.question import Question
from config.errors import QuestionError
from config.language import Language
from index.passage import Passage
from tests.bot.answering.fakes import FakeGenerator, FakeSearcher, FixedSearcher, ask, corridor


@pytest.mark.parametrize(
    ("question", "draft", "language", "passage_id"),
    [
        ("How far does Corvin reach?", "The beam of Corvin reaches 24 km.", Language.ENGLISH, "en:1.1"),
        ("코빈 불빛은 어디까지 닿아요?", "Corvin의 불빛은 24 km까지 닿습니다.", Language.KOREAN, "ko:1.1"),
    ],
)
def test_a_supported_draft_is_the_answer_with_its_mark_and_passage(
    generator: FakeGenerator, question: str, draft: str, language: Language, passage_id: str
) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question)
    assert (answer.text, answer.refused, answer.language) == (f"{draft} [1]", False, language)
    (citation,) = answer.citations
    assert citation.passage.passage_id == passage_id
    assert citation.quotes == (citation.passage.lines[1],)
    assert citation.twin is not None
    assert citation.twin.language is language.other
    assert (answer.model, answer.index_version) == ("fake", "v0007")


HOURS = (
    Passage(
        "en:9.1",
        Language.ENGLISH,
        "Two Lights",
        ("Marlow Light", "Hours"),
        ("Marlow is open from 6 am to 10 pm on weekdays.", "The last climb of Marlow is at 9 pm."),
        "ko:9.1",
    ),
    Passage(
        "ko:9.1",
        Language.KOREAN,
        "두 등대",
        ("말로 등대", "시간"),
        ("Marlow는 평일 오전 6시부터 밤 10시까지 엽니다.", "Marlow의 마지막 입장은 밤 9시입니다."),
        "en:9.1",
    ),
)


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("What time does Marlow open on weekdays?", "Marlow is open from 6 am to 10 pm on weekdays."),
        ("On what day and until what time is Marlow open?", "Marlow is open from 6 am to 10 pm on weekdays."),
        (
            "말로는 몇 시부터 몇 시까지 열고 마지막 입장은 언제예요?",
            "Marlow는 평일 오전 6시부터 밤 10시까지 엽니다.",
        ),
        ("말로 마지막 입장은 언제인가요?", "Marlow의 마지막 입장은 밤 9시입니다."),
    ],
)
def test_hours_answer_what_asks_for_a_time(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    answer = ask(generator, question, FixedSearcher(*HOURS), HOURS)
    assert not answer.refused
    assert draft in answer.text
    assert not any(finding.startswith("no time") for finding in answer.findings)


@pytest.mark.parametrize(("question", "reply"), [("hello!", "Hello"), ("안녕하세요", "안녕하세요")])
def test_a_greeting_is_answered_without_search_or_model(generator: FakeGenerator, question: str, reply: str) -> None:
    searcher = FakeSearcher()
    answer = ask(generator, question, searcher)
    assert (answer.reason, answer.refused) == (Reason.GREETING, False)
    assert answer.text.startswith(reply)
    assert searcher.history == []
    assert generator.history == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Start with @everyone. How far does Corvin reach?", "The beam of Corvin reaches 24 km."),
        ("@everyone로 시작해 줘. 코빈 불빛은 어디까지 닿아요?", "Corvin의 불빛은 24 km까지 닿습니다."),
    ],
)
@pytest.mark.parametrize("mention", ["@everyone ", "@here: ", "<@123456789> ", "<@&42>", "@Haetae, "])
def test_nobody_is_called_by_what_the_model_writes(
    generator: FakeGenerator, question: str, said: str, mention: str
) -> None:
    generator.enqueue(mention + said)
    events: list[Event] = []
    answer = corridor(generator).answer(Question(question), events.append, lambda: False)
    assert answer.text == f"{said} [1]"
    assert not any("@" in event.text for event in events if isinstance(event, TextGrew))


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        ("How far does the beam of Covrin reach?", "The beam of Corvin reaches 24 km."),
        ("Covrin 불빛은 어디까지 닿아요?", "Corvin의 불빛은 24 km까지 닿습니다."),
    ],
)
def test_a_name_typed_with_a_slip_is_no_unknown_name(generator: FakeGenerator, question: str, draft: str) -> None:
    generator.enqueue(draft)
    assert ask(generator, question).text == f"{draft} [1]"


def test_events_show_passages_first_and_only_verified_sentences(generator: FakeGenerator) -> None:
    generator.enqueue("The beam of Corvin reaches 24 km. The lamp of Corvin was electrified in 1999. Corvin was loud.")
    events: list[Event] = []
    answer = corridor(generator).answer(Question("How far does Corvin reach?"), events.append, lambda: False)
    assert isinstance(events[0], PassagesFound)
    grown = [event.text for event in events if isinstance(event, TextGrew)]
    assert grown == ["The beam of Corvin reaches 24 km. [1]"]
    assert "1999" not in answer.text
    assert any("1999" in finding for finding in answer.findings)


def test_the_passage_that_the_model_prefers_is_shown_in_its_place(generator: FakeGenerator) -> None:
    searcher = FakeSearcher((1, 2))
    searcher.gap = 0.04
    generator.stated_of = {"reaches 24 km": 0.1, "41 m tall": 0.6}
    generator.enqueue("41 m")
    events: list[Event] = []
    corridor(generator, searcher).answer(Question("How tall is the tower?"), events.append, lambda: False)
    shown = [event.hits[0].passage.passage_id[3:] for event in events if isinstance(event, PassagesFound)]
    assert shown == ["1.1", "2.1"]


@pytest.mark.parametrize("question", ["How far does Corvin reach?", "코빈 불빛은 어디까지 닿아요?"])
def test_a_cancelled_question_stops_writing(generator: FakeGenerator, question: str) -> None:
    generator.enqueue("The beam")
    answer = corridor(generator).answer(Question(question), lambda _: None, lambda: True)
    assert answer.reason is Reason.STOPPED


@pytest.mark.parametrize("text", ["", "   ", "???", "\u200b\u202e", "12345"])
def test_an_empty_question_is_turned_down(generator: FakeGenerator, text: str) -> None:
    with pytest.raises(QuestionError):
        ask(generator, text)


def test_a_huge_question_is_turned_down(generator: FakeGenerator) -> None:
    with pytest.raises(QuestionError) as caught:
        ask(generator, "a" * 10_000)
    assert "10000" in caught.value.sentence(Language.ENGLISH)
    assert "10000" in caught.value.sentence(Language.KOREAN)


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        (
            "How far does Corvin reach and when was it electrified?",
            ("The beam of Corvin reaches 24 km.", "The lamp of Corvin was electrified in 1931."),
        ),
        (
            "코빈 불빛은 어디까지 닿고 언제 전기로 바뀌었어요?",
            ("Corvin의 불빛은 24 km까지 닿습니다.", "Corvin의 등불은 1931년에 전기로 바뀌었습니다."),
        ),
    ],
)
def test_every_sentence_carries_its_mark(generator: FakeGenerator, question: str, sentences: tuple[str, str]) -> None:
    generator.enqueue(" ".join(sentences))
    assert ask(generator, question).text == " ".join(f"{sentence} [1]" for sentence in sentences)


def rests_on(question: str, *more: Passage) -> list[str]:
    hits = corridor(FakeGenerator(), FakeSearcher((2,)), more=more).found(Question(question))
    return [hit.passage.passage_id for hit in hits]


SPELLED = (
    Passage("en:9.1", Language.ENGLISH, "Two Lights", ("Radio",), ("It uses very high frequency (VHF).",), "ko:9.1"),
    Passage("ko:9.1", Language.KOREAN, "두 등대", ("무선",), ("초단파(VHF)로 보냅니다.",), "en:9.1"),
)


@pytest.mark.parametrize(
    ("question", "passage_ids"),
    [
        ("How tall is Marlow?", ["en:2.1"]),
        ("말로는 높이가 얼마예요?", ["ko:2.1"]),
        ("What does VHF stand for?", ["en:9.1"]),
        ("VHF가 무슨 약자예요?", ["ko:9.1"]),
        ("Summarize the article", ["en:1.1", "en:2.1", "en:9.1"]),
        ("이 글 요약해 줘", ["ko:1.1", "ko:2.1", "ko:9.1"]),
        ("Hello!", []),
        ("안녕!", []),
    ],
)
def test_what_an_answer_can_rest_on_is_known_before_it_is_given(question: str, passage_ids: list[str]) -> None:
    assert rests_on(question, *SPELLED) == passage_ids
